import type {Place, StoryEvent} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {formatDistance, messages} from '../i18n/index.js';
import {fill, type Words} from './parts.js';
import {listed, type Reading, textOf} from './text.js';

/** The places of an event that the dataset has. */
export const placesOf = ({places}: StoryEvent, {dataset}: Reading): readonly Place[] =>
  places.flatMap((id) => indexOf(dataset).place.get(id) ?? []);

/** The name of a place, or the id of one that the story does not list; nothing for none. */
export function placeName(id: string | undefined, reading: Reading): Words {
  const place = indexOf(reading.dataset).place.get(id ?? '');
  return place ? textOf(place.name, reading) : id;
}

/** How exactly a place is known. */
export function whereabouts({precision, radius, lat, obscured}: Place, reading: Reading): Words {
  const {locale, distance = formatDistance} = reading;
  const text = messages(locale);
  return listed(
    [
      lat === undefined && text.noPosition,
      // A site with a radius is not exact: the radius says what is known.
      precision && !(precision === 'site' && radius) && text.precision[precision],
      radius !== undefined && radius > 0 && lat !== undefined && text.radius(distance(radius, locale)),
      obscured && fill(text.obscured, textOf(obscured, reading)),
    ],
    reading,
  );
}
