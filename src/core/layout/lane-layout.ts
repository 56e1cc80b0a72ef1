import type {LaneBar, LaneContent} from './lane-content.js';
import {BESIDE, CLEAR, type LaneLabel, labelText, placeLabels} from './lane-labels.js';
import {laneRows} from './lane-rows.js';
import {byRank, isPoint, REACH, type Spot} from './spots.js';
import type {Wrapped} from './wrap.js';

/** Lanes with more visible marks than this get single-line labels. */
const MANY = 150;

export interface LaneLayout {
  readonly rows: number;
  readonly lines: number;
  /** By label priority. */
  readonly marks: readonly {readonly spot: Spot; readonly row: number}[];
  readonly bars: readonly {readonly bar: LaneBar; readonly row: number}[];
  readonly labels: readonly LaneLabel[];
}

export interface LaneOptions {
  /** Length of the plot in pixels. */
  readonly length: number;
  /** Space that labels may use beyond the plot on each side, in pixels. */
  readonly margin: number;
  readonly maxRows: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** The story has many events: labels are single-line. */
  readonly many: boolean;
  /** Row height for a number of lines, in pixels. */
  readonly pitch: (lines: number) => number;
}

/**
 * Tries labels of one to three lines, and returns the layout with the best balance of labels and height; `lines`: labels
 * of that many.
 */
export function layoutLane(lane: LaneContent, options: LaneOptions, lines?: number): LaneLayout {
  if (lines !== undefined) return arrange(lane, lines, options);
  const cost = ({rows, lines, marks, labels}: LaneLayout) =>
    rows * options.pitch(lines) +
    40 * (marks.length - labels.length) +
    20 * labels.filter(({truncated}) => truncated).length +
    8 * labels.filter(({leader}) => leader !== null).length;
  let best = arrange(lane, 1, options);
  if (best.marks.length > MANY || options.many) return best;
  for (const more of [2, 3]) {
    const other = arrange(lane, more, options);
    if (cost(other) < cost(best)) best = other;
  }
  return best;
}

/** Lays out a lane with labels of at most `lines` lines. */
function arrange({bars, single}: LaneContent, lines: number, options: LaneOptions): LaneLayout {
  const {length, margin, maxRows} = options;
  const within = {low: -margin, high: length + margin};
  const setting = {...options, lines, within};
  const texts = new Map<Spot, Wrapped>();
  const {rows, rowOfBar, rowOfMark, placeMark, placeWide, reserve} = laneRows(bars, maxRows, length);
  for (const spot of single) {
    const {low, high, inRange} = spot;
    // Items up to one view length before keep their rows, so that rows are stable while panning.
    if (high < -length || (!inRange && low > 0)) continue;
    const text = labelText(spot, setting);
    texts.set(spot, text);
    const width = text.width + BESIDE;
    const hasRoomAfter = high + width <= within.high;
    const hasRoomBefore = !hasRoomAfter && low - width >= within.low && inRange;
    const row = placeMark(
      spot,
      hasRoomBefore ? low - width : low,
      hasRoomAfter ? high + width + CLEAR : high,
    );
    if (!hasRoomAfter && !hasRoomBefore && inRange && !isPoint(spot))
      reserve(row + 1, Math.max(low, 0), Math.max(low, 0) + REACH + width + CLEAR);
  }
  placeWide(Infinity);
  const marks = [...rowOfMark]
    .map(([spot, row]) => ({spot, row, text: texts.get(spot) as Wrapped}))
    .sort((a, b) => byRank(a.spot, b.spot));
  const labels = placeLabels(marks, rows, setting);
  const arranged: LaneLayout = {
    rows: rows.length,
    lines,
    marks,
    bars: [...rowOfBar].map(([bar, row]) => ({bar, row})),
    labels,
  };
  // With many events, appearing and disappearing rows would shift everything below.
  return options.many ? arranged : compact(arranged);
}

/** Removes rows without visible content. */
function compact(lane: LaneLayout): LaneLayout {
  const used = [
    ...new Set([
      ...lane.bars.map(({row}) => row),
      ...lane.marks.map(({row}) => row),
      ...lane.labels.map(({row}) => row),
    ]),
  ].sort((a, b) => a - b);
  const to = new Map(used.map((row, i) => [row, i]));
  const moved = <T extends {readonly row: number}>(each: T): T => ({...each, row: to.get(each.row) ?? 0});
  return {
    ...lane,
    rows: used.length,
    marks: lane.marks.map(moved),
    bars: lane.bars.map(moved),
    labels: lane.labels.map(moved),
  };
}
