import {f64, lowerBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';

import {Spans} from './spans.js';

/** Of a lane, what is as long as a length or longer: places in the lane, in time order. */
export interface Longer {
  readonly at: Uint32Array;
  readonly spans: Spans;
  /** From the first start to the last end of the others, by the place that they start at: asked for in every frame. */
  readonly others: Map<number, Interval>;
}

/** How many lengths are kept: a reader zooms in and out around one. */
const KEPT = 8;

/** Rows of one category that have a date, in time order. */
export class Lane {
  readonly #longer = new Map<number, Longer>();

  constructor(
    readonly rows: Uint32Array,
    readonly spans: Spans,
  ) {}

  get size(): number {
    return this.rows.length;
  }

  /** Those as long as `length` or longer; from memory for the lengths asked for last. */
  longer(length: number): Longer {
    let longer = this.#longer.get(length);
    if (!longer) {
      const {start, end} = this.spans;
      const isLong = (i: number) => !(f64(end, i) - f64(start, i) < length);
      // Counted first: room for all of them would be megabytes, in the middle of a gesture.
      let size = 0;
      for (let i = 0; i < this.size; i++) if (isLong(i)) size++;
      const at = new Uint32Array(size);
      const [starts, ends] = [new Float64Array(size), new Float64Array(size)];
      for (let i = 0, to = 0; to < size; i++) {
        if (!isLong(i)) continue;
        at[to] = i;
        starts[to] = f64(start, i);
        ends[to++] = f64(end, i);
      }
      longer = {others: new Map(), at, spans: new Spans(starts, ends)};
      const [oldest] = this.#longer.keys();
      if (oldest !== undefined && this.#longer.size >= KEPT) this.#longer.delete(oldest);
      this.#longer.set(length, longer);
    }
    return longer;
  }

  /** From the first start to the last end of those from one place up to another that are shorter than `length`. */
  extentOf(from: number, to: number, length: number, {others}: Longer): Interval {
    let extent = others.get(from);
    if (!extent) {
      const {start, end} = this.spans;
      let [earliest, latest] = [Infinity, -Infinity];
      for (let i = from; i < to; i++) {
        const first = f64(start, i);
        const last = f64(end, i);
        if (last - first >= length) continue;
        if (first < earliest) earliest = first;
        if (last > latest) latest = last;
      }
      extent = {start: earliest, end: latest};
      others.set(from, extent);
    }
    return extent;
  }

  /** How many places from one up to another are shorter. */
  shorter(from: number, to: number, {at}: Longer): number {
    return to - from - (lowerBound(at, to) - lowerBound(at, from));
  }
}
