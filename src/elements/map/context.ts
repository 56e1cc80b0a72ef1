import {indexOf, type Snapshot} from '../../core/store/index.js';
import {eventAt, placeSaid} from '../../words/index.js';
import type * as Many from './many.js';
import {countsByPlace} from './map-labels.js';
import type {MarkContext} from './place-marks.js';
import type {Stop} from './stops.js';

/** What the drawing says of its marks: accessible names, with whose count a count is. */
export function markContext(
  snapshot: Snapshot,
  active: Stop | undefined,
  many: typeof Many | undefined,
): MarkContext {
  const index = indexOf(snapshot.dataset);
  const counts = countsByPlace(snapshot);
  const placeName = (id: string) => {
    const place = index.place.get(id);
    return place ? placeSaid(place, counts.get(id) ?? [], snapshot) : id;
  };
  return {
    snapshot,
    active,
    stopId: ({event, place}) => `stop-${encodeURIComponent(event.id)}-${encodeURIComponent(place.id)}`,
    stopName: ({event, place}) => eventAt(event, placeName(place.id), snapshot),
    placeName,
    many,
  };
}
