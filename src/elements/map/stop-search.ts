import {rowIndex} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {FLAG, pointsOf} from '../../core/table/index.js';
import {type Stop, stopAt} from './stops.js';

/** From a row on, one way or the other: the first stop. */
function search(snapshot: Snapshot, from: number, n: number, by: number): Stop | undefined {
  const {events, dataset} = snapshot;
  const {lat} = pointsOf(dataset);
  for (let row = from, k = n; row >= 0 && row < events.size; row += by, k = Number.NaN) {
    if (!events.has(row, FLAG.placed)) continue;
    const places = events.placesOf(row);
    if (Number.isNaN(k)) k = by > 0 ? 0 : places.length - 1;
    for (; k >= 0 && k < places.length; k += by)
      if (!Number.isNaN(lat[places[k] ?? -1] ?? Number.NaN)) return stopAt(snapshot, row, k);
  }
  return undefined;
}

/** The first stop of all, or the last. */
export const edgeStop = (snapshot: Snapshot, last = false): Stop | undefined =>
  last ? search(snapshot, snapshot.events.size - 1, Number.NaN, -1) : search(snapshot, 0, 0, 1);

/** The stop after another in time, or before it. */
export function nextStop(snapshot: Snapshot, {event, place}: Stop, by: number): Stop | undefined {
  const {events, dataset} = snapshot;
  const row = events.rowOf(event.id);
  const n = events.placesOf(row).indexOf(rowIndex(dataset.places, place.id));
  return search(snapshot, row, n + by, by);
}

/** The first stop of an event, if it has one. */
export function stopOf(snapshot: Snapshot, id: string | null): Stop | undefined {
  const row = id === null ? -1 : snapshot.events.rowOf(id);
  const stop = row < 0 ? undefined : search(snapshot, row, 0, 1);
  return stop?.event.id === id ? stop : undefined;
}
