import type {Place, StoryEvent} from '../core/dataset/index.js';
import type {PlaceCount} from '../core/store/index.js';
import {formatFigure, messages} from '../i18n/index.js';
import {dateOf} from './dates.js';
import {byWhom, claimantOf} from './figures.js';
import {measureName} from './measures.js';
import {plain} from './parts.js';
import {whereabouts} from './places.js';
import {listed, type Reading, textOf} from './text.js';

/** As many counts of a place are said. */
const SAID = 3;

/** Counts of a place, what is the same once. Of more than a few the first are said, and that there are others. */
function few(
  counts: readonly PlaceCount[],
  between: string,
  {locale}: Reading,
  say: (count: PlaceCount) => string,
) {
  const all = [...new Set(counts.map(say))];
  const more = all.length - SAID;
  const text = messages(locale);
  return all.slice(0, SAID).join(between) + (more > 0 ? text.comma + text.otherCounts(more) : '');
}

/** A count at a place. It stands alone, so a part of a figure is as exact as the figure. */
export const countOf = ({value, figure}: Pick<PlaceCount, 'value' | 'figure'>, {locale}: Reading): string =>
  formatFigure(value, figure.comparator, locale);

/** What is written at a place: the number that all give, or those that differ side by side. None is chosen. */
export const countText = (counts: readonly PlaceCount[], reading: Reading): string =>
  few(counts, ' / ', reading, (count) => countOf(count, reading));

/** The same in words, each with who says so. */
function countWords(counts: readonly PlaceCount[], reading: Reading): string {
  return few(counts, messages(reading.locale).comma, reading, (count) =>
    plain([countOf(count, reading), ' ', byWhom(claimantOf(count.figure, reading).name, reading)]),
  );
}

/** A place in one breath: its name, what was counted there, how exactly it is known. */
export const placeSaid = (place: Place, counts: readonly PlaceCount[], reading: Reading): string =>
  plain(
    listed([textOf(place.name, reading), countWords(counts, reading), whereabouts(place, reading)], reading),
  );

/** An event where it is come to at one of its places: what, when, and what is said of the place. */
export const eventAt = (event: StoryEvent, place: string, reading: Reading): string =>
  plain(listed([textOf(event.title, reading), dateOf(event, reading), place], reading));

/** What numbers count and who says so, a sentence for each measure. */
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
