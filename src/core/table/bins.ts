import {f64, lowerBound, orderBy, u32} from '../arrays/index.js';
import {memoize} from '../memo/index.js';
import type {Shown} from './shown.js';
import type {EventTable} from './table.js';

/** The dated rows, sorted by end. */
const endOrderOf = memoize(({columns}: EventTable) => orderBy(columns.end));

/**
 * Counts the events in each bin of places; an event counts once per bin, however many of its places are there. Counting
 * is incremental: it updates the previous counts by the rows that entered and left, so a moving time range costs only
 * the difference.
 */
export class BinCounter {
  readonly #counts: Uint32Array;
  #shown: Shown | undefined;
  #seen: Uint32Array | undefined;
  #turn = 0;

  /** `binOf`: the bin of each place, below `bins`. */
  constructor(
    readonly table: EventTable,
    readonly binOf: Uint32Array,
    bins: number,
  ) {
    this.#counts = new Uint32Array(bins);
  }

  /** Counts of all events, by bin. */
  all(): Uint32Array {
    this.#shown = undefined;
    this.#counts.fill(0);
    this.#run(0, this.table.size, 1);
    return this.#counts.slice();
  }

  /** Counts of the shown events, by bin; the array is reused by the next call. */
  count(shown: Shown): Uint32Array {
    const before = this.#shown;
    if (shown === before) return this.#counts;
    this.#shown = shown;
    const {table} = this;
    const {matches, range} = shown;
    const {start, end} = table.columns;
    if (range && before?.range && before.matches === matches) {
      // The shown rows are those that started before the range ends, minus those that ended before it starts.
      const order = endOrderOf(table);
      const ended = (at: number) => {
        let [low, high] = [0, order.length];
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (f64(end, u32(order, middle)) <= at) low = middle + 1;
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

  /** Adds `by` for each matching row in a slice of `order` that ends after an instant. */
  #run(from: number, to: number, by: number, shown?: Shown, order?: Uint32Array, after = -Infinity): void {
    const counts = this.#counts;
    const {binOf, table} = this;
    const {end, placeFrom, placeAt} = table.columns;
    const matches = shown?.matches;
    for (let i = from; i < to; i++) {
      const row = order ? u32(order, i) : i;
      // Undated rows have no end and always pass.
      if ((end[row] ?? Infinity) <= after || (matches && !matches.has(row))) continue;
      const last = u32(placeFrom, row + 1);
      let p = u32(placeFrom, row);
      if (last - p === 1) {
        const bin = u32(binOf, u32(placeAt, p));
        counts[bin] = u32(counts, bin) + by;
        continue;
      }
      this.#seen ??= new Uint32Array(counts.length);
      const turn = ++this.#turn;
      for (; p < last; p++) {
        const bin = u32(binOf, u32(placeAt, p));
        if (this.#seen[bin] === turn) continue;
        this.#seen[bin] = turn;
        counts[bin] = u32(counts, bin) + by;
      }
    }
  }
}
