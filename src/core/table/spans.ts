import {type Bits, f64, lowerBound, upperBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';

const BLOCK = 256;

/**
 * Intervals sorted by start, and what makes any window of time cheap to ask: how many touch it, and which. Long and
 * open ones are exact. Half-open, as everywhere: what ends where the window starts does not touch it.
 */
export class Spans {
  #ends: Float64Array | undefined;
  /** The latest end in each block of 256. */
  readonly #latest: Float64Array;

  constructor(
    readonly start: Float64Array,
    readonly end: Float64Array,
  ) {
    this.#latest = new Float64Array(Math.ceil(end.length / BLOCK)).fill(-Infinity);
    for (let i = 0; i < end.length; i++) {
      const block = i >>> 8;
      this.#latest[block] = Math.max(f64(this.#latest, block), f64(end, i));
    }
    Object.freeze(this);
  }

  get size(): number {
    return this.start.length;
  }

  *[Symbol.iterator](): IterableIterator<Interval> {
    for (let i = 0; i < this.size; i++) yield {start: f64(this.start, i), end: f64(this.end, i)};
  }

  /** The ends, sorted by themselves. */
  get ends(): Float64Array {
    this.#ends ??= this.end.slice().sort();
    return this.#ends;
  }

  /** How many end at or before an instant. */
  before(at: number): number {
    return upperBound(this.ends, at);
  }

  /** How many start at or after an instant. */
  after(at: number): number {
    return this.size - lowerBound(this.start, at);
  }

  /** How many touch a window. */
  count({start, end}: Interval): number {
    return this.size - this.before(start) - this.after(end);
  }

  /** From the first start to the last end; null when there is nothing. */
  get extent(): Interval | null {
    return this.size === 0 ? null : {start: f64(this.start, 0), end: f64(this.ends, this.size - 1)};
  }

  /** Calls back with each place that touches a window, in order; stops when that returns true. */
  each({start, end}: Interval, visit: (at: number) => boolean | undefined): void {
    const to = lowerBound(this.start, end);
    for (let i = 0; i < to; ) {
      // A block whose last end is before the window has nothing in it.
      if ((i & (BLOCK - 1)) === 0 && f64(this.#latest, i >>> 8) <= start) i += BLOCK;
      else {
        if (f64(this.end, i) > start && visit(i)) return;
        i++;
      }
    }
  }
}

/** Those of a set of rows. */
export function spansIn({start, end}: Pick<Spans, 'start' | 'end'>, rows: Bits): Spans {
  let size = 0;
  const [starts, ends] = [new Float64Array(start.length), new Float64Array(start.length)];
  for (let row = 0; row < start.length; row++) {
    if (!rows.has(row)) continue;
    starts[size] = f64(start, row);
    ends[size++] = f64(end, row);
  }
  return new Spans(starts.subarray(0, size), ends.subarray(0, size));
}
