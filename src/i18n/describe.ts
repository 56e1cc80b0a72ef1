import type {View} from '../core/store/index.js';
import {formatRange} from './dates.js';
import {messages} from './languages.js';
import {formatNumber} from './numbers.js';

/** The present view in words: "12 of 45 events, March to July 2025, 3 disputed". */
export function describeView(view: View): string {
  const {locale, counts, shown, status, range} = view;
  const period = range ?? shown.spans.extent;
  return messages(locale).summary({
    status,
    shown: formatNumber(counts.shown, locale),
    events: formatNumber(counts.events, locale),
    count: counts.events,
    period: period ? formatRange(period, locale) : '',
    disputed: counts.disputed,
    undated: counts.undated,
    unplaced: counts.unplaced,
    uncited: counts.uncited,
  });
}
