import type {LaneBar, LaneContent} from './lane-content.js';
import {BESIDE, CLEAR, LabelTexts, type LaneLabel, LaneLabels} from './lane-labels.js';
import {Rows} from './lane-rows.js';
import {byRank, type Spot} from './spots.js';

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
function arrange(lane: LaneContent, lines: number, options: LaneOptions): LaneLayout {
  const {length, margin, maxRows, fontSize, measure, many} = options;
  const texts = new LabelTexts(lines, fontSize, measure);
  const within = {low: -margin, high: length + margin};
  const rows = new Rows(lane.bars, maxRows);
  for (const spot of lane.single) {
    // What is one view before still holds its row, so that rows stay while panning.
    if (spot.high < -length || (!spot.inRange && spot.low > 0)) continue;
    const {low, high} = spot;
    rows.placeWide(low);
    const width = texts.of(spot).width + BESIDE;
    const hasRoomAfter = high + width <= within.high;
    const hasRoomBefore = !hasRoomAfter && low - width >= within.low && spot.inRange;
    rows.placeMark(
      spot,
      hasRoomBefore ? low - width : low,
      hasRoomAfter ? high + width + CLEAR : high,
      length,
    );
  }
  rows.placeWide(Infinity);
  const marks = [...rows.rowOfMark]
    .map(([spot, row]) => ({spot, row}))
    .sort((a, b) => byRank(a.spot, b.spot));
  const labels = new LaneLabels(rows, texts, length, within);
  for (const {spot} of marks) labels.place(spot);
  const arranged: LaneLayout = {
    rows: rows.all.length,
    lines,
    marks,
    bars: [...rows.rowOfBar].map(([bar, row]) => ({bar, row})),
    labels: labels.labels,
  };
  // Among many, rows that come and go would shake all below them.
  return many ? arranged : compact(arranged);
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
