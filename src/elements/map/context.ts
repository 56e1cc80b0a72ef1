import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords} from '../../i18n/index.js';
import {eventDate, placeWords, plainText} from '../base/index.js';
import type * as Many from './many.js';
import {countsByPlace, countWords} from './map-labels.js';
import type {MarkContext} from './place-marks.js';
import type {Stop} from './stops.js';

/** What the drawing says of its marks: accessible names, with whose count a count is. */
export function markContext(
  snapshot: Snapshot,
  active: Stop | undefined,
  many: typeof Many | undefined,
): MarkContext {
  const {dataset, locale} = snapshot;
  const index = indexOf(dataset);
  const counts = countsByPlace(snapshot);
  const placeName = (id: string) => {
    const place = index.place.get(id);
    if (!place) return id;
    return joinWords(
      [plainText(place.name, snapshot), countWords(counts.get(id), snapshot), placeWords(place, snapshot)],
      locale,
    );
  };
  return {
    snapshot,
    active,
    stopId: ({event, place}) => `stop-${encodeURIComponent(event.id)}-${encodeURIComponent(place.id)}`,
    stopName: ({event, place}) =>
      joinWords([plainText(event.title, snapshot), eventDate(event, locale), placeName(place.id)], locale),
    placeName,
    many,
  };
}
