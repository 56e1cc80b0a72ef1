import {memoize} from '../memo/index.js';
import {lowerBound} from './search.js';
import type {Shown} from './shown.js';
import type {EventTable} from './table.js';

/** Indexes of numbers in ascending order, ties as they come: a radix sort, in tens of milliseconds for a million. */
export function orderBy(values: Float64Array): Uint32Array {
  const {length} = values;
  let order = new Uint32Array(length);
  let sorted = true;
  for (let i = 0; i < length; i++) {
    order[i] = i;
    sorted &&= i === 0 || (values[i - 1] ?? 0) <= (values[i] ?? 0);
  }
  if (sorted) return order;
  // The bits of a float sort as an integer once the sign is turned; adding 0 makes one zero of two.
  const floats = new Float64Array(length);
  for (let i = 0; i < length; i++) floats[i] = (values[i] ?? 0) + 0;
  const bits = new Uint32Array(floats.buffer);
  for (let i = 1; i < bits.length; i += 2) {
    const negative = (bits[i] ?? 0) >>> 31;
    if (negative) bits[i - 1] = ~(bits[i - 1] ?? 0);
    bits[i] = negative ? ~(bits[i] ?? 0) : (bits[i] ?? 0) | 0x80000000;
  }
  let next = new Uint32Array(length);
  for (const [half, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const) {
    const starts = new Uint32Array(65_537);
    for (let i = half; i < bits.length; i += 2) {
      const digit = (((bits[i] ?? 0) >>> shift) & 0xffff) + 1;
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    if (starts.includes(length, 1)) continue;
    for (let digit = 1; digit < starts.length; digit++)
      starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
    for (let i = 0; i < length; i++) {
      const value = order[i] ?? 0;
      const digit = ((bits[2 * value + half] ?? 0) >>> shift) & 0xffff;
      const at = starts[digit] ?? 0;
      starts[digit] = at + 1;
      next[at] = value;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The dated rows by when they end. */
const endOrderOf = memoize(({columns}: EventTable) => orderBy(columns.end));

/**
 * How many events each bin of places has: each once, however many of its places lie there. What is shown is counted
 * from what was shown before, by what came and went, so that a moving window costs what it moves.
 */
export class BinCounter {
  readonly #counts: Uint32Array;
  #shown: Shown | undefined;
  #seen: Uint32Array | undefined;
  #turn = 0;

  /** `binOf`: the bin of each place. */
  constructor(
    readonly table: EventTable,
    readonly binOf: Uint32Array,
    bins: number,
  ) {
    this.#counts = new Uint32Array(bins);
  }

  /** Counts of all events. */
  all(): Uint32Array {
    this.#shown = undefined;
    this.#counts.fill(0);
    this.#run(0, this.table.size, 1);
    return this.#counts.slice();
  }

  /** Counts of what is shown; the array holds until the next call. */
  count(shown: Shown): Uint32Array {
    const before = this.#shown;
    if (shown === before) return this.#counts;
    this.#shown = shown;
    const {table} = this;
    const {matches, range} = shown;
    const {start, end} = table.columns;
    if (range && before?.range && before.matches === matches) {
      // Shown is what has started, less what has ended.
      const order = endOrderOf(table);
      const ended = (at: number) => {
        let [low, high] = [0, order.length];
        while (low < high) {
          const middle = (low + high) >>> 1;
          if ((end[order[middle] ?? 0] ?? 0) <= at) low = middle + 1;
          else high = middle;
        }
        return low;
      };
      const [from, to] = [lowerBound(start, before.range.end), lowerBound(start, range.end)];
      const [out, gone] = [ended(before.range.start), ended(range.start)];
      if (Math.abs(to - from) + Math.abs(gone - out) < to) {
        this.#run(Math.min(from, to), Math.max(from, to), to > from ? 1 : -1, shown);
        this.#run(Math.min(out, gone), Math.max(out, gone), gone > out ? -1 : 1, shown, order);
        return this.#counts;
      }
    }
    this.#counts.fill(0);
    this.#run(0, range ? lowerBound(start, range.end) : table.size, 1, shown, undefined, range?.start);
    return this.#counts;
  }

  /** Adds rows, or takes them away: those that match, of an order, that end after an instant. */
  #run(from: number, to: number, by: number, shown?: Shown, order?: Uint32Array, after = -Infinity): void {
    const counts = this.#counts;
    const {binOf, table} = this;
    const {end, placeFrom, placeAt} = table.columns;
    const matches = shown?.matches;
    for (let i = from; i < to; i++) {
      const row = order ? (order[i] ?? 0) : i;
      if ((end[row] ?? Infinity) <= after || (matches && !matches.has(row))) continue;
      const last = placeFrom[row + 1] ?? 0;
      let p = placeFrom[row] ?? 0;
      if (last - p === 1) {
        const bin = binOf[placeAt[p] ?? 0] ?? 0;
        counts[bin] = (counts[bin] ?? 0) + by;
        continue;
      }
      this.#seen ??= new Uint32Array(counts.length);
      const turn = ++this.#turn;
      for (; p < last; p++) {
        const bin = binOf[placeAt[p] ?? 0] ?? 0;
        if (this.#seen[bin] === turn) continue;
        this.#seen[bin] = turn;
        counts[bin] = (counts[bin] ?? 0) + by;
      }
    }
  }
}
