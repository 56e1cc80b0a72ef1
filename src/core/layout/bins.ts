import type {Interval} from '../time/index.js';
import type {Bin, TimeScale} from './types.js';

/**
 * Counts the intervals that intersect each bin of `binPx` pixels along a scale, in time order (the last bin may be
 * narrower). Unlike D3's `bin`, which puts a value into one bin, an interval counts in every bin that it intersects.
 */
export function binCounts(intervals: Iterable<Interval>, scale: TimeScale, binPx: number): readonly Bin[] {
  const [first, last] = scale.domain();
  const [from, to] = scale.range();
  const length = Math.abs(to - from);
  const size = Math.ceil(length / binPx);
  if (!(size > 0 && last > first && Number.isFinite(last - first))) return [];
  const columnOf = (at: number) => Math.abs(scale(at) - from) / binPx;
  const change = new Float64Array(size + 1);
  for (const {start, end} of intervals) {
    if (end <= first || start >= last) continue;
    const low = start <= first ? 0 : Math.min(size - 1, Math.floor(columnOf(start)));
    const high = end >= last ? size - 1 : Math.min(size - 1, Math.max(low, Math.ceil(columnOf(end)) - 1));
    change[low] = (change[low] ?? 0) + 1;
    change[high + 1] = (change[high + 1] ?? 0) - 1;
  }
  let count = 0;
  return Array.from({length: size}, (_, i) => {
    count += change[i] ?? 0;
    const width = Math.min(binPx, length - i * binPx);
    return {x: to >= from ? from + i * binPx : from - i * binPx - width, width, count};
  });
}
