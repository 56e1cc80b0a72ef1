import {f64, lowerBound, u32} from '../arrays/index.js';
import type {Lane, Longer} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {type Group, groupsOf, isLong, mergeOverflow, spotAt, thingsOf, type Viewport} from './lane-groups.js';
import type {Spot} from './spots.js';
import type {Bar} from './types.js';

/** Minimum width of a bar, in pixels. */
const BAR = 16;

/** Items merged into one counted bar. */
export interface LaneBar {
  readonly id: string;
  /** From the first start to the last end of its items. */
  readonly interval: Interval;
  /** Drawn extent, clipped to the viewport. */
  readonly from: number;
  readonly to: number;
  /** Occupied extent, at least the minimum width. */
  readonly low: number;
  readonly high: number;
  /** A bar of long items, which takes a row like a mark; other bars are in the first row. */
  readonly wide: boolean;
  readonly count: number;
  /** In time order. */
  readonly rows: () => Uint32Array;
}

/** The content of a lane to draw. */
export interface LaneContent {
  /** Items drawn individually, by `low`; those out of range keep their rows while panning. */
  readonly single: readonly Spot[];
  readonly bars: readonly LaneBar[];
}

/** The items of a dense group that are in range, except the selected one, which is drawn individually. */
interface Members {
  readonly count: number;
  /** Indexes in the lane, in time order. */
  readonly indexes: () => Uint32Array;
  /** Their extent, when known without reading each item. */
  readonly interval: Interval | null;
  /** The time cell that they fill; null for long items, which are drawn at their extent. */
  readonly stretch: Interval | null;
}

/** Decides which items of a lane are drawn individually and which merge into bars, for a maximum number of rows. */
export function contentOf(lane: Lane, viewport: Viewport, maxRows: number): LaneContent {
  const longer = lane.longer(viewport.step);
  const groups = groupsOf(lane, longer, viewport, maxRows);
  const things = thingsOf(groups, lane, viewport);
  mergeOverflow(things, groups, maxRows);
  const selected = indexOfRow(viewport.selected, lane);
  const single: Spot[] = [];
  const bars: LaneBar[] = [];
  for (const group of groups) {
    const members = group.dense ? membersOf(group, lane, longer, viewport, selected) : null;
    if (members?.count === 1) single.push(spotAt(lane, members.indexes()[0] ?? 0, viewport));
    else if (members && members.count > 1) bars.push(laneBar(group.key, members, lane, viewport));
  }
  for (const {spot, group} of things) if (spot && !spot.selected && !group.dense) single.push(spot);
  if (selected >= 0) single.push(spotAt(lane, selected, viewport));
  single.sort((a, b) => (a.low === b.low ? a.row - b.row : a.low < b.low ? -1 : 1));
  bars.sort((a, b) => a.low - b.low || (a.id < b.id ? -1 : 1));
  return {single, bars};
}

/** The index of a row in a lane, or -1. */
function indexOfRow(row: number, {rows}: Lane): number {
  const index = lowerBound(rows, row);
  return rows[index] === row ? index : -1;
}

/** The members of a dense group that are in range. */
function membersOf(
  group: Group,
  lane: Lane,
  longer: Longer,
  viewport: Viewport,
  selected: number,
): Members | null {
  const {start, end} = lane.spans;
  const {range, step} = viewport;
  const isMember = (index: number) =>
    index !== selected && f64(start, index) < range.end && f64(end, index) > range.start;
  if (group.wide) {
    const indexes = Uint32Array.from(group.members).filter(isMember);
    return {count: indexes.length, indexes: () => indexes, interval: null, stretch: null};
  }
  const {first, last, cell, size} = group;
  const stretch = {start: cell * step, end: (cell + 1) * step};
  // Items shorter than a cell end in the next cell at the latest.
  if (stretch.start >= range.end || stretch.end + step <= range.start) return null;
  const indexes = () => {
    const found = new Uint32Array(last - first);
    let count = 0;
    for (let index = first; index < last; index++)
      if (isMember(index) && !isLong(lane, index, viewport)) found[count++] = index;
    return found.subarray(0, count);
  };
  const isInside = stretch.start >= range.start && stretch.end <= range.end;
  // The items of a cell fully in range are already counted, and read on demand.
  if (isInside && !(first <= selected && selected < last))
    return {count: size, indexes, interval: lane.extentOf(first, last, step, longer), stretch};
  const found = indexes();
  // Items that only extend into the range from before are drawn at its edge.
  const edge = stretch.end <= range.start ? {start: range.start, end: range.start} : stretch;
  return {count: found.length, indexes: () => found, interval: null, stretch: edge};
}

/** The extent of the items at indexes of a lane. */
function intervalOf(indexes: Uint32Array, {spans}: Lane): Interval {
  let [first, last] = [Infinity, -Infinity];
  for (const index of indexes) {
    first = Math.min(first, f64(spans.start, index));
    last = Math.max(last, f64(spans.end, index));
  }
  return {start: first, end: last};
}

function laneBar(id: string, members: Members, lane: Lane, {scale, length}: Viewport): LaneBar {
  const {count, indexes, stretch} = members;
  const interval = members.interval ?? intervalOf(indexes(), lane);
  const drawn = stretch ?? interval;
  // Keep adjacent bars apart.
  const air = stretch ? 1 : 0;
  const clamp = (position: number) => Math.min(Math.max(position, 0), length);
  const [from, to] = [clamp(scale(drawn.start) + air), clamp(scale(drawn.end) - air)];
  const [middle, half] = [(from + to) / 2, Math.max(to - from, BAR) / 2];
  return {
    id,
    interval,
    from,
    to,
    low: middle - half,
    high: middle + half,
    wide: stretch === null,
    count,
    rows: () => indexes().map((index) => u32(lane.rows, index)),
  };
}

/** Converts to a bar of the layout; `origin` is the start of the plot along time. */
export const barOf = (
  {id, from, to, interval, wide, count, rows}: LaneBar,
  {lane, origin, across}: {lane: string; origin: number; across: number},
): Bar => ({id, lane, from: origin + from, to: origin + to, across, interval, wide, count, rows});
