import {f64, lowerBound, u32, upperBound} from '../arrays/index.js';
import type {Lane, Longer} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {isMany} from './source.js';
import {Spot} from './spots.js';
import type {TimelineSource, TimeScale} from './types.js';

/** Lanes of up to this many events are laid out as a whole; larger ones from one viewport length before the view. */
const WHOLE = 400;
/** Alignment of the start in cells, so that nearby views start at the same one. */
const ALIGN = 16;
/** With many events, a group larger than this becomes one bar. */
const FEW = 3;
/** Tolerance for float64 errors in pixels, on which rows must not depend. */
export const EPSILON = 0.01;

/** The viewport of a lane. */
export interface Viewport {
  readonly source: TimelineSource;
  /** Its range starts at 0, the start of the viewport. */
  readonly scale: TimeScale;
  readonly range: Interval;
  /** Length of the viewport in pixels. */
  readonly length: number;
  /**
   * Duration of a cell, in which short items merge: `2 ** power` milliseconds, so that cells are the same in all views
   * at one scale.
   */
  readonly step: number;
  readonly power: number;
  /** Row of the selected item, or -1. */
  readonly selected: number;
}

interface GroupBase {
  /** Stable across views at one scale. */
  readonly key: string;
  /** Occupied extent of the group, in pixels. */
  low: number;
  high: number;
  size: number;
  /** Drawn as one bar. */
  dense: boolean;
}

/**
 * Short items that start in one time cell, counted without reading them: among indexes `first` to before `last` of the
 * lane, which also contain longer ones.
 */
interface Stretch extends GroupBase {
  readonly wide: false;
  readonly cell: number;
  readonly first: number;
  readonly last: number;
}

/** Long items of similar length and start. */
interface Kind extends GroupBase {
  readonly wide: true;
  readonly cell: number;
  /** Indexes in the lane. */
  readonly members: number[];
}

/** Items that may merge into one bar. */
export type Group = Stretch | Kind;

/** A single item, or a dense group of long items as a whole. */
export interface Thing {
  readonly low: number;
  readonly high: number;
  readonly group: Group;
  readonly spot: Spot | undefined;
}

/** The item at an index of a lane. */
export function spotAt(lane: Lane, index: number, {source, scale, range, selected}: Viewport): Spot {
  const [start, end] = [f64(lane.spans.start, index), f64(lane.spans.end, index)];
  const row = u32(lane.rows, index);
  const inRange = start < range.end && end > range.start;
  return new Spot(source, row, scale(start), scale(end), inRange, row === selected);
}

/** Whether the item at an index is at least as long as a cell. */
export const isLong = ({spans}: Lane, index: number, {step}: Viewport): boolean =>
  f64(spans.end, index) - f64(spans.start, index) >= step;

/** The groups of a lane: short items in time order, then long ones. */
export function groupsOf(lane: Lane, longer: Longer, viewport: Viewport, maxRows: number): readonly Group[] {
  const reach = reachOf(lane, viewport);
  const many = isMany(viewport.source);
  // A row of a 64 pixel cell fits five points, including those at its edges.
  const stretches = stretchesOf(lane, longer, reach, viewport, many ? FEW : 5 * maxRows);
  const kinds = kindsOf(lane, longer, reach, viewport, many ? FEW : 2 * maxRows);
  return [...stretches, ...kinds];
}

/** The range of time that a lane is laid out for. */
function reachOf(lane: Lane, {scale, range, length, step}: Viewport): Interval {
  if (lane.size <= WHOLE) return {start: -Infinity, end: Infinity};
  const align = step * ALIGN;
  return {
    start: Math.floor(scale.invert(-length) / align) * align,
    end: Math.ceil(range.end / step) * step,
  };
}

/** Groups short items by time cell; a group of more than `most` is dense. */
function stretchesOf(
  lane: Lane,
  longer: Longer,
  reach: Interval,
  {scale, step, power}: Viewport,
  most: number,
): readonly Stretch[] {
  const {start} = lane.spans;
  const stretches: Stretch[] = [];
  const stop = lowerBound(start, reach.end);
  let index = Math.max(upperBound(start, -Infinity), lowerBound(start, reach.start));
  while (index < stop) {
    const cell = Math.floor(f64(start, index) / step);
    const first = index;
    const last = Math.max(first + 1, lowerBound(start, (cell + 1) * step, first, stop));
    index = last;
    const size = lane.shorter(first, last, longer);
    if (size === 0) continue;
    stretches.push({
      key: `${power}:${cell}`,
      wide: false,
      cell,
      first,
      last,
      low: scale(cell * step),
      high: scale((cell + 1) * step),
      size,
      dense: size > most,
    });
  }
  return stretches;
}

/** Groups long items by length and start, in order of their first starts; a group of more than `most` is dense. */
function kindsOf(
  lane: Lane,
  longer: Longer,
  reach: Interval,
  {scale, step, power}: Viewport,
  most: number,
): readonly Kind[] {
  const {start, end} = lane.spans;
  const kinds: Kind[] = [];
  // Items arrive by start, so those of one length level arrive cell by cell.
  const recent = new Map<number, Kind>();
  longer.spans.each(reach, (k) => {
    const index = u32(longer.at, k);
    const [from, to] = [f64(start, index), f64(end, index)];
    const level = levelOf(from, to, step, power);
    const cell = Number.isFinite(level) ? Math.floor(from / 2 ** level) : Number(from === -Infinity);
    let kind = recent.get(level);
    if (!kind || kind.cell !== cell) {
      const key = `${level}:${cell}`;
      kind = {key, wide: true, cell, members: [], low: Infinity, high: -Infinity, size: 0, dense: false};
      recent.set(level, kind);
      kinds.push(kind);
    }
    kind.members.push(index);
    kind.size++;
    kind.low = Math.min(kind.low, scale(from));
    kind.high = Math.max(kind.high, scale(to));
    return undefined;
  });
  for (const kind of kinds) kind.dense = kind.size > most;
  return kinds;
}

/**
 * The level of a length: equal within a factor of four. Intervals without an end and those without a start have levels
 * of their own.
 */
function levelOf(from: number, to: number, step: number, power: number): number {
  if (Number.isFinite(to - from)) return power + 2 * Math.ceil(Math.log2((to - from) / step) / 2 + 1e-9);
  return to === Infinity ? Infinity : -Infinity;
}

/**
 * The items and dense groups that may take a row, by `low`. A dense cell yields no items, so the number of items is
 * bounded by the available space.
 */
export function thingsOf(groups: readonly Group[], lane: Lane, viewport: Viewport): readonly Thing[] {
  const things: Thing[] = [];
  const add = (group: Group, index: number) => {
    const spot = spotAt(lane, index, viewport);
    things.push({low: spot.low, high: spot.high, group, spot});
  };
  for (const group of groups) {
    if (group.wide && group.dense) things.push({low: group.low, high: group.high, group, spot: undefined});
    else if (group.wide) for (const index of group.members) add(group, index);
    else if (!group.dense) {
      for (let index = group.first; index < group.last; index++)
        if (!isLong(lane, index, viewport)) add(group, index);
    }
  }
  return things.sort((a, b) => (a.low === b.low ? 0 : a.low < b.low ? -1 : 1));
}

/**
 * Makes groups dense while one of their items finds no free row. An item alone in its group gets an extra row instead.
 */
export function mergeOverflow(things: readonly Thing[], groups: readonly Group[], maxRows: number): void {
  while (hasMerged(things, groups, maxRows));
}

/** One pass of `mergeOverflow`; true when a group became dense, which frees space for the rest. */
function hasMerged(things: readonly Thing[], groups: readonly Group[], maxRows: number): boolean {
  let merged = false;
  const rows = new Array<number>(maxRows).fill(-Infinity);
  const overlapsBar = barOverlapOf(groups);
  const opened = new Set<Group>();
  for (const thing of things) {
    const {group} = thing;
    let {low, high} = thing;
    if (group.dense) {
      if (!group.wide || opened.has(group)) continue;
      opened.add(group);
      ({low, high} = group);
    }
    const skip = overlapsBar(low, high) ? 0 : -1;
    const row = rows.findIndex((end, i) => i > skip && end <= low + EPSILON);
    if (row >= 0) rows[row] = high;
    else if (!group.dense && group.size > 1) merged = group.dense = true;
  }
  return merged;
}

/** Whether an extent overlaps a bar of the first row; to be called in order of `low`. */
function barOverlapOf(groups: readonly Group[]): (low: number, high: number) => boolean {
  const bars = groups.filter(({dense, wide}) => dense && !wide).sort((a, b) => a.low - b.low);
  let next = 0;
  return (low, high) => {
    while (next < bars.length && (bars[next]?.high ?? 0) <= low) next++;
    return next < bars.length && (bars[next]?.low ?? 0) < high;
  };
}
