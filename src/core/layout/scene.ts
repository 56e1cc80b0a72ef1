import {lowerBound, upperBound} from '../arrays/index.js';
import type {Lane, Longer} from '../table/index.js';
import type {Interval} from '../time/index.js';
import type {Bar, Mark, TimelineItem, TimelineLane, TimelineSource} from './types.js';

/** Half the room that a point takes along time. */
export const REACH = 8;
/** Narrower than this an interval is drawn as a point. */
const POINT = 8;
/** Least width of the stretches that bars count in; at most twice that. */
const CELL = 32;
/** A bar is drawn no narrower than this. */
const BAR = 16;
/** What float64 may be off by, in pixels: rows must not depend on it. */
const HAIR = 0.01;
/** Lanes of at most so many events are arranged from their beginning; larger ones from one view before. */
const WHOLE = 400;
/** In a story of more events than this, marks merge sooner: a stretch, or kind, with more than a few is one bar. */
const MANY = 300;
const FEW = 3;
/** Whether a story has more events than can be told apart at a glance. */
export const isMany = ({spans}: TimelineSource): boolean => spans.size > MANY;
/** The stretches that larger ones begin at, in cells: the same for views that lie near each other. */
const ALIGN = 16;

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

/** Items that are drawn as one. */
export interface SceneBar {
  readonly id: string;
  /** From the first start to the last end of what is in it. */
  readonly interval: Interval;
  /** Where it is drawn, clipped to the view. */
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

export interface SceneLane extends TimelineLane {
  /** Drawn one by one, in order of `low`; those out of range keep their rows while panning. */
  readonly single: readonly Spot[];
  readonly bars: readonly SceneBar[];
}

export interface Scene {
  /** Those with something in range. */
  readonly lanes: readonly SceneLane[];
  readonly length: number;
  /** The story has more events than can be told apart at a glance. */
  readonly many: boolean;
}

/** What may have to be drawn as one: short items of a stretch of time, or long ones of like length and start. */
interface Group {
  readonly key: string;
  readonly wide: boolean;
  /** The stretch, for short ones; places in the lane are `first` up to `last`. */
  readonly cell: number;
  readonly first: number;
  readonly last: number;
  /** Places in the lane, for long ones. */
  readonly members: number[];
  low: number;
  high: number;
  size: number;
  /** Drawn as one. */
  dense: boolean;
}

/** A spot, or a whole group that is too large to have any. */
interface Thing {
  readonly low: number;
  readonly high: number;
  readonly group: Group;
  readonly spot: Spot | undefined;
}

/** The view as a lane needs it. */
interface Look {
  readonly source: TimelineSource;
  readonly range: Interval;
  readonly length: number;
  readonly scale: number;
  /** Length of a stretch of time in which short items merge: a power of two, so that it lies the same for all views. */
  readonly step: number;
  readonly power: number;
  readonly selected: number;
}

const at = (time: number, {range, scale}: Look) => (time - range.start) * scale;

const spotAt = (lane: Lane, i: number, look: Look): Spot => {
  const [start = 0, end = 0] = [lane.spans.start[i], lane.spans.end[i]];
  const row = lane.rows[i] ?? 0;
  const inRange = start < look.range.end && end > look.range.start;
  return new Spot(look.source, row, at(start, look), at(end, look), inRange, row === look.selected);
};

/** The part of time that a lane is arranged in. */
function reachOf(lane: Lane, {range, step}: Look): Interval {
  if (lane.size <= WHOLE) return {start: -Infinity, end: Infinity};
  const align = step * ALIGN;
  return {
    start: Math.floor((2 * range.start - range.end) / align) * align,
    end: Math.ceil(range.end / step) * step,
  };
}

/**
 * The groups of a lane and what of them may be drawn one by one. A group that cannot fit in the rows has no spots,
 * so that what is made is never much more than there is room for.
 */
function thingsOf(lane: Lane, longer: Longer, look: Look, maxRows: number) {
  const {step, power, scale} = look;
  const {start, end} = lane.spans;
  const reach = reachOf(lane, look);
  const groups: Group[] = [];
  const things: Thing[] = [];
  const isLong = (i: number) => (end[i] ?? 0) - (start[i] ?? 0) >= step;
  const add = (group: Group, i: number) => {
    const spot = spotAt(lane, i, look);
    things.push({low: spot.low, high: spot.high, group, spot});
  };
  // A row of a stretch of 64 pixels has room for five points, those at its edges included.
  const many = isMany(look.source);
  const most = many ? FEW : 5 * maxRows;
  const stop = lowerBound(start, reach.end);
  let i = Math.max(upperBound(start, -Infinity), lowerBound(start, reach.start));
  while (i < stop) {
    const cell = Math.floor((start[i] ?? 0) / step);
    const first = i;
    const last = Math.max(first + 1, lowerBound(start, (cell + 1) * step, first, stop));
    i = last;
    const size = lane.shorter(first, last, longer);
    if (size === 0) continue;
    const [low, high] = [at(cell * step, look), at((cell + 1) * step, look)];
    const dense = size > most;
    const group = {
      key: `${power}:${cell}`,
      wide: false,
      cell,
      first,
      last,
      members: [],
      low,
      high,
      size,
      dense,
    };
    groups.push(group);
    if (!dense) for (let j = first; j < last; j++) if (!isLong(j)) add(group, j);
  }
  // In order of start, so that those of like length come stretch by stretch.
  const wide: Group[] = [];
  const recent = new Map<number, Group>();
  longer.spans.each(reach, (k) => {
    const j = longer.at[k] ?? 0;
    const from = start[j] ?? 0;
    const to = end[j] ?? 0;
    // Of like length: within a factor of four. Those without an end, or a start, are of a kind each.
    const finite = Number.isFinite(to - from);
    const level = finite
      ? power + 2 * Math.ceil(Math.log2((to - from) / step) / 2 + 1e-9)
      : to === Infinity
        ? Infinity
        : -Infinity;
    const cell = finite ? Math.floor(from / 2 ** level) : Number(from === -Infinity);
    let group = recent.get(level);
    if (!group || group.cell !== cell) {
      const key = `${level}:${cell}`;
      group = {
        key,
        wide: true,
        cell,
        first: 0,
        last: 0,
        members: [],
        low: Infinity,
        high: -Infinity,
        size: 0,
        dense: false,
      };
      recent.set(level, group);
      wide.push(group);
      groups.push(group);
    }
    group.members.push(j);
    group.size++;
    group.low = Math.min(group.low, at(from, look));
    group.high = Math.max(group.high, at(to, look));
    return undefined;
  });
  for (const group of wide) {
    group.dense = group.size > (many ? FEW : 2 * maxRows);
    if (group.dense) things.push({low: group.low, high: group.high, group, spot: undefined});
    else for (const j of group.members) add(group, j);
  }
  things.sort((a, b) => (a.low === b.low ? 0 : a.low < b.low ? -1 : 1));
  return {groups, things, cellLength: step * scale};
}

/** Makes those groups one of which an item finds no free row. What has no others of its kind gets a row more. */
function settle(things: readonly Thing[], groups: readonly Group[], maxRows: number): void {
  for (let overflow = true; overflow; ) {
    overflow = false;
    const rows = new Array<number>(maxRows).fill(-Infinity);
    const bars = groups.filter(({dense, wide}) => dense && !wide).sort((a, b) => a.low - b.low);
    const opened = new Set<Group>();
    let bar = 0;
    /** Whether something lies over a bar of the first row; asked in order of `low`. */
    const barred = (low: number, high: number) => {
      while (bar < bars.length && (bars[bar]?.high ?? 0) <= low) bar++;
      return bar < bars.length && (bars[bar]?.low ?? 0) < high;
    };
    for (const thing of things) {
      const {group} = thing;
      let {low, high} = thing;
      if (group.dense) {
        if (!group.wide || opened.has(group)) continue;
        opened.add(group);
        ({low, high} = group);
      }
      const skip = barred(low, high) ? 0 : -1;
      const row = rows.findIndex((end, i) => i > skip && end <= low + HAIR);
      if (row >= 0) rows[row] = high;
      else if (!group.dense && group.size > 1) overflow = group.dense = true;
    }
  }
}

/** What of a lane is drawn one by one, and what as bars. */
function laneScene(lane: Lane, look: Look, maxRows: number): Pick<SceneLane, 'single' | 'bars'> {
  const {range, length, step, selected} = look;
  const {start, end} = lane.spans;
  const longer = lane.longer(step);
  const {groups, things} = thingsOf(lane, longer, look, maxRows);
  settle(things, groups, maxRows);
  const single: Spot[] = [];
  const bars: SceneBar[] = [];
  const clip = (position: number) => Math.min(Math.max(position, 0), length);
  const touches = (i: number) => (start[i] ?? 0) < range.end && (end[i] ?? 0) > range.start;
  const chosen =
    lane.rows[lowerBound(lane.rows, selected)] === selected ? lowerBound(lane.rows, selected) : -1;

  /** A bar of places in the lane, all in range; one alone is drawn as itself. */
  const addBar = (
    id: string,
    places: () => Uint32Array,
    count: number,
    drawn: Interval | null,
    whole: Interval | null,
  ) => {
    if (count === 0) return;
    if (count === 1) {
      single.push(spotAt(lane, places()[0] ?? 0, look));
      return;
    }
    let interval = whole;
    if (!interval) {
      interval = {start: Infinity, end: -Infinity};
      for (const i of places())
        interval = {start: Math.min(interval.start, start[i] ?? 0), end: Math.max(interval.end, end[i] ?? 0)};
    }
    const {start: first, end: last} = drawn ?? interval;
    const air = drawn ? 1 : 0;
    const [from, to] = [clip(at(first, look) + air), clip(at(last, look) - air)];
    const [middle, half] = [(from + to) / 2, Math.max(to - from, BAR) / 2];
    bars.push({
      id,
      interval,
      from,
      to,
      low: middle - half,
      high: middle + half,
      wide: drawn === null,
      count,
      rows: () => places().map((i) => lane.rows[i] ?? 0),
    });
  };

  for (const group of groups) {
    if (!group.dense) continue;
    const {first, last, cell} = group;
    if (group.wide) {
      const places = Uint32Array.from(group.members).filter((i) => touches(i) && i !== chosen);
      addBar(group.key, () => places, places.length, null, null);
      continue;
    }
    const drawn = {start: cell * step, end: (cell + 1) * step};
    // What is short reaches no further than into the next stretch.
    if (drawn.start >= range.end || drawn.end + step <= range.start) continue;
    const isLong = (i: number) => (end[i] ?? 0) - (start[i] ?? 0) >= step;
    const places = () => {
      const found = new Uint32Array(last - first);
      let size = 0;
      for (let i = first; i < last; i++) if (i !== chosen && !isLong(i) && touches(i)) found[size++] = i;
      return found.subarray(0, size);
    };
    const inside = drawn.start >= range.start && drawn.end <= range.end;
    if (inside && !(first <= chosen && chosen < last)) {
      const whole = lane.extentOf(first, last, step, longer);
      addBar(group.key, places, group.size, drawn, whole);
    } else {
      const found = places();
      // What only reaches in from before stands at the edge.
      const edge = drawn.end <= range.start ? {start: range.start, end: range.start} : drawn;
      addBar(group.key, () => found, found.length, edge, null);
    }
  }
  for (const thing of things) {
    const {spot, group} = thing;
    if (spot && !spot.selected && !group.dense) single.push(spot);
  }
  if (chosen >= 0) single.push(spotAt(lane, chosen, look));
  single.sort((a, b) => (a.low === b.low ? a.row - b.row : a.low < b.low ? -1 : 1));
  bars.sort((a, b) => a.low - b.low || (a.id < b.id ? -1 : 1));
  return {single, bars};
}

/**
 * Everything that goes by time alone: what is in range, and with so many rows, what merges. What merges into short
 * bars does not depend on where the view is.
 */
export function sceneOf(
  source: TimelineSource,
  range: Interval,
  length: number,
  selected: number,
): (maxRows: number) => Scene {
  const scale = length / (range.end - range.start);
  const power = Math.ceil(Math.log2(CELL / scale) - 1e-9);
  const look: Look = {source, range, length, scale, power, step: 2 ** power, selected};
  return (maxRows) => ({
    length,
    many: isMany(source),
    lanes: source.lanes.flatMap(({id, label, lane}): SceneLane[] => {
      if (lane.size === 0 || lane.spans.count(range) === 0) return [];
      const {single, bars} = laneScene(lane, look, maxRows);
      return [{id, label, single, bars: bars.map((bar) => ({...bar, id: `${id}@${bar.id}`}))}];
    }),
  });
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
    clippedStart: interval.start > -Infinity && interval.start < start,
    clippedEnd: interval.end < Infinity && interval.end > end,
    approximate: item.approximate ?? false,
    uncertain: item.uncertain ?? false,
    selected,
  };
}

/** The bar of a scene's; `origin` is where the plot starts along time. */
export const barOf = (
  {id, from, to, interval, wide, count, rows}: SceneBar,
  {lane, origin, across}: {lane: string; origin: number; across: number},
): Bar => ({id, lane, from: origin + from, to: origin + to, across, interval, wide, count, rows});

/** Labels are placed in this order: the selected first, then by emphasis, then in time order. */
export const byRank = (a: Spot, b: Spot): number =>
  Number(b.selected) - Number(a.selected) ||
  (b.item.emphasis ?? 0) - (a.item.emphasis ?? 0) ||
  startOf(a) - startOf(b) ||
  a.row - b.row;
