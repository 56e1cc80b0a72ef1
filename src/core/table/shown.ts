import {type Bits, f64} from '../arrays/index.js';
import type {Interval} from '../time/index.js';
import {type Spans, spansIn} from './spans.js';
import type {EventTable} from './table.js';

/**
 * The shown events: those in `matches`, the set that passes filters and extent (null for all), within a time range.
 * Without a range, undated events are shown too. Changing only the range costs two binary searches.
 */
export class Shown {
  readonly size: number;
  /** Intervals of the dated rows in `matches`, ignoring the range. */
  readonly spans: Spans;
  #rows: Uint32Array | undefined;

  constructor(
    readonly table: EventTable,
    readonly matches: Bits | null,
    readonly range: Interval | null,
    before?: Shown,
  ) {
    this.spans =
      before && before.table === table && before.matches === matches
        ? before.spans
        : matches
          ? spansIn(table.columns, matches)
          : table.spans;
    this.size = range ? this.spans.count(range) : this.#all();
    Object.freeze(this);
  }

  #all(): number {
    const {matches, table} = this;
    let size = this.spans.size;
    for (let row = table.dated; row < table.size; row++) if (!matches || matches.has(row)) size++;
    return size;
  }

  has(id: string): boolean {
    const row = this.table.rowOf(id);
    return row >= 0 && this.hasRow(row);
  }

  hasRow(row: number): boolean {
    const {matches, range, table} = this;
    if (matches && !matches.has(row)) return false;
    if (!range) return true;
    const {start, end} = table.columns;
    return row < table.dated && f64(start, row) < range.end && f64(end, row) > range.start;
  }

  /** Ids, in time order. */
  *[Symbol.iterator](): IterableIterator<string> {
    for (const row of this.rows) yield this.table.at(row).id;
  }

  /** In time order; computed on first access. */
  get rows(): Uint32Array {
    if (!this.#rows) {
      const rows = new Uint32Array(this.size);
      let size = 0;
      const add = (row: number) => {
        if (!this.matches || this.matches.has(row)) rows[size++] = row;
        return undefined;
      };
      if (this.range) this.table.spans.each(this.range, add);
      else for (let row = 0; row < this.table.size; row++) add(row);
      this.#rows = rows;
    }
    return this.#rows;
  }
}
