import {pixelInView} from '../../core/geo/index.js';
import type {MapName} from '../../core/layout/index.js';
import {memoize, memoizeByKey} from '../../core/memo/index.js';
import {indexOf, placeCounts, type Snapshot} from '../../core/store/index.js';
import {formatNumber} from '../../i18n/index.js';
import type {Basemap, ViewState} from '../../map/index.js';
import {countCaption} from '../../words/index.js';
import {isPlaced} from './stops.js';

/** What is written at each place. */
export const countsByPlace = memoize(placeCounts);

/** Up to three digits as they are; more are rounded: 12K. */
export const shortNumber = (value: number, locale: string): string =>
  formatNumber(value, locale, value < 1000 ? {} : {notation: 'compact', maximumSignificantDigits: 2});

const countryNamesOf = memoizeByKey(
  (locale: string) => locale,
  (locale) => new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'}),
);

function countryName(code: string, locale: string): string {
  try {
    return countryNamesOf(locale).of(code) ?? '';
  } catch {
    return '';
  }
}

/** A country's own name is for far views; near ones say its regions and towns. */
const COUNTRY_ZOOM = 7.5;

export const namesInPixels = (
  basemap: Basemap | undefined,
  view: ViewState,
  locale: string,
): readonly MapName[] =>
  (basemap?.names ?? []).flatMap(({text, code, kind, position, zoom}): MapName[] => {
    if (view.zoom < zoom || (kind === 'country' && view.zoom > COUNTRY_ZOOM)) return [];
    const [x, y] = pixelInView(position, view);
    if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
    const words = code === undefined ? text : countryName(code, locale) || text;
    return words ? [{text: words, kind, x, y}] : [];
  });

/** What the numbers on the map count and who says so. */
export const mapCaption = memoize((snapshot: Snapshot): string => {
  const {place} = indexOf(snapshot.dataset);
  const counts = [...countsByPlace(snapshot).values()].flat();
  return countCaption(
    counts.filter((count) => isPlaced(place.get(count.place))),
    snapshot,
  );
});
