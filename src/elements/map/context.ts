import {memoize} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatLength, type Units, unitsOf} from '../../i18n/index.js';
import {eventAt, placeSaid, type Reading} from '../../words/index.js';
import {domId} from '../base/index.js';
import {countsByPlace} from './map-labels.js';
import type {MarkContext} from './place-marks.js';
import {chosenOf} from './places-in-view.js';
import type {Stop} from './stops.js';

/** The ids of the selected event's places. */
const selectedPlaces = memoize(
  (snapshot: Snapshot): ReadonlySet<string> =>
    new Set(chosenOf(snapshot).flatMap((index) => snapshot.dataset.places[index]?.id ?? [])),
);

const readersUnits = memoize(unitsOf);

/** A snapshot with distances said as the author wants them. */
export const readingIn = <T extends Reading>(snapshot: T, units: 'auto' | Units): T =>
  units === 'imperial'
    ? {...snapshot, distance: (metres, locale) => formatLength(metres, locale, units)}
    : snapshot;

/** What the drawing says of its marks: accessible names, with whose count a count is. */
export function markContext(
  snapshot: Snapshot,
  active: Stop | undefined,
  shown: Stop | undefined,
  wanted: 'auto' | Units,
): MarkContext {
  const reading = readingIn(snapshot, wanted);
  const index = indexOf(snapshot.dataset);
  const counts = countsByPlace(snapshot);
  const placeName = (id: string) => {
    const place = index.place.get(id);
    return place ? placeSaid(place, counts.get(id) ?? [], reading) : id;
  };
  return {
    snapshot,
    active,
    shown,
    stopId: ({event, place}) => domId('stop', event.id, place.id),
    stopName: ({event, place}) => eventAt(event, placeName(place.id), snapshot),
    placeName,
    selected: selectedPlaces(snapshot),
    units: wanted === 'auto' ? readersUnits(navigator.languages) : wanted,
  };
}
