import type {Place, StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {formatDistance, messages} from '../i18n/index.js';
import {fill, type Words} from './parts.js';
import {listed, type Reading, textOf} from './text.js';

/** The places of an event, without unknown ids. */
export const placesOf = ({places}: StoryEvent, {dataset}: Reading): readonly Place[] =>
  places.flatMap((id) => indexOf(dataset).place.get(id) ?? []);

/** The name of a place; for an unknown one its id; empty without an id. */
export function placeName(id: string | undefined, reading: Reading): Words {
  const place = indexOf(reading.dataset).place.get(id ?? '');
  return place ? textOf(place.name, reading) : id;
}

/** How exactly a place is known, in few words: its radius, else its level; of an exact site nothing. */
export function nearness(
  {precision, radius, lat}: Place,
  {locale, distance = formatDistance}: Reading,
): Words {
  const text = messages(locale);
  if (lat === undefined) return text.noPosition;
  if (radius) return text.radius(distance(radius, locale));
  return precision && precision !== 'site' && text.precision[precision];
}

/** What `nearness` leaves out: the level of a place that has a radius or no position, and that it is blurred. */
export function nearnessNotes({precision, radius, lat, obscured}: Place, reading: Reading): Words {
  const text = messages(reading.locale);
  // A radius overrides "exact site".
  const level = precision && !(precision === 'site' && radius) && text.precision[precision];
  return listed(
    [
      (lat === undefined || radius !== undefined) && level,
      obscured && fill(text.obscured, textOf(obscured, reading)),
    ],
    reading,
  );
}

/** The precision of a place: level, radius, missing or obscured position. */
export function whereabouts({precision, radius, lat, obscured}: Place, reading: Reading): Words {
  const {locale, distance = formatDistance} = reading;
  const text = messages(locale);
  return listed(
    [
      lat === undefined && text.noPosition,
      // A radius overrides "exact site".
      precision && !(precision === 'site' && radius) && text.precision[precision],
      radius !== undefined && radius > 0 && lat !== undefined && text.radius(distance(radius, locale)),
      obscured && fill(text.obscured, textOf(obscured, reading)),
    ],
    reading,
  );
}
