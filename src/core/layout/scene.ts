import type {Interval} from '../time/index.js';
import type {Mark, TimelineItem, TimelineLane} from './types.js';

/** Half the room that a point takes along time. */
export const REACH = 8;
/** Narrower than this an interval is drawn as a point. */
const POINT = 8;
/** Least width of the stretches that bars count in; at most twice that. */
const CELL = 32;
/** What float64 may be off by, in pixels: rows must not depend on it. */
const HAIR = 0.01;

/** An item in pixels along time, counted from the start of the range and not clipped. */
export interface Spot {
  readonly item: TimelineItem;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** The room that it takes. */
  readonly low: number;
  readonly high: number;
  /** The stretch of the time grid that it belongs to. */
  readonly cell: number;
  readonly inRange: boolean;
  readonly selected: boolean;
}

interface SceneBar {
  readonly id: string;
  readonly interval: Interval;
  /** Clipped to the view. */
  readonly from: number;
  readonly to: number;
  readonly spots: readonly Spot[];
}

export interface SceneLane extends TimelineLane {
  /** Drawn one by one, in order of `low`; those out of range keep their rows while panning. */
  readonly single: readonly Spot[];
  readonly bars: readonly SceneBar[];
}

export interface Scene {
  /** Those with something in range. */
  readonly lanes: readonly SceneLane[];
  readonly length: number;
}

/** Items in time order, with their places in what was given. Data comes sorted as a rule: then nothing is sorted. */
export function orderOf(items: readonly TimelineItem[]): {
  readonly order: readonly TimelineItem[];
  readonly places: readonly number[];
} {
  const places = items.map((_, i) => i);
  const compare = (p: number, q: number) => {
    const [a, b] = [items[p]?.interval, items[q]?.interval];
    if (!a || !b) return 0;
    if (a.start !== b.start) return a.start < b.start ? -1 : 1;
    return a.end === b.end ? p - q : a.end < b.end ? -1 : 1;
  };
  if (places.every((place) => place === 0 || compare(place - 1, place) < 0)) return {order: items, places};
  places.sort(compare);
  return {order: places.flatMap((place) => items[place] ?? []), places};
}

/**
 * Which spots of a lane (in order of `low`) merge: those of a stretch of time where the rows do not suffice. The bars
 * stand in the first row; one that would count a single point is not made.
 */
function mergedOf(
  spots: readonly Spot[],
  maxRows: number,
  cellAt: (position: number) => number,
  cellLength: number,
): ReadonlySet<Spot> {
  const dense = new Set<number>();
  const forced = new Set<Spot>();
  const short = (spot: Spot) => spot.high - spot.low < cellLength;
  const merges = (spot: Spot) => forced.has(spot) || (dense.has(spot.cell) && short(spot));
  const barred = ({low, high}: Spot) => {
    if (dense.size === 0) return false;
    const [first, last] = [cellAt(low), cellAt(high)];
    if (!(last - first < dense.size)) {
      for (const cell of dense) if (first <= cell && cell <= last) return true;
      return false;
    }
    for (let cell = first; cell <= last; cell++) if (dense.has(cell)) return true;
    return false;
  };
  for (let pass = 0, overflow = true; overflow; pass++) {
    overflow = false;
    const rows = new Array<number>(maxRows).fill(-Infinity);
    for (const spot of spots) {
      if (merges(spot)) continue;
      const skip = barred(spot) ? 0 : -1;
      const row = rows.findIndex((end, i) => i > skip && end <= spot.low + HAIR);
      if (row >= 0) rows[row] = spot.high;
      else if (short(spot) && pass < 4) {
        overflow = true;
        dense.add(spot.cell);
      } else {
        overflow = true;
        forced.add(spot);
      }
    }
  }
  const count = new Map<number, number>();
  const merged = spots.filter(merges);
  for (const {cell} of merged) count.set(cell, (count.get(cell) ?? 0) + 1);
  return new Set(merged.filter((spot) => forced.has(spot) || (count.get(spot.cell) ?? 0) > 1));
}

/**
 * Everything that goes by time alone: what is in range, and with so many rows, what merges. Merging does not depend
 * on the viewport.
 */
export function sceneOf(
  order: readonly TimelineItem[],
  places: readonly number[],
  lanes: readonly TimelineLane[],
  {start, end}: Interval,
  length: number,
  selected: string | null,
): (maxRows: number) => Scene {
  const scale = length / (end - start);
  const power = Math.ceil(Math.log2(CELL / scale) - 1e-9);
  const step = 2 ** power;
  const at = (time: number) => (time - start) * scale;
  const cellAt = (position: number) => Math.floor((position / scale + start) / step);
  const laneOf = new Map<string, Spot[]>([...lanes.map(({id}) => id), ''].map((id) => [id, []]));
  const nameless = laneOf.get('') ?? [];
  order.forEach((item, i) => {
    const {interval} = item;
    const [from, to] = [at(interval.start), at(interval.end)];
    if (Number.isNaN(to - from)) return;
    const point = to - from < POINT;
    const middle = (from + to) / 2;
    const anchor = point
      ? (interval.start + interval.end) / 2
      : Number.isFinite(interval.start)
        ? interval.start
        : Number.isFinite(interval.end)
          ? interval.end
          : 0;
    (laneOf.get(item.lane) ?? nameless).push({
      item,
      index: places[i] ?? i,
      from,
      to,
      low: point ? middle - REACH : from,
      high: point ? middle + REACH : to,
      cell: Math.floor(anchor / step),
      inRange: interval.start < end && interval.end > start,
      selected: item.id === selected,
    });
  });
  const [firstCell, lastCell] = [Math.floor(start / step), Math.ceil(end / step) - 1];
  const labels = new Map(lanes.map(({id, label}) => [id, label]));
  const seen = [...laneOf].filter(([, spots]) => spots.some(({inRange}) => inRange));
  for (const [, spots] of seen) spots.sort((a, b) => (a.low === b.low ? 0 : a.low < b.low ? -1 : 1));
  const clip = (position: number) => Math.min(Math.max(position, 0), length);
  const laneAt = ([id, spots]: [string, readonly Spot[]], maxRows: number): SceneLane => {
    const merged = mergedOf(spots, maxRows, cellAt, step * scale);
    const single: Spot[] = [];
    const cells = new Map<number, Spot[]>();
    for (const spot of spots) {
      if (spot.selected || !merged.has(spot)) single.push(spot);
      else if (spot.inRange) {
        const cell = Math.min(Math.max(spot.cell, firstCell), lastCell);
        const members = cells.get(cell);
        if (members) members.push(spot);
        else cells.set(cell, [spot]);
      }
    }
    const bars = [...cells]
      .sort(([a], [b]) => a - b)
      .map(([cell, members]): SceneBar => {
        const interval = {start: cell * step, end: (cell + 1) * step};
        return {
          id: `${id}@${power}:${cell}`,
          interval,
          from: clip(at(interval.start) + 1),
          to: clip(at(interval.end) - 1),
          spots: members.sort((a, b) => startOf(a) - startOf(b) || a.index - b.index),
        };
      });
    return {id, label: labels.get(id) ?? '', single, bars};
  };
  return (maxRows) => ({lanes: seen.map((lane) => laneAt(lane, maxRows)), length});
}

const startOf = ({item}: Spot) => Math.max(item.interval.start, -Number.MAX_VALUE);

/** The middle of what is in view. */
export const centreOf = ({from, to}: Spot, length: number): number =>
  (Math.max(from, 0) + Math.min(to, length)) / 2;

export const isPoint = ({from, to}: Spot): boolean => to - from < POINT;

/** The room that a spot takes in the view. */
export function roomOf(spot: Spot, length: number): {readonly low: number; readonly high: number} {
  if (!isPoint(spot)) return {low: Math.max(spot.from, 0), high: Math.min(spot.to, length)};
  const centre = centreOf(spot, length);
  return {low: centre - REACH, high: centre + REACH};
}

/** The mark of a spot; `origin` is where the plot starts along time. */
export function markOf(
  spot: Spot,
  {start, end}: Interval,
  place: {lane: string; row: number; across: number; origin: number; length: number},
): Mark {
  const {item, index, from, to, selected} = spot;
  const {lane, row, across, origin, length} = place;
  const {interval} = item;
  return {
    id: item.id,
    index,
    lane,
    row,
    shape: isPoint(spot) ? 'point' : 'span',
    from: origin + Math.max(from, 0),
    to: origin + Math.min(to, length),
    centre: origin + centreOf(spot, length),
    across,
    openStart: interval.start === -Infinity,
    openEnd: interval.end === Infinity,
    clippedStart: interval.start > -Infinity && interval.start < start,
    clippedEnd: interval.end < Infinity && interval.end > end,
    approximate: item.approximate ?? false,
    uncertain: item.uncertain ?? false,
    selected,
  };
}

/** Labels are placed in this order: the selected first, then by emphasis, then in time order. */
export const byRank = (a: Spot, b: Spot): number =>
  Number(b.selected) - Number(a.selected) ||
  (b.item.emphasis ?? 0) - (a.item.emphasis ?? 0) ||
  startOf(a) - startOf(b) ||
  a.index - b.index;
