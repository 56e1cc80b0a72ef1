import {Bits, f64, u16, u32} from '../arrays/index.js';
import {type Dataset, rowIndex, type StoryEvent} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import type {Interval} from '../time/index.js';
import {ColumnBuilder, type Columns} from './columns.js';
import {Lane} from './lane.js';
import {Spans} from './spans.js';

/** The events of a dataset in time order: columns for bulk computations, and single events read on demand. */
export class EventTable {
  readonly size: number;
  /** Number of rows with an interval; they come first. */
  readonly dated: number;
  #spans: Spans | undefined;
  #lanes: readonly Lane[] | undefined;
  #rowOf: Uint32Array | undefined;
  #at: {readonly from: Uint32Array; readonly rows: Uint32Array} | undefined;
  readonly #flagged = new Map<number, Uint32Array>();

  constructor(
    readonly dataset: Dataset,
    readonly columns: Columns,
  ) {
    this.size = columns.size;
    this.dated = columns.dated;
    Object.freeze(columns);
    Object.freeze(this);
  }

  /** The event at a row, read on demand. Throws a `RangeError` when out of bounds. */
  at(row: number): StoryEvent {
    const event = this.dataset.events[this.columns.fileIndex[row] ?? -1];
    if (!event) throw new RangeError(`No row ${row} of ${this.size}`);
    return event;
  }

  *[Symbol.iterator](): IterableIterator<StoryEvent> {
    for (let row = 0; row < this.size; row++) yield this.at(row);
  }

  /** The row of an event, or -1. */
  rowOf(id: string): number {
    const index = rowIndex(this.dataset.events, id);
    if (index < 0) return -1;
    if (!this.#rowOf) {
      this.#rowOf = new Uint32Array(this.size);
      this.columns.fileIndex.forEach((i, row) => {
        if (this.#rowOf) this.#rowOf[i] = row;
      });
    }
    return this.#rowOf[index] ?? -1;
  }

  has(row: number, flag: number): boolean {
    return (u16(this.columns.flags, row) & flag) !== 0;
  }

  /** The interval of a row; undefined when undated, and for row -1. */
  interval(row: number): Interval | undefined {
    const {start, end} = this.columns;
    return row >= 0 && row < this.dated ? {start: f64(start, row), end: f64(end, row)} : undefined;
  }

  /** Indexes of a row's places in `dataset.places`; empty for row -1. */
  placesOf(row: number): Uint32Array {
    const {placeFrom, placeAt} = this.columns;
    return placeAt.subarray(placeFrom[row] ?? 0, placeFrom[row + 1] ?? 0);
  }

  /** The rows of a place, by its index in `dataset.places`, in time order; empty for place -1. */
  rowsAt(place: number): Uint32Array {
    this.#at ??= this.#makeAt();
    const {from, rows} = this.#at;
    return rows.subarray(from[place] ?? 0, from[place + 1] ?? 0);
  }

  #makeAt() {
    const {placeFrom, placeAt} = this.columns;
    const from = new Uint32Array(this.dataset.places.length + 1);
    for (const place of placeAt) from[place + 1] = u32(from, place + 1) + 1;
    for (let i = 1; i < from.length; i++) from[i] = u32(from, i) + u32(from, i - 1);
    const rows = new Uint32Array(placeAt.length);
    const next = from.slice();
    for (let row = 0; row < this.size; row++) {
      for (let p = u32(placeFrom, row); p < u32(placeFrom, row + 1); p++) {
        const place = u32(placeAt, p);
        const at = u32(next, place);
        next[place] = at + 1;
        rows[at] = row;
      }
    }
    return {from, rows};
  }

  /** Intervals of all dated rows. */
  get spans(): Spans {
    this.#spans ??= new Spans(this.columns.start, this.columns.end);
    return this.#spans;
  }

  /** The dated rows of each category, followed by those without one. */
  get lanes(): readonly Lane[] {
    this.#lanes ??= this.#makeLanes();
    return this.#lanes;
  }

  #makeLanes(): readonly Lane[] {
    const {category, start, end} = this.columns;
    const sizes = new Uint32Array(this.dataset.categories.length + 1);
    const laneOf = (row: number) => Math.min(u16(category, row), sizes.length - 1);
    for (let row = 0; row < this.dated; row++) sizes[laneOf(row)] = u32(sizes, laneOf(row)) + 1;
    const lanes = Array.from(sizes, (size) => ({
      rows: new Uint32Array(size),
      start: new Float64Array(size),
      end: new Float64Array(size),
      size: 0,
    }));
    for (let row = 0; row < this.dated; row++) {
      const lane = lanes[laneOf(row)];
      if (!lane) continue;
      const i = lane.size++;
      lane.rows[i] = row;
      lane.start[i] = f64(start, row);
      lane.end[i] = f64(end, row);
    }
    return lanes.map((lane) => new Lane(lane.rows, new Spans(lane.start, lane.end)));
  }

  /** The rows with a flag, or with `without` those that lack it, in time order. */
  flagged(flag: number, without = false): Uint32Array {
    const key = without ? -flag : flag;
    let rows = this.#flagged.get(key);
    if (!rows) {
      const found: number[] = [];
      for (let row = 0; row < this.size; row++) if (this.has(row, flag) !== without) found.push(row);
      rows = Uint32Array.from(found);
      this.#flagged.set(key, rows);
    }
    return rows;
  }

  /** The flagged rows as a set. */
  flaggedBits(flag: number): Bits {
    const bits = new Bits(this.size);
    for (const row of this.flagged(flag)) bits.set(row);
    return bits;
  }
}

/** The memoized event table of a dataset. */
export const tableOf = memoize((dataset: Dataset): EventTable => {
  const {events, places} = dataset;
  const builder = new ColumnBuilder(
    dataset,
    (id) => rowIndex(places, id),
    (place) => places[place]?.lat !== undefined,
  );
  for (const event of events) builder.add(event);
  for (const {cite} of places) if (cite) builder.cite(cite);
  return new EventTable(dataset, builder.build());
});
