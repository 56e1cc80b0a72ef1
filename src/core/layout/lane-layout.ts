import type {LaneBar, LaneContent} from './lane-content.js';
import {BESIDE, CLEAR, type LaneLabel, labelText, placeLabels} from './lane-labels.js';
import {laneRows} from './lane-rows.js';
import {byRank, type Spot} from './spots.js';
import type {Wrapped} from './wrap.js';

/** Lanes with more marks than this in view are dense: they get labels of one line. */
const MANY = 150;

export interface LaneLayout {
  readonly rows: number;
  readonly lines: number;
  /** In the order of their labels' rank. */
  readonly marks: readonly {readonly spot: Spot; readonly row: number}[];
  readonly bars: readonly {readonly bar: LaneBar; readonly row: number}[];
  readonly labels: readonly LaneLabel[];
}

export interface LaneOptions {
  /** Of the plot. */
  readonly length: number;
  /** What labels may use beyond the plot at either side. */
  readonly margin: number;
  readonly maxRows: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** The story has so many events that labels are of one line. */
  readonly many: boolean;
  /** Height of rows with so many lines. */
  readonly pitch: (lines: number) => number;
}

/** The arrangement that names most in the least height. */
export function layoutLane(lane: LaneContent, options: LaneOptions): LaneLayout {
  const cost = ({rows, lines, marks, labels}: LaneLayout) =>
    rows * options.pitch(lines) +
    40 * (marks.length - labels.length) +
    8 * labels.filter(({leader}) => leader !== null).length;
  let best = arrange(lane, 1, options);
  if (best.marks.length > MANY || options.many) return best;
  for (const lines of [2, 3]) {
    const other = arrange(lane, lines, options);
    if (cost(other) < cost(best)) best = other;
  }
  return best;
}

/** Rows and labels of a lane, with labels of at most `lines` lines. */
function arrange({bars, single}: LaneContent, lines: number, options: LaneOptions): LaneLayout {
  const {length, margin, maxRows} = options;
  const within = {low: -margin, high: length + margin};
  const setting = {...options, lines, within};
  const texts = new Map<Spot, Wrapped>();
  const {rows, rowOfBar, rowOfMark, placeMark, placeWide} = laneRows(bars, maxRows, length);
  for (const spot of single) {
    const {low, high, inRange} = spot;
    // What is one view before still holds its row, so that rows stay while panning.
    if (high < -length || (!inRange && low > 0)) continue;
    const text = labelText(spot, setting);
    texts.set(spot, text);
    const width = text.width + BESIDE;
    const hasRoomAfter = high + width <= within.high;
    const hasRoomBefore = !hasRoomAfter && low - width >= within.low && inRange;
    placeMark(spot, hasRoomBefore ? low - width : low, hasRoomAfter ? high + width + CLEAR : high);
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
  // Among many, rows that come and go would shake all below them.
  return options.many ? arranged : compact(arranged);
}

/** Without the rows that hold nothing in view. */
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
