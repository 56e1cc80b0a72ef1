import {rowIndex} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords, messages, type Units} from '../../i18n/index.js';
import {countOf, plainText} from '../../words/index.js';
import type {Gathering, Named} from '../call-out/call-out-view.js';
import {readingIn} from './context.js';
import type * as Many from './many.js';
import {countsByPlace} from './map-labels.js';
import {stopOf} from './stop-search.js';

/** The first place of an event; undefined when it has none. */
export const placeOfEvent = (id: string, snapshot: Snapshot): string | undefined =>
  stopOf(snapshot, id)?.place.id;

/** All events at a place; undefined when the dataset does not have it any more. */
export function placeAt(id: string, snapshot: Snapshot, units: 'auto' | Units): Gathering | undefined {
  const {dataset, events} = snapshot;
  const place = indexOf(dataset).place.get(id);
  if (!place) return undefined;
  const index = rowIndex(dataset.places, id);
  return {
    name: plainText(place.name, snapshot),
    place,
    counts: countsByPlace(snapshot).get(id),
    countOf: (count) => countOf(count, snapshot),
    reading: readingIn(snapshot, units),
    rows: events.rowsAt(index),
    has: (row) => row >= 0 && events.placesOf(row).includes(index),
  };
}

/** All events that a circle counts. */
export function circleAt(circle: Many.Circle, many: typeof Many, snapshot: Snapshot): Gathering {
  const {places, has} = many.insideOf(snapshot, circle);
  const rows = Uint32Array.from({length: snapshot.events.size}, (_, row) => row).filter(has);
  const shown = rows.filter((row) => snapshot.shown.hasRow(row)).length;
  const name = many.circleName({shown, events: rows.length, places}, snapshot.locale);
  return {name, rows, has, reading: snapshot};
}

/** The place at a pointer, by its only event, or by how many events are there. */
export function placeNameAt(event: MouseEvent, snapshot: Snapshot): Named | undefined {
  const mark = (event.target as Element).closest<SVGElement>('.place');
  if (!mark) return undefined;
  const {dataset, events, locale} = snapshot;
  const {length} = events.rowsAt(rowIndex(dataset.places, mark.dataset.id ?? ''));
  const only = length === 1 ? mark.querySelector('[role=option]') : null;
  const name = (only ?? mark).getAttribute('aria-label') ?? '';
  return {mark, name: only ? name : joinWords([name, messages(locale).placeEvents(length)], locale)};
}
