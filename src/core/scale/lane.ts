import type {Interval} from '../time/index.js';
import {lowerBound} from './search.js';
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
      const at = new Uint32Array(this.size);
      const [starts, ends] = [new Float64Array(this.size), new Float64Array(this.size)];
      let size = 0;
      for (let i = 0; i < this.size; i++) {
        const [from = 0, to = 0] = [start[i], end[i]];
        if (to - from < length) continue;
        at[size] = i;
        starts[size] = from;
        ends[size++] = to;
      }
      longer = {
        others: new Map(),
        at: at.slice(0, size),
        spans: new Spans(starts.slice(0, size), ends.slice(0, size)),
      };
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
        const [first = 0, last = 0] = [start[i], end[i]];
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
