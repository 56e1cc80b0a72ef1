import type {View} from '../core/store/index.js';
import {formatRange} from './dates.js';
import {messages} from './languages.js';
import {joinWords} from './text.js';

/** The chosen period, or that of the shown events, in words; empty when none of them is dated. */
export function describePeriod({range, shown, locale}: Pick<View, 'range' | 'shown' | 'locale'>): string {
  const period = range ?? shown.spans.extent;
  return period ? formatRange(period, locale) : '';
}

/** The current view in words: "12 of 45 events, March to July 2025, 3 disputed". */
export function describeView(view: View): string {
  const {dataset, locale, counts, status} = view;
  const text = messages(locale);
  if (status === 'loading' || status === 'idle') return text.loading;
  if (status === 'error') return text.failed;
  // Of shapes and routes alone the map and the list say what there is.
  if (counts.events === 0) return dataset.shapes.length + dataset.routes.length > 0 ? '' : text.empty;
  return joinWords(
    [
      counts.shown === counts.events ? text.events(counts.events) : text.shownOf(counts.shown, counts.events),
      describePeriod(view),
      counts.disputed && text.disputedCount(counts.disputed),
      counts.undated && text.undatedCount(counts.undated),
      counts.unplaced && text.unplacedCount(counts.unplaced),
      counts.uncited && text.uncitedCount(counts.uncited),
    ],
    locale,
  );
}
