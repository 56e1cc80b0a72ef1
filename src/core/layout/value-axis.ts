import {nice, ticks} from 'd3';

interface ValueTick {
  readonly value: number;
  /** Offset from the low end of the axis, in pixels. */
  readonly position: number;
}

export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly ValueTick[];
  /** Offset from the low end of the axis in pixels; values beyond an end, including infinity, are clamped to it. */
  readonly at: (value: number) => number;
}

/** Minimum span of an axis, below which float64 loses precision. */
const LEAST = 1e-300;

/**
 * A linear axis of `length` pixels with round ends, and ticks at least `gap` pixels apart. It includes 0, so that
 * lengths of bars are proportional to values. Integers get integer ticks. Values that are not finite are ignored;
 * without values it goes from 0 to 1.
 */
export function valueAxis(values: Iterable<number>, length: number, gap: number): ValueAxis {
  let [least, most] = [0, 0];
  let whole = true;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
    whole &&= Number.isInteger(value);
  }
  // Treat a span too small to divide by as empty.
  if (most - least < LEAST) most = 1;
  const count = Math.max(1, Math.floor(length / gap));
  const [low, high] = nice(least, most, count);
  const at = (value: number) => ((Math.min(Math.max(value, low), high) - low) / (high - low)) * length;
  const rounds = ticks(low, high, count).filter((value) => !whole || Number.isInteger(value));
  return {low, high, at, ticks: rounds.map((value) => ({value, position: at(value)}))};
}
