import type {View} from '../core/store/index.js';
import type {Interval} from '../core/time/index.js';
import {formatRange} from './dates.js';
import {messages} from './languages.js';
import {formatNumber} from './numbers.js';

/** From the first start to the last end of what is shown; open ends stay open. */
function periodOf({events, shown, range}: View): Interval | undefined {
  if (range) return range;
  let start = Infinity;
  let end = -Infinity;
  for (const event of events) {
    if (!event.interval || !shown.has(event.id)) continue;
    start = Math.min(start, event.interval.start);
    end = Math.max(end, event.interval.end);
  }
  return start < end ? {start, end} : undefined;
}

/** The present view in words: "12 of 45 events, March to July 2025, 3 disputed". */
export function describeView(view: View): string {
  const {locale, counts, events, shown, status} = view;
  const period = periodOf(view);
  return messages(locale).summary({
    status,
    shown: formatNumber(counts.shown, locale),
    events: formatNumber(counts.events, locale),
    count: counts.events,
    period: period ? formatRange(period, locale) : '',
    disputed: events.filter((event) => event.status === 'disputed' && shown.has(event.id)).length,
    undated: counts.undated,
    unplaced: counts.unplaced,
    uncited: counts.uncited,
  });
}
