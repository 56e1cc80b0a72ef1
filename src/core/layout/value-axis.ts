import {nice, ticks} from 'd3';

interface ValueTick {
  readonly value: number;
  /** Pixels from the low end of the axis. */
  readonly position: number;
}

export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly ValueTick[];
  /** Pixels from the low end of the axis; what lies beyond an end is put there, infinity too. */
  readonly at: (value: number) => number;
}

/** The least span of an axis: numbers below it have lost digits. */
const LEAST = 1e-300;

/**
 * A linear axis with round ends for values of any sign, of `length` pixels, with a tick every `gap` pixels or more.
 * It holds 0: the length of a bar, and the distance of a point from the start, are in proportion to what was counted.
 * Whole numbers get whole ticks. What is not finite is left out; with nothing it goes from 0 to 1.
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
  // What is too near to 0 to be divided by is as good as nothing.
  if (most - least < LEAST) most = 1;
  const count = Math.max(1, Math.floor(length / gap));
  const [low, high] = nice(least, most, count);
  const at = (value: number) => ((Math.min(Math.max(value, low), high) - low) / (high - low)) * length;
  const rounds = ticks(low, high, count).filter((value) => !whole || Number.isInteger(value));
  return {low, high, at, ticks: rounds.map((value) => ({value, position: at(value)}))};
}
