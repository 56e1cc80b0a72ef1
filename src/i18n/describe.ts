import type {View} from '../core/store/index.js';
import {formatRange} from './dates.js';
import {messages} from './languages.js';
import {joinWords} from './text.js';

/** The current view in words: "12 of 45 events, March to July 2025, 3 disputed". */
export function describeView({dataset, locale, counts, shown, status, range}: View): string {
  const text = messages(locale);
  if (status === 'loading' || status === 'idle') return text.loading;
  if (status === 'error') return text.failed;
  // Of shapes and routes alone the map and the list say what there is.
  if (counts.events === 0) return dataset.shapes.length + dataset.routes.length > 0 ? '' : text.empty;
  const period = range ?? shown.spans.extent;
  return joinWords(
    [
      counts.shown === counts.events ? text.events(counts.events) : text.shownOf(counts.shown, counts.events),
      period && formatRange(period, locale),
      counts.disputed && text.disputedCount(counts.disputed),
      counts.undated && text.undatedCount(counts.undated),
      counts.unplaced && text.unplacedCount(counts.unplaced),
      counts.uncited && text.uncitedCount(counts.uncited),
    ],
    locale,
  );
}
