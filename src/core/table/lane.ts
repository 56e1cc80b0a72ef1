import {f64, lowerBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';

import {Spans} from './spans.js';

/** The rows of a lane that are at least as long as a given duration, as indexes in the lane, in time order. */
export interface Longer {
  readonly at: Uint32Array;
  readonly spans: Spans;
  /** Cache of the extents of shorter rows, by start index; read in every frame. */
  readonly others: Map<number, Interval>;
}

/** Number of cached durations, as readers zoom in and out around one. */
const MAX_LENGTHS = 8;

/** The dated rows of one category, in time order. */
export class Lane {
  readonly #longer = new Map<number, Longer>();

  constructor(
    readonly rows: Uint32Array,
    readonly spans: Spans,
  ) {}

  get size(): number {
    return this.rows.length;
  }

  /** The rows with a duration of at least `length`; cached for recent lengths. */
  longer(length: number): Longer {
    let longer = this.#longer.get(length);
    if (!longer) {
      const {start, end} = this.spans;
      const isLong = (i: number) => !(f64(end, i) - f64(start, i) < length);
      // Count first: allocating for all rows would take megabytes in the middle of a gesture.
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
      if (oldest !== undefined && this.#longer.size >= MAX_LENGTHS) this.#longer.delete(oldest);
      this.#longer.set(length, longer);
    }
    return longer;
  }

  /** The extent of the rows in the index range that are shorter than `length`. */
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

  /** Number of shorter rows in an index range. */
  shorter(from: number, to: number, {at}: Longer): number {
    return to - from - (lowerBound(at, to) - lowerBound(at, from));
  }
}
