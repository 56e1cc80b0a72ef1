import {memoize} from '../../core/memo/index.js';
import {indexOf, placeCounts, type Snapshot} from '../../core/store/index.js';
import {formatNumber} from '../../i18n/index.js';
import {countCaption} from '../../words/index.js';
import {isPlaced} from './stops.js';

/** What is written at each place. */
export const countsByPlace = memoize(placeCounts);

/** Up to three digits as they are; more are rounded: 12K. */
export const shortNumber = (value: number, locale: string): string =>
  formatNumber(value, locale, value < 1000 ? {} : {notation: 'compact', maximumSignificantDigits: 2});

/** What the numbers on the map count and who says so. */
export const mapCaption = memoize((snapshot: Snapshot): string => {
  const {place} = indexOf(snapshot.dataset);
  const counts = [...countsByPlace(snapshot).values()].flat();
  return countCaption(
    counts.filter((count) => isPlaced(place.get(count.place))),
    snapshot,
  );
});
