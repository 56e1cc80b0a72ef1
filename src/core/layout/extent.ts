import {memoize} from '../memo/index.js';
import type {Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';

const MONTH = 30 * 86_400_000;

/**
 * The smallest range that contains the finite ends of all intervals, padded by 4 % on both sides; around a single
 * interval, by twice its length. Null without a finite end.
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
  // A single open end has no length: pad it by a month.
  const air = length === 0 ? MONTH : longest === length ? 2 * length : 0.04 * length;
  return {start: start - air, end: end + air};
}

/** The memoized extent of a table's events: the initial range of timeline, range and chart. */
export const extentOfSpans = memoize((spans: Spans): Interval | null => extentOf(spans));
