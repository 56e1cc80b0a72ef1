import type {LaneBar} from './lane-content.js';
import {EPSILON} from './lane-groups.js';
import type {Spot} from './spots.js';
import type {LaneInView, ViewContent} from './view-content.js';

/** Column width in pixels, usual and minimum. */
const COLUMN = 14;
const NARROW = 10;
/** Maximum share of the width for columns. */
const SHARE = 0.36;
/** Column widths and share with many events, which need space for the counts of bars. */
const WIDE_COLUMN = 20;
const WIDE_NARROW = 15;
const WIDE_SHARE = 0.34;
/** Width of a digit of a count, the air beside a number, and the width that a mark needs, in pixels. */
const DIGIT = 7;
const AIR = 2;
const MARK = 12;

/** The columns of a lane. */
interface LaneColumns {
  readonly lane: LaneInView;
  /** Its items in range. */
  readonly seen: readonly Spot[];
  readonly columns: number;
  readonly columnOf: ReadonlyMap<Spot | LaneBar, number>;
  /** Width of each of its columns, in pixels. */
  readonly column: number;
}

/** The columns of all lanes, from left to right. */
export interface Columns {
  readonly lanes: readonly LaneColumns[];
  /** The story has many events: see `isMany`. */
  readonly many: boolean;
  /** Width of all, in pixels. */
  readonly across: number;
}

/** Lays out columns, reducing the rows per lane until they leave enough width for labels. */
export function layoutColumns(
  contentOf: (maxRows: number) => ViewContent,
  width: number,
  maxRows: number,
): Columns {
  for (let rows = Math.max(1, maxRows); ; rows--) {
    const content = contentOf(rows);
    const [widest, narrowest, share] = content.many
      ? [WIDE_COLUMN, WIDE_NARROW, WIDE_SHARE]
      : [COLUMN, NARROW, SHARE];
    const lanes = content.lanes.map(columnsOf);
    const columns = lanes.reduce((sum, lane) => sum + lane.columns, 0);
    if (rows > 1 && columns * narrowest > width * share) continue;
    const column = Math.min(widest, (width * share) / columns);
    const across = columns * column;
    return withWidths(lanes, {many: content.many, across});
  }
}

/**
 * Gives each lane the width that its counts need to stand upright, and divides the rest, as a number that is turned is
 * hardly read; where there is not so much width, all are as wide.
 */
function withWidths(lanes: readonly Omit<LaneColumns, 'column'>[], all: Omit<Columns, 'lanes'>): Columns {
  const {many, across} = all;
  const columns = lanes.reduce((sum, lane) => sum + lane.columns, 0);
  const needs = lanes.map(({lane}) =>
    Math.max(MARK, ...lane.bars.map(({count}) => String(count).length * DIGIT + AIR)),
  );
  const spare = across - lanes.reduce((sum, lane, i) => sum + lane.columns * (needs[i] ?? 0), 0);
  return {
    ...all,
    lanes: lanes.map((lane, i) => ({
      ...lane,
      column: many && spare >= 0 ? (needs[i] ?? 0) + spare / columns : across / columns,
    })),
  };
}

/** Makes columns as much wider as there is room. */
export function widened({lanes, across, many}: Columns, room: number): Columns {
  const factor = room / across;
  return {many, across: room, lanes: lanes.map((lane) => ({...lane, column: lane.column * factor}))};
}

/**
 * Assigns the items of a lane to columns, side by side where they would overlap; bars of short items are in the first.
 */
function columnsOf(lane: LaneInView): Omit<LaneColumns, 'column'> {
  const seen = lane.single.filter(({inRange}) => inRange);
  const first = lane.bars.filter(({wide}) => !wide);
  const ends: number[] = first.length > 0 ? [-Infinity] : [];
  const columnOf = new Map<Spot | LaneBar, number>(first.map((bar) => [bar, 0]));
  const things = [...seen, ...lane.bars.filter(({wide}) => wide)];
  for (const thing of things.sort((a, b) => a.low - b.low)) {
    const {low, high} = thing;
    const skip = first.some((bar) => bar.low - 1 < high && low < bar.high + 1) ? 0 : -1;
    const free = ends.findIndex((end, i) => i > skip && end <= low + EPSILON);
    const column = free < 0 ? ends.length : free;
    ends[column] = high;
    columnOf.set(thing, column);
  }
  return {lane, seen, columns: ends.length, columnOf};
}
