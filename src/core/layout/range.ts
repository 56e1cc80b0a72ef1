import type {Interval} from '../time/index.js';
import type {Bin, RangeLimits} from './types.js';

const MINUTE = 60_000;

/** The range of that length and start, moved and cut so that it lies within the limits. */
function within(start: number, length: number, {extent, minLength = MINUTE}: RangeLimits): Interval {
  const whole = extent.end - extent.start;
  // Deep time: below this, float64 could not tell the two ends apart.
  const grain = Math.max(Math.abs(extent.start), Math.abs(extent.end)) * 1e-12;
  const size = Math.min(whole, Math.max(length, minLength, grain));
  const first = Math.min(Math.max(start, extent.start), extent.end - size);
  return size >= whole ? extent : {start: first, end: first + size};
}

/** A range `factor` times as long (0.5 zooms in) with `anchor` at the same pixel, kept within the limits. */
export function zoomRange(range: Interval, factor: number, anchor: number, limits: RangeLimits): Interval {
  const length = range.end - range.start;
  const share = (anchor - range.start) / length;
  const {extent, minLength = MINUTE} = limits;
  const next = Math.min(extent.end - extent.start, Math.max(length * factor, minLength));
  return within(anchor - share * next, next, limits);
}

/** A range moved by a share of its own length (0.5: half a screen later), kept within the limits. */
export function panRange(range: Interval, share: number, limits: RangeLimits): Interval {
  const length = range.end - range.start;
  return within(range.start + share * length, length, limits);
}

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
  const air = length === 0 ? 30 * 1440 * MINUTE : longest === length ? 2 * length : 0.04 * length;
  return {start: start - air, end: end + air};
}

/** How many intervals touch each column of `binPx` (the last may be narrower): a histogram of starts and spans. */
export function binCounts(
  intervals: Iterable<Interval>,
  range: Interval,
  widthPx: number,
  binPx: number,
): readonly Bin[] {
  const length = range.end - range.start;
  const size = Math.ceil(widthPx / binPx);
  if (!(size > 0 && length > 0 && Number.isFinite(length))) return [];
  const scale = widthPx / binPx / length;
  const change = new Float64Array(size + 1);
  for (const {start, end} of intervals) {
    if (end <= range.start || start >= range.end) continue;
    const first = Math.min(size - 1, Math.max(0, Math.floor((start - range.start) * scale)));
    const last = Math.min(size - 1, Math.max(first, Math.ceil((end - range.start) * scale) - 1));
    change[first] = (change[first] ?? 0) + 1;
    change[last + 1] = (change[last + 1] ?? 0) - 1;
  }
  let count = 0;
  return Array.from({length: size}, (_, i) => {
    count += change[i] ?? 0;
    const x = i * binPx;
    return {x, width: Math.min(binPx, widthPx - x), count};
  });
}
