import type {Place, StoryEvent} from '../core/dataset/index.js';
import type {PlaceCount} from '../core/store/index.js';
import {formatFigure, messages} from '../i18n/index.js';
import {dateOf} from './dates.js';
import {byWhom, claimantOf} from './figures.js';
import {measureName} from './measures.js';
import {plain} from './parts.js';
import {whereabouts} from './places.js';
import {listed, type Reading, textOf} from './text.js';

/** Maximum number of counts listed for a place. */
const MAX_COUNTS = 3;

/** Lists the distinct counts of a place, up to `MAX_COUNTS`, and the number of further ones. */
function few(
  counts: readonly PlaceCount[],
  between: string,
  {locale}: Reading,
  say: (count: PlaceCount) => string,
) {
  const all = [...new Set(counts.map(say))];
  const more = all.length - MAX_COUNTS;
  const text = messages(locale);
  return all.slice(0, MAX_COUNTS).join(between) + (more > 0 ? text.comma + text.otherCounts(more) : '');
}

/** A count at a place. A part of a figure gets the figure's comparator, since it is shown alone. */
export const countOf = ({value, figure}: Pick<PlaceCount, 'value' | 'figure'>, {locale}: Reading): string =>
  formatFigure(value, figure.comparator, locale);

/**
 * The count label of a place: the number that all claimants agree on, or the differing ones side by side. None is
 * chosen.
 */
export const countText = (counts: readonly PlaceCount[], reading: Reading): string =>
  few(counts, ' / ', reading, (count) => countOf(count, reading));

/** The counts with their claimants. */
function countWords(counts: readonly PlaceCount[], reading: Reading): string {
  return few(counts, messages(reading.locale).comma, reading, (count) =>
    plain([countOf(count, reading), ' ', byWhom(claimantOf(count.figure, reading).name, reading)]),
  );
}

/** A place in one phrase: name, counts, precision. */
export const placeSaid = (place: Place, counts: readonly PlaceCount[], reading: Reading): string =>
  plain(
    listed([textOf(place.name, reading), countWords(counts, reading), whereabouts(place, reading)], reading),
  );

/** An event listed at one of its places: title, date, `place` in words. */
export const eventAt = (event: StoryEvent, place: string, reading: Reading): string =>
  plain(listed([textOf(event.title, reading), dateOf(event, reading), place], reading));

/** Caption of the counts on a map: one sentence per measure, with its claimants. */
export function countCaption(counts: Iterable<PlaceCount>, reading: Reading): string {
  const claimants = new Map<string, Set<string>>();
  for (const {figure} of counts) {
    const name = plain(measureName(figure, reading));
    const who = plain(claimantOf(figure, reading).name);
    claimants.set(name, (claimants.get(name) ?? new Set()).add(who));
  }
  const list = new Intl.ListFormat(reading.locale, {type: 'conjunction'});
  return [...claimants]
    .map(([name, who]) => plain(listed([name, byWhom(list.format(who), reading)], reading, ': ')))
    .join('. ');
}
