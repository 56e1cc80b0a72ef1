import {f64} from '../arrays/index.js';
import type {Interval} from '../time/index.js';
import type {Bin, TimeScale} from './types.js';

/**
 * Counts the intervals that intersect each bin of `binPx` pixels along a scale, in time order (the last bin may be
 * narrower), and weighs them: each interval weighs one in all, spread evenly over its time, so that what is dated to a
 * year does not weigh as much as news of every day. Where it has no start or end, it is spread over the domain's part.
 */
export function binCounts(intervals: Iterable<Interval>, scale: TimeScale, binPx: number): readonly Bin[] {
  const [first, last] = scale.domain();
  const [from, to] = scale.range();
  const length = Math.abs(to - from);
  const size = Math.ceil(length / binPx);
  if (!(size > 0 && last > first && Number.isFinite(last - first))) return [];
  const columnOf = (at: number) => Math.abs(scale(at) - from) / binPx;
  const changes = new Float64Array(size + 1);
  /** Weight per bin of the intervals that cover it whole: what changes at each bin. */
  const rates = new Float64Array(size + 1);
  const weights = new Float64Array(size);
  const longer = new Float64Array(size + 1);
  const add = (to: Float64Array, at: number, value: number) => {
    to[at] = f64(to, at) + value;
  };
  for (const {start, end} of intervals) {
    if (end <= first || start >= last) continue;
    const [begin, stop] = [columnOf(Math.max(start, first)), columnOf(Math.min(end, last))];
    const low = Math.min(size - 1, Math.floor(begin));
    const high = Math.min(size - 1, Math.max(low, Math.ceil(stop) - 1));
    add(changes, low, 1);
    add(changes, high + 1, -1);
    const weight = Number.isFinite(end - start) ? shareOf(start, end, first, last) : 1;
    if (low === high) {
      add(weights, low, weight);
      continue;
    }
    const isLong = high > low + 1 ? 1 : 0;
    add(longer, low, isLong);
    add(longer, high + 1, -isLong);
    const rate = weight / (stop - begin);
    add(weights, low, rate * (low + 1 - begin));
    add(weights, high, rate * (stop - high));
    add(rates, low + 1, rate);
    add(rates, high, -rate);
  }
  let [count, spread, rate] = [0, 0, 0];
  return Array.from({length: size}, (_, i) => {
    count += f64(changes, i);
    spread += f64(longer, i);
    rate += f64(rates, i);
    const width = Math.min(binPx, length - i * binPx);
    const x = to >= from ? from + i * binPx : from - i * binPx - width;
    // What rounding leaves of rates that have ended is no weight.
    const weight = count === 0 ? 0 : Math.max(0, f64(weights, i) + rate);
    return {x, width, count, spread, weight};
  });
}

/** The part of an interval within a domain. */
const shareOf = (start: number, end: number, first: number, last: number): number =>
  end > start ? (Math.min(end, last) - Math.max(start, first)) / (end - start) : 1;

/** Whether some interval is spread over several bins. */
export const isSpread = (bins: readonly Bin[]): boolean => bins.some(({spread}) => spread > 0);
