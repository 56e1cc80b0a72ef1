import type {Mark, TimelineItem, TimelineSource} from './types.js';

/** Half the room that a point takes along time. */
export const REACH = 8;
/** Narrower than this an interval is drawn as a point. */
const POINT = 8;

/** An item in pixels along time, counted from the start of the range and not clipped. */
export class Spot {
  /** The room that it takes. */
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

  /** Read when it is asked for: of most spots nothing but their place is. */
  get item(): TimelineItem {
    this.#item ??= this.source.item(this.row);
    return this.#item;
  }
}

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

/** Labels are placed in this order: the selected first, then by emphasis, then in time order. */
export const byRank = (a: Spot, b: Spot): number =>
  Number(b.selected) - Number(a.selected) ||
  (b.item.emphasis ?? 0) - (a.item.emphasis ?? 0) ||
  startOf(a) - startOf(b) ||
  a.row - b.row;
