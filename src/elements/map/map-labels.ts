import {pixelInView} from '../../core/geo/index.js';
import type {MapName} from '../../core/layout/index.js';
import {memoize, memoizeByKey} from '../../core/memo/index.js';
import {indexOf, type PlaceCount, placeCounts, type Snapshot} from '../../core/store/index.js';
import {formatFigure, formatNumber, messages} from '../../i18n/index.js';
import type {Basemap, ViewState} from '../../map/index.js';
import {plainText} from '../base/index.js';
import {isPlaced} from './stops.js';

/** What is written at each place. */
export const countsByPlace = memoize(placeCounts);

/** The counts of a place, what is the same once. Of more than three the first are said, and that there are others. */
function saidOf(
  counts: readonly PlaceCount[],
  between: string,
  locale: string,
  say: (count: PlaceCount) => string,
) {
  const all = [...new Set(counts.map(say))];
  const more = all.length - 3;
  return (
    all.slice(0, 3).join(between) +
    (more > 0 ? messages(locale).comma + messages(locale).otherCounts(more) : '')
  );
}

/** What is written at a place: the number that all give, or those that differ side by side. None is chosen. */
export const countText = (counts: readonly PlaceCount[] = [], locale: string): string =>
  saidOf(counts, ' / ', locale, ({value, figure}) => formatFigure(value, figure.comparator, locale));

/** The same in words, each with who says so. */
export const countWords = (counts: readonly PlaceCount[] = [], snapshot: Snapshot): string =>
  saidOf(counts, messages(snapshot.locale).comma, snapshot.locale, ({value, figure: {actor, comparator}}) => {
    const {dataset, locale} = snapshot;
    const text = messages(locale);
    const who = plainText(indexOf(dataset).actor.get(actor ?? '')?.name, snapshot);
    return `${formatFigure(value, comparator, locale)} ${who ? text.claimedBy(who) : text.noClaimant}`;
  });

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

/** What the numbers on the map count and who says so, a sentence for each measure. */
export const countCaption = memoize((snapshot: Snapshot): string => {
  const {dataset, locale} = snapshot;
  const index = indexOf(dataset);
  const claimants = new Map<string, Set<string>>();
  for (const counts of countsByPlace(snapshot).values()) {
    for (const {figure, place: id} of counts) {
      if (!isPlaced(index.place.get(id))) continue;
      const measure = dataset.measures.find((each) => each.id === figure.measure);
      const name = plainText(measure?.name, snapshot);
      const actor = figure.actor === undefined ? undefined : index.actor.get(figure.actor);
      const who = actor ? plainText(actor.name, snapshot) : messages(locale).noClaimant;
      claimants.set(name, (claimants.get(name) ?? new Set()).add(who));
    }
  }
  const list = new Intl.ListFormat(locale, {type: 'conjunction'});
  return [...claimants]
    .map(([name, who]) => [name, messages(locale).claimedBy(list.format(who))].filter(Boolean).join(': '))
    .join('. ');
});
