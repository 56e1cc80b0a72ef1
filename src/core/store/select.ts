import {
  type Actor,
  type Category,
  COMPARED,
  type Dataset,
  disagree,
  type Figure,
  type Overlay,
  type Place,
  rowIndex,
  type Source,
  type StoryEvent,
} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import {FLAG, tableOf} from '../table/index.js';
import type {View} from './types.js';

/** Rows of a table by their ids. */
interface Lookup<T> {
  get(id: string): T | undefined;
  has(id: string): boolean;
}

/** Rows by id, and the figures and disputes of events. Computed once per dataset. */
export interface DatasetIndex {
  readonly event: Lookup<StoryEvent>;
  readonly overlay: Lookup<Overlay>;
  readonly place: Lookup<Place>;
  readonly actor: ReadonlyMap<string, Actor>;
  readonly category: ReadonlyMap<string, Category>;
  /** Index in `categories`, from 0: it determines colour and shape. */
  readonly categoryNumber: ReadonlyMap<string, number>;
  /** In the order of the bibliography: that of the dataset, those of one publisher together at the first of them. */
  readonly source: ReadonlyMap<string, Source>;
  /** Position in the bibliography, from 1. */
  readonly sourceNumber: ReadonlyMap<string, number>;
  readonly figuresOf: ReadonlyMap<string, readonly Figure[]>;
  /** Rows of the events that have figures of places, in time order. */
  readonly counted: readonly number[];
  /** Ids of the events with contradicting figures. */
  readonly disagreed: ReadonlySet<string>;
  /** Rows of the disputed events, by status or by contradicting figures, without duplicates. */
  readonly disputed: Iterable<number>;
  /** Whether the event at a row is disputed. */
  readonly isDisputed: (row: number) => boolean;
}

const lookup = <T extends {readonly id: string}>(rows: readonly T[]): Lookup<T> => ({
  get: (id) => rows[rowIndex(rows, id)],
  has: (id) => rowIndex(rows, id) >= 0,
});

const byId = <T extends {readonly id: string}>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]));

/** Rows by a key; those without one are in no group. */
function group<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key && !groups.get(key)?.push(row)) groups.set(key, [row]);
  }
  return groups;
}

/** Ids of the events for which two claimants give figures of one measure and place that cannot both be true. */
function disagreedOf(figuresOf: ReadonlyMap<string, readonly Figure[]>): ReadonlySet<string> {
  const isDisputed = (same: readonly Figure[]) =>
    same.some((a, i) =>
      same.slice(i + 1, i + 1 + COMPARED).some((b) => a.actor !== b.actor && disagree(a, b)),
    );
  const disagreed = [...figuresOf].filter(
    ([, figures]) =>
      figures.length > 1 &&
      [...group(figures, ({measure, place}) => measure && JSON.stringify([measure, place])).values()].some(
        isDisputed,
      ),
  );
  return new Set(disagreed.map(([id]) => id));
}

const isPlaced = ({place, breakdown}: Figure) => place ?? breakdown.some((part) => part.place);

/** The memoized index of a dataset. */
export const indexOf: (dataset: Dataset) => DatasetIndex = memoize((dataset) => {
  const table = tableOf(dataset);
  const figuresOf = group(dataset.figures, ({event}) => event);
  // The others say nothing on a map, and to read them all takes seconds in a large file.
  const counted = [...figuresOf]
    .filter(([, figures]) => figures.some(isPlaced))
    .map(([id]) => table.rowOf(id))
    .filter((row) => row >= 0);
  const disagreed = disagreedOf(figuresOf);
  const sources = [...group(dataset.sources, (each) => each.publisher || each.id).values()].flat();
  const flagged = table.flagged(FLAG.disputed);
  const rows = new Set([...disagreed].map((id) => table.rowOf(id)).filter((row) => row >= 0));
  return {
    event: lookup(dataset.events),
    overlay: byId([...dataset.shapes, ...dataset.routes]),
    place: lookup(dataset.places),
    actor: byId(dataset.actors),
    category: byId(dataset.categories),
    categoryNumber: new Map(dataset.categories.map((each, i) => [each.id, i])),
    source: byId(sources),
    sourceNumber: new Map(sources.map((each, i) => [each.id, i + 1])),
    figuresOf,
    counted: counted.sort((a, b) => a - b),
    disagreed,
    disputed: rows.size > 0 ? new Set([...flagged, ...rows]) : flagged,
    isDisputed: (row) => table.has(row, FLAG.disputed) || rows.has(row),
  };
});

/** Whether a dataset has what an id selects: an event, a shape or a route. */
export const hasSelectable = (dataset: Dataset, id: string): boolean => {
  const {event, overlay} = indexOf(dataset);
  return event.has(id) || overlay.has(id);
};

/** Ids of the events before and after another. */
export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/**
 * The shown events before and after an event in time; it need not be shown itself. From one that is not shown both ways
 * lead back to what is: where there is none on one side, to the nearest on the other.
 */
export function neighboursOf(id: string, {events, shown}: Pick<View, 'events' | 'shown'>): Neighbours {
  const at = events.rowOf(id);
  const along = (step: 1 | -1) => {
    let row = at + step;
    while (row >= 0 && row < events.size && !shown.hasRow(row)) row += step;
    return row >= 0 && row < events.size ? events.at(row).id : undefined;
  };
  const [previous, next] = [along(-1), along(1)];
  if (at < 0 || shown.hasRow(at)) return {previous, next};
  return {previous: previous ?? next, next: next ?? previous};
}
