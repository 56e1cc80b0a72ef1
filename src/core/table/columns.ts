import {f64, grown, u16, u32} from '../arrays/index.js';
import type {Citation, Dataset, StoryEvent} from '../dataset/index.js';
import {isApproximate, isPartial, isUncertain} from '../time/index.js';

/** Boolean properties of an event, one bit each. */
export const FLAG = {
  approximate: 1,
  uncertain: 2,
  partial: 4,
  placed: 8,
  cited: 16,
  corrected: 32,
  linked: 64,
  disputed: 128,
} as const;

/**
 * Events as columns, in time order: by start, ties in file order, undated ones last. A row is an index in that order.
 * All arrays are transferable.
 */
export interface Columns {
  readonly size: number;
  /** Number of rows with an interval; they come first. */
  readonly dated: number;
  /** Start and end instants of the dated rows; infinite where open or unknown. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Index in `dataset.events`. */
  readonly fileIndex: Uint32Array;
  /** Index in `dataset.categories`; the number of categories when the event has none. */
  readonly category: Uint16Array;
  /** Bits of `FLAG`. */
  readonly flags: Uint16Array;
  /**
   * Row `r` has the places `placeAt[placeFrom[r]]` to before `placeAt[placeFrom[r + 1]]`, as indexes in
   * `dataset.places`.
   */
  readonly placeFrom: Uint32Array;
  readonly placeAt: Uint32Array;
  /** Number of events and places that cite each of `dataset.sources`. */
  readonly citations: Uint32Array;
}

/** Collects events in file order, and sorts them in `build`. */
export class ColumnBuilder {
  readonly #categories: ReadonlyMap<string, number>;
  readonly #sources: ReadonlyMap<string, number>;
  readonly #placeIndex: (id: string) => number;
  readonly #placed: (place: number) => boolean;
  readonly #citations: Uint32Array;
  #size = 0;
  #start = new Float64Array(0);
  #end = new Float64Array(0);
  #category = new Uint16Array(0);
  #flags = new Uint16Array(0);
  #placeEnd = new Uint32Array(0);
  #placeAt = new Uint32Array(0);
  #places = 0;

  /**
   * `placeIndex`: index of an id in `dataset.places`, or -1; `placed`: whether the place at an index has a position.
   */
  constructor(
    {categories, sources}: Pick<Dataset, 'categories' | 'sources'>,
    placeIndex: (id: string) => number,
    placed: (place: number) => boolean,
  ) {
    this.#categories = new Map(categories.map(({id}, i) => [id, i]));
    this.#sources = new Map(sources.map(({id}, i) => [id, i]));
    this.#citations = new Uint32Array(sources.length);
    this.#placeIndex = placeIndex;
    this.#placed = placed;
  }

  get size(): number {
    return this.#size;
  }

  add(event: StoryEvent): void {
    const {interval, when, status, category, places, cite, corrections, links} = event;
    const i = this.#size++;
    if (i >= this.#start.length) {
      this.#start = grown(this.#start);
      this.#end = grown(this.#end);
      this.#category = grown(this.#category);
      this.#flags = grown(this.#flags);
      this.#placeEnd = grown(this.#placeEnd);
    }
    // No interval starts at infinity, so this sorts undated events last.
    this.#start[i] = interval ? interval.start : Infinity;
    this.#end[i] = interval ? interval.end : Infinity;
    this.#category[i] = this.#categories.get(category ?? '') ?? this.#categories.size;
    let flags = 0;
    if (when) {
      if (isApproximate(when)) flags |= FLAG.approximate;
      if (isUncertain(when)) flags |= FLAG.uncertain;
      if (isPartial(when)) flags |= FLAG.partial;
    }
    if (cite.length > 0) flags |= FLAG.cited;
    if (corrections.length > 0) flags |= FLAG.corrected;
    if (links.length > 0) flags |= FLAG.linked;
    if (status === 'disputed') flags |= FLAG.disputed;
    for (const id of places) {
      const place = this.#placeIndex(id);
      if (place < 0) continue;
      if (this.#placed(place)) flags |= FLAG.placed;
      if (this.#places >= this.#placeAt.length) this.#placeAt = grown(this.#placeAt);
      this.#placeAt[this.#places++] = place;
    }
    this.#placeEnd[i] = this.#places;
    this.#flags[i] = flags;
    this.cite(cite);
  }

  /** Counts the sources that one event or place cites, without duplicates. */
  cite(citations: readonly Citation[]): void {
    for (let i = 0; i < citations.length; i++) {
      const at = this.#sources.get(citations[i]?.source ?? '');
      const again = citations.findIndex(({source}) => source === citations[i]?.source) < i;
      if (at !== undefined && !again) this.#citations[at] = u32(this.#citations, at) + 1;
    }
  }

  /** The columns of the events added so far; more may be added afterwards. */
  build(): Columns {
    const size = this.#size;
    const [start, end] = [this.#start, this.#end];
    const fileIndex = orderOf(start, size);
    let dated = size;
    while (dated > 0 && f64(start, u32(fileIndex, dated - 1)) === Infinity) dated--;
    const columns = {
      size,
      dated,
      start: new Float64Array(dated),
      end: new Float64Array(dated),
      fileIndex,
      category: new Uint16Array(size),
      flags: new Uint16Array(size),
      placeFrom: new Uint32Array(size + 1),
      placeAt: new Uint32Array(this.#places),
      citations: this.#citations.slice(),
    };
    let at = 0;
    for (let row = 0; row < size; row++) {
      const i = u32(fileIndex, row);
      if (row < dated) {
        columns.start[row] = f64(start, i);
        columns.end[row] = f64(end, i);
      }
      columns.category[row] = u16(this.#category, i);
      columns.flags[row] = u16(this.#flags, i);
      columns.placeFrom[row] = at;
      const last = u32(this.#placeEnd, i);
      for (let p = i === 0 ? 0 : u32(this.#placeEnd, i - 1); p < last; p++)
        columns.placeAt[at++] = u32(this.#placeAt, p);
    }
    columns.placeFrom[size] = at;
    return columns;
  }
}

/** Indexes in time order. Skips the sort when the data is already sorted, as is common. */
function orderOf(start: Float64Array, size: number): Uint32Array {
  const order = new Uint32Array(size);
  let sorted = true;
  const compare = (a: number, b: number) => {
    const [p, q] = [f64(start, a), f64(start, b)];
    return p === q ? a - b : p < q ? -1 : 1;
  };
  for (let i = 0; i < size; i++) {
    order[i] = i;
    sorted &&= i === 0 || compare(i - 1, i) < 0;
  }
  return sorted ? order : order.sort(compare);
}
