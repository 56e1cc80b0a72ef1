import {type Bits, f64, lowerBound, upperBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';

const BLOCK = 256;

/**
 * Intervals sorted by start, with indexes to count and find those that intersect a time range, including long and open
 * ones. Half-open: an interval that ends where the range starts does not intersect it.
 */
export class Spans {
  #ends: Float64Array | undefined;
  /** The maximum end in each block of 256. */
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

  /** The ends, sorted. */
  get ends(): Float64Array {
    this.#ends ??= this.end.slice().sort();
    return this.#ends;
  }

  /** Number of intervals that end at or before an instant. */
  before(at: number): number {
    return upperBound(this.ends, at);
  }

  /** Number of intervals that start at or after an instant. */
  after(at: number): number {
    return this.size - lowerBound(this.start, at);
  }

  /** Number of intervals that intersect a range. */
  count({start, end}: Interval): number {
    return this.size - this.before(start) - this.after(end);
  }

  /** From the first start to the last end; null when empty. */
  get extent(): Interval | null {
    return this.size === 0 ? null : {start: f64(this.start, 0), end: f64(this.ends, this.size - 1)};
  }

  /** Calls `visit` with the index of each interval that intersects a range, in order, until it returns true. */
  each({start, end}: Interval, visit: (at: number) => boolean | undefined): void {
    const to = lowerBound(this.start, end);
    for (let i = 0; i < to; ) {
      // Skip blocks that end before the range starts.
      if ((i & (BLOCK - 1)) === 0 && f64(this.#latest, i >>> 8) <= start) i += BLOCK;
      else {
        if (f64(this.end, i) > start && visit(i)) return;
        i++;
      }
    }
  }
}

/** The intervals of a set of rows. */
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
