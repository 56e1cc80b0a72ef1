import {memoize} from '../memo/index.js';
import type {Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';

const MONTH = 30 * 86_400_000;

/**
 * The smallest range that shows the finite ends of all intervals, with 4 % of air on both sides; around a lone
 * interval, twice its length. Null when there is no finite end.
 */
export function extentOf(intervals: Iterable<Interval>): Interval | null {
  let start = Infinity;
  let end = -Infinity;
  let longest = 0;
  for (const interval of intervals) {
    for (const at of [interval.start, interval.end]) {
      if (!Number.isFinite(at)) continue;
      start = Math.min(start, at);
      end = Math.max(end, at);
    }
    const length = interval.end - interval.start;
    if (Number.isFinite(length)) longest = Math.max(longest, length);
  }
  if (start > end) return null;
  const length = end - start;
  // A lone open end has no length of its own; a month either side says when it is.
  const air = length === 0 ? MONTH : longest === length ? 2 * length : 0.04 * length;
  return {start: start - air, end: end + air};
}

/** The extent of all events of a table, which timeline, range and chart start from; computed once. */
export const extentOfSpans = memoize((spans: Spans): Interval | null => extentOf(spans));
