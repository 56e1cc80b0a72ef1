import {f64, lowerBound, u32} from '../arrays/index.js';
import type {Lane, Longer} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {type Group, groupsOf, isLong, mergeOverflow, spotAt, thingsOf, type Viewport} from './lane-groups.js';
import type {Spot} from './spots.js';
import type {Bar} from './types.js';

/** A bar is drawn no narrower than this. */
const BAR = 16;

/** Items that are drawn as one. */
export interface LaneBar {
  readonly id: string;
  /** From the first start to the last end of what is in it. */
  readonly interval: Interval;
  /** Where it is drawn, clipped to the viewport. */
  readonly from: number;
  readonly to: number;
  /** The room that it takes. */
  readonly low: number;
  readonly high: number;
  /** Long ones, which take a row as a mark does; the others stand in the first row. */
  readonly wide: boolean;
  readonly count: number;
  /** In time order. */
  readonly rows: () => Uint32Array;
}

/** What of a lane is drawn. */
export interface LaneContent {
  /** Drawn one by one, in order of `low`; those out of range keep their rows while panning. */
  readonly single: readonly Spot[];
  readonly bars: readonly LaneBar[];
}

/** What of a dense group is in range, without the selected item, which is drawn as itself. */
interface Members {
  readonly count: number;
  /** Places in the lane, in time order. */
  readonly places: () => Uint32Array;
  /** From their first start to their last end, where that is known without a look at each. */
  readonly interval: Interval | null;
  /** The stretch of time that they stand for; null for long ones, which are drawn as far as they reach. */
  readonly stretch: Interval | null;
}

/** What of a lane is drawn one by one, and what as bars, with so many rows. */
export function contentOf(lane: Lane, viewport: Viewport, maxRows: number): LaneContent {
  const longer = lane.longer(viewport.step);
  const groups = groupsOf(lane, longer, viewport, maxRows);
  const things = thingsOf(groups, lane, viewport);
  mergeOverflow(things, groups, maxRows);
  const selected = placeOf(viewport.selected, lane);
  const single: Spot[] = [];
  const bars: LaneBar[] = [];
  for (const group of groups) {
    const members = group.dense ? membersOf(group, lane, longer, viewport, selected) : null;
    if (members?.count === 1) single.push(spotAt(lane, members.places()[0] ?? 0, viewport));
    else if (members && members.count > 1) bars.push(laneBar(group.key, members, lane, viewport));
  }
  for (const {spot, group} of things) if (spot && !spot.selected && !group.dense) single.push(spot);
  if (selected >= 0) single.push(spotAt(lane, selected, viewport));
  single.sort((a, b) => (a.low === b.low ? a.row - b.row : a.low < b.low ? -1 : 1));
  bars.sort((a, b) => a.low - b.low || (a.id < b.id ? -1 : 1));
  return {single, bars};
}

/** The place of a row in a lane; -1 when it is not there. */
function placeOf(row: number, {rows}: Lane): number {
  const place = lowerBound(rows, row);
  return rows[place] === row ? place : -1;
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
  const isMember = (place: number) =>
    place !== selected && f64(start, place) < range.end && f64(end, place) > range.start;
  if (group.wide) {
    const places = Uint32Array.from(group.members).filter(isMember);
    return {count: places.length, places: () => places, interval: null, stretch: null};
  }
  const {first, last, cell, size} = group;
  const stretch = {start: cell * step, end: (cell + 1) * step};
  // What is short reaches no further than into the next stretch.
  if (stretch.start >= range.end || stretch.end + step <= range.start) return null;
  const places = () => {
    const found = new Uint32Array(last - first);
    let count = 0;
    for (let place = first; place < last; place++)
      if (isMember(place) && !isLong(lane, place, viewport)) found[count++] = place;
    return found.subarray(0, count);
  };
  const isInside = stretch.start >= range.start && stretch.end <= range.end;
  // Those of a whole stretch are counted already, and read when they are asked for.
  if (isInside && !(first <= selected && selected < last))
    return {count: size, places, interval: lane.extentOf(first, last, step, longer), stretch};
  const found = places();
  // What only reaches in from before stands at the edge.
  const edge = stretch.end <= range.start ? {start: range.start, end: range.start} : stretch;
  return {count: found.length, places: () => found, interval: null, stretch: edge};
}

/** From the first start to the last end of the items at places of a lane. */
function intervalOf(places: Uint32Array, {spans}: Lane): Interval {
  let [first, last] = [Infinity, -Infinity];
  for (const place of places) {
    first = Math.min(first, f64(spans.start, place));
    last = Math.max(last, f64(spans.end, place));
  }
  return {start: first, end: last};
}

function laneBar(id: string, members: Members, lane: Lane, {scale, length}: Viewport): LaneBar {
  const {count, places, stretch} = members;
  const interval = members.interval ?? intervalOf(places(), lane);
  const drawn = stretch ?? interval;
  // Bars of two stretches do not touch.
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
    rows: () => places().map((place) => u32(lane.rows, place)),
  };
}

/** The bar of a layout; `origin` is where the plot starts along time. */
export const barOf = (
  {id, from, to, interval, wide, count, rows}: LaneBar,
  {lane, origin, across}: {lane: string; origin: number; across: number},
): Bar => ({id, lane, from: origin + from, to: origin + to, across, interval, wide, count, rows});
