import type {LaneBar} from './lane-content.js';
import {HAIR} from './lane-groups.js';
import type {Spot} from './spots.js';
import type {LaneInView, ViewContent} from './view-content.js';

/** Between two columns, where there is room for it and where there is little. */
const COLUMN = 14;
const NARROW = 10;
/** The share of the width that columns get. */
const SHARE = 0.36;
/** The same among many events, where there is more to count than to name: room for the numbers of bars. */
const WIDE_COLUMN = 17;
const WIDE_SHARE = 0.5;

/** A lane in as many columns as it needs. */
interface LaneColumns {
  readonly lane: LaneInView;
  /** Its marks in range. */
  readonly seen: readonly Spot[];
  readonly columns: number;
  readonly columnOf: ReadonlyMap<Spot | LaneBar, number>;
}

/** The columns of all lanes, from left to right. */
export interface Columns {
  readonly lanes: readonly LaneColumns[];
  /** Width of one, and of all. */
  readonly column: number;
  readonly across: number;
}

/** As many columns as the width has room for: where they would leave too little of it to the texts, more merges. */
export function layoutColumns(
  contentOf: (maxRows: number) => ViewContent,
  width: number,
  maxRows: number,
): Columns {
  for (let rows = Math.max(1, maxRows); ; rows--) {
    const content = contentOf(rows);
    const [widest, share] = content.many ? [WIDE_COLUMN, WIDE_SHARE] : [COLUMN, SHARE];
    const lanes = content.lanes.map(columnsOf);
    const columns = lanes.reduce((sum, lane) => sum + lane.columns, 0);
    if (rows > 1 && columns * NARROW > width * share) continue;
    const column = Math.min(widest, (width * share) / columns);
    return {lanes, column, across: columns * column};
  }
}

/** Columns of a lane: marks side by side where they would cover each other; bars in the first. */
function columnsOf(lane: LaneInView): LaneColumns {
  const seen = lane.single.filter(({inRange}) => inRange);
  const first = lane.bars.filter(({wide}) => !wide);
  const ends: number[] = first.length > 0 ? [-Infinity] : [];
  const columnOf = new Map<Spot | LaneBar, number>(first.map((bar) => [bar, 0]));
  const things = [...seen, ...lane.bars.filter(({wide}) => wide)];
  for (const thing of things.sort((a, b) => a.low - b.low)) {
    const {low, high} = thing;
    const skip = first.some((bar) => bar.low - 1 < high && low < bar.high + 1) ? 0 : -1;
    const free = ends.findIndex((end, i) => i > skip && end <= low + HAIR);
    const column = free < 0 ? ends.length : free;
    ends[column] = high;
    columnOf.set(thing, column);
  }
  return {lane, seen, columns: ends.length, columnOf};
}
