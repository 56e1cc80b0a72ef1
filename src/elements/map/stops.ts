import {type Place, rowIndex, type StoryEvent} from '../../core/dataset/index.js';
import type {Position} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';

export type Placed = Place & Position;

export const isPlaced = (place: Place | undefined): place is Placed =>
  place?.lat !== undefined && place.lon !== undefined;

/** An event at one of its places: what the keys go through. */
export interface Stop {
  readonly event: StoryEvent;
  readonly place: Placed;
}

/** The stop of a row at the nth of its places. */
export function stopAt({events, dataset}: Snapshot, row: number, n: number): Stop | undefined {
  const place = dataset.places[events.placesOf(row)[n] ?? -1];
  return isPlaced(place) ? {event: events.at(row), place} : undefined;
}

/** The stop of an event at a place, by their ids: in a dataset that may have changed. */
export function sameStop(
  snapshot: Snapshot,
  {event, place}: {readonly event: {readonly id: string}; readonly place: {readonly id: string}},
): Stop | undefined {
  const {events, dataset} = snapshot;
  const row = events.rowOf(event.id);
  const n = row < 0 ? -1 : events.placesOf(row).indexOf(rowIndex(dataset.places, place.id));
  return n < 0 ? undefined : stopAt(snapshot, row, n);
}

/**
 * What is selected when a place opens: its last shown event. When the selected one is there it stays, or with `isNext`
 * the shown one before it is, and after the first the last.
 */
export function eventToSelect(
  {dataset, events, selected, shown}: Snapshot,
  place: string,
  isNext: boolean,
): string | undefined {
  const rows = events.rowsAt(rowIndex(dataset.places, place));
  const at = selected === null ? -1 : rows.indexOf(events.rowOf(selected));
  if (at >= 0 && !isNext) return undefined;
  const isShown = (each: number) => shown.hasRow(each);
  const row = (at < 0 ? undefined : rows.subarray(0, at).findLast(isShown)) ?? rows.findLast(isShown);
  return row === undefined ? undefined : events.at(row).id;
}
