import type {Mark, TimelineItem, TimelineSource} from './types.js';

/** Half the space of a point along time, in pixels. */
export const REACH = 8;
/** Intervals narrower than this, in pixels, are drawn as points. */
const POINT = 8;

/** An item in pixels along time, relative to the start of the range and not clipped. */
export class Spot {
  /** Occupied extent. */
  readonly low: number;
  readonly high: number;
  #item: TimelineItem | undefined;

  constructor(
    readonly source: TimelineSource,
    readonly row: number,
    readonly from: number,
    readonly to: number,
    readonly inRange: boolean,
    readonly selected: boolean,
  ) {
    const point = to - from < POINT;
    const middle = (from + to) / 2;
    this.low = point ? middle - REACH : from;
    this.high = point ? middle + REACH : to;
  }

  /** Read on demand, since most spots only need their position. */
  get item(): TimelineItem {
    this.#item ??= this.source.item(this.row);
    return this.#item;
  }
}

/** The middle of the visible part. */
export const centreOf = ({from, to}: Spot, length: number): number =>
  (Math.max(from, 0) + Math.min(to, length)) / 2;

export const isPoint = ({from, to}: Spot): boolean => to - from < POINT;

/** The occupied extent of a spot, clipped to the view. */
export function roomOf(spot: Spot, length: number): {readonly low: number; readonly high: number} {
  if (!isPoint(spot)) return {low: Math.max(spot.from, 0), high: Math.min(spot.to, length)};
  const centre = centreOf(spot, length);
  return {low: centre - REACH, high: centre + REACH};
}

/** Converts a spot to a mark of the layout; `origin` is the start of the plot along time. */
export function markOfSpot(
  spot: Spot,
  place: {lane: string; row: number; across: number; origin: number; length: number},
): Mark {
  const {item, row: index, from, to, selected} = spot;
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
    approximate: item.approximate ?? false,
    uncertain: item.uncertain ?? false,
    selected,
  };
}

const startOf = ({item}: Spot) => Math.max(item.interval.start, -Number.MAX_VALUE);

/** Sort order of label priority: selected first, then by emphasis, then in time order. */
export const byRank = (a: Spot, b: Spot): number =>
  Number(b.selected) - Number(a.selected) ||
  (b.item.emphasis ?? 0) - (a.item.emphasis ?? 0) ||
  startOf(a) - startOf(b) ||
  a.row - b.row;
