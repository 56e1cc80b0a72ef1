import {f64, lowerBound, u32, upperBound} from '../arrays/index.js';
import type {Lane, Longer} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {isMany} from './source.js';
import {Spot} from './spots.js';
import type {TimelineSource, TimeScale} from './types.js';

/** Lanes of at most so many events are arranged from their beginning; larger ones from one view before. */
const WHOLE = 400;
/** The stretches that larger ones begin at, in cells: the same for views that lie near each other. */
const ALIGN = 16;
/** Of many events a stretch, or kind, with more than a few is one bar. */
const FEW = 3;
/** What float64 may be off by, in pixels: rows must not depend on it. */
export const HAIR = 0.01;

/** What is in view, as a lane needs it. */
export interface Viewport {
  readonly source: TimelineSource;
  /** From 0 at the start of the viewport. */
  readonly scale: TimeScale;
  readonly range: Interval;
  /** Of the viewport, in pixels. */
  readonly length: number;
  /** Length of a stretch of time in which short items merge: a power of two, so that it lies the same for all views. */
  readonly step: number;
  readonly power: number;
  /** Row of the selected item; -1 for none. */
  readonly selected: number;
}

interface GroupBase {
  /** The same for all views of one scale. */
  readonly key: string;
  /** The room that all of it takes, in pixels. */
  low: number;
  high: number;
  size: number;
  /** Drawn as one. */
  dense: boolean;
}

/** Short items of a stretch of time, counted and not read: at places `first` up to `last` of the lane, among longer ones. */
interface Stretch extends GroupBase {
  readonly wide: false;
  readonly cell: number;
  readonly first: number;
  readonly last: number;
}

/** Long items of like length and start. */
interface Kind extends GroupBase {
  readonly wide: true;
  readonly cell: number;
  /** Places in the lane. */
  readonly members: number[];
}

/** What may have to be drawn as one. */
export type Group = Stretch | Kind;

/** A spot, or a whole group that is too large to have any. */
export interface Thing {
  readonly low: number;
  readonly high: number;
  readonly group: Group;
  readonly spot: Spot | undefined;
}

/** The item at a place of a lane. */
export function spotAt(lane: Lane, place: number, {source, scale, range, selected}: Viewport): Spot {
  const [start, end] = [f64(lane.spans.start, place), f64(lane.spans.end, place)];
  const row = u32(lane.rows, place);
  const inRange = start < range.end && end > range.start;
  return new Spot(source, row, scale(start), scale(end), inRange, row === selected);
}

/** Whether the item at a place is as long as a stretch or longer. */
export const isLong = ({spans}: Lane, place: number, {step}: Viewport): boolean =>
  f64(spans.end, place) - f64(spans.start, place) >= step;

/** The groups of a lane: those of short items in time order, then those of long ones. */
export function groupsOf(lane: Lane, longer: Longer, viewport: Viewport, maxRows: number): readonly Group[] {
  const reach = reachOf(lane, viewport);
  const many = isMany(viewport.source);
  // A row of a stretch of 64 pixels has room for five points, those at its edges included.
  const stretches = stretchesOf(lane, longer, reach, viewport, many ? FEW : 5 * maxRows);
  const kinds = kindsOf(lane, longer, reach, viewport, many ? FEW : 2 * maxRows);
  return [...stretches, ...kinds];
}

/** The part of time that a lane is arranged in. */
function reachOf(lane: Lane, {scale, range, length, step}: Viewport): Interval {
  if (lane.size <= WHOLE) return {start: -Infinity, end: Infinity};
  const align = step * ALIGN;
  return {
    start: Math.floor(scale.invert(-length) / align) * align,
    end: Math.ceil(range.end / step) * step,
  };
}

/** Short items, stretch by stretch; one with more than `most` is dense. */
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
  let place = Math.max(upperBound(start, -Infinity), lowerBound(start, reach.start));
  while (place < stop) {
    const cell = Math.floor(f64(start, place) / step);
    const first = place;
    const last = Math.max(first + 1, lowerBound(start, (cell + 1) * step, first, stop));
    place = last;
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

/** Long items by length and start, in the order of their first starts; a group of more than `most` is dense. */
function kindsOf(
  lane: Lane,
  longer: Longer,
  reach: Interval,
  {scale, step, power}: Viewport,
  most: number,
): readonly Kind[] {
  const {start, end} = lane.spans;
  const kinds: Kind[] = [];
  // They come in order of start, so that those of like length come stretch by stretch.
  const recent = new Map<number, Kind>();
  longer.spans.each(reach, (k) => {
    const place = u32(longer.at, k);
    const [from, to] = [f64(start, place), f64(end, place)];
    const level = levelOf(from, to, step, power);
    const cell = Number.isFinite(level) ? Math.floor(from / 2 ** level) : Number(from === -Infinity);
    let kind = recent.get(level);
    if (!kind || kind.cell !== cell) {
      const key = `${level}:${cell}`;
      kind = {key, wide: true, cell, members: [], low: Infinity, high: -Infinity, size: 0, dense: false};
      recent.set(level, kind);
      kinds.push(kind);
    }
    kind.members.push(place);
    kind.size++;
    kind.low = Math.min(kind.low, scale(from));
    kind.high = Math.max(kind.high, scale(to));
    return undefined;
  });
  for (const kind of kinds) kind.dense = kind.size > most;
  return kinds;
}

/** What lengths within a factor of four have in common; those without an end, or a start, are of a kind each. */
function levelOf(from: number, to: number, step: number, power: number): number {
  if (Number.isFinite(to - from)) return power + 2 * Math.ceil(Math.log2((to - from) / step) / 2 + 1e-9);
  return to === Infinity ? Infinity : -Infinity;
}

/**
 * What of the groups may take a row, in the order of `low`. A dense stretch has no spots, so that what is made is never
 * much more than there is room for.
 */
export function thingsOf(groups: readonly Group[], lane: Lane, viewport: Viewport): readonly Thing[] {
  const things: Thing[] = [];
  const add = (group: Group, place: number) => {
    const spot = spotAt(lane, place, viewport);
    things.push({low: spot.low, high: spot.high, group, spot});
  };
  for (const group of groups) {
    if (group.wide && group.dense) things.push({low: group.low, high: group.high, group, spot: undefined});
    else if (group.wide) for (const place of group.members) add(group, place);
    else if (!group.dense) {
      for (let place = group.first; place < group.last; place++)
        if (!isLong(lane, place, viewport)) add(group, place);
    }
  }
  return things.sort((a, b) => (a.low === b.low ? 0 : a.low < b.low ? -1 : 1));
}

/** Makes those groups dense one of which an item finds no free row. What has no others of its kind gets a row more. */
export function mergeOverflow(things: readonly Thing[], groups: readonly Group[], maxRows: number): void {
  while (hasMerged(things, groups, maxRows));
}

/** One round of it; whether a group has become dense, which leaves other room to the rest. */
function hasMerged(things: readonly Thing[], groups: readonly Group[], maxRows: number): boolean {
  let merged = false;
  const rows = new Array<number>(maxRows).fill(-Infinity);
  const isBarred = barredBy(groups);
  const opened = new Set<Group>();
  for (const thing of things) {
    const {group} = thing;
    let {low, high} = thing;
    if (group.dense) {
      if (!group.wide || opened.has(group)) continue;
      opened.add(group);
      ({low, high} = group);
    }
    const skip = isBarred(low, high) ? 0 : -1;
    const row = rows.findIndex((end, i) => i > skip && end <= low + HAIR);
    if (row >= 0) rows[row] = high;
    else if (!group.dense && group.size > 1) merged = group.dense = true;
  }
  return merged;
}

/** Whether something lies over a bar of the first row; to be asked in order of `low`. */
function barredBy(groups: readonly Group[]): (low: number, high: number) => boolean {
  const bars = groups.filter(({dense, wide}) => dense && !wide).sort((a, b) => a.low - b.low);
  let next = 0;
  return (low, high) => {
    while (next < bars.length && (bars[next]?.high ?? 0) <= low) next++;
    return next < bars.length && (bars[next]?.low ?? 0) < high;
  };
}
