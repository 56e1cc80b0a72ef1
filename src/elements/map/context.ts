import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {eventDate, placeWords, plainText} from '../base/index.js';
import type {MarkContext} from './drawing.js';
import {countsOf, countText} from './model.js';
import type {Stop} from './stops.js';

/** What the drawing says of its marks: accessible names, with whose count a count is. */
export function markContext(snapshot: Snapshot, active: Stop | undefined): MarkContext {
  const {dataset, locale} = snapshot;
  const index = indexOf(dataset);
  const counts = countsOf(snapshot);
  const text = messages(locale);
  const placeName = (id: string) => {
    const place = index.place.get(id);
    if (!place) return id;
    const here = counts.get(id) ?? [];
    const who = new Set(
      here.map(
        ({figure}) => plainText(index.actor.get(figure.actor ?? '')?.name, snapshot) || text.noClaimant,
      ),
    );
    return [
      plainText(place.name, snapshot),
      here.length > 0 && `${countText(here, locale)} ${text.claimedBy([...who].join(', '))}`,
      placeWords(place, snapshot),
    ]
      .filter(Boolean)
      .join(', ');
  };
  return {
    snapshot,
    active,
    stopId: ({event, place}) => `stop-${encodeURIComponent(event.id)}-${encodeURIComponent(place.id)}`,
    stopName: ({event, place}) =>
      [plainText(event.title, snapshot), eventDate(event, locale), placeName(place.id)].join(', '),
    placeName,
  };
}
