import {f64, grown, NumberList, u16, u32} from '../arrays/index.js';
import {
  type Head,
  type Issue,
  isRow,
  lineIssue,
  listOf,
  type PackedRows,
  type ParseOptions,
  type Place,
  parseDataset,
  parseJson,
  parseLines,
  type Row,
  RowStream,
  readHead,
  readTables,
  rowOfLine,
  type StoryEvent,
} from '../dataset/index.js';
import {ColumnBuilder, FLAG} from './columns.js';
import type {Decode, PackedDataset} from './open.js';
import {JsonScanner, type RowSpans} from './scan.js';

/** Bytes of rows that are parsed at once. */
const SLICE = 2 ** 18;
/** Texts beyond this are not made to see what is wrong with them. */
const MAX_BYTES = 2 ** 29;
/** So many rows may name places that are not there before reading waits for the rest of the file. */
const MAX_MISSING = 1000;
/**
 * A part is shown when so many events are in, and again with this many times as many. With fewer, the whole is there
 * about as soon as its part were drawn.
 */
const FIRST_PART = 16_000;
const NEXT_PART = 8;
const LINE = 10;

export interface LoaderOptions extends ParseOptions {
  /** Newline JSON: a dataset, then one row to a line. */
  readonly lines?: boolean;
  /** Bytes as text; a `TextDecoder`, which core does not know. */
  readonly decode: Decode;
  /** How many bytes come, if that is known. */
  readonly size?: number;
}

/** Places as columns, in the order of the file. */
class PointList {
  #size = 0;
  #lat = new Float64Array(1024);
  #lon = new Float64Array(1024);
  #radius = new Float64Array(1024);

  add({lat = Number.NaN, lon = Number.NaN, radius = 0}: Place): void {
    if (this.#size === this.#lat.length) {
      [this.#lat, this.#lon, this.#radius] = [grown(this.#lat), grown(this.#lon), grown(this.#radius)];
    }
    this.#lat[this.#size] = lat;
    this.#lon[this.#size] = lon;
    this.#radius[this.#size++] = Number.isNaN(lat) ? 0 : radius;
  }

  has = (place: number): boolean => !Number.isNaN(f64(this.#lat, place));

  build() {
    const size = this.#size;
    const cut = (array: Float64Array) => array.slice(0, size);
    return {size, lat: cut(this.#lat), lon: cut(this.#lon), radius: cut(this.#radius)};
  }
}

/**
 * Reads a big dataset as its bytes come in: each row once, for columns, for what is wrong with it, and for where it
 * lies. What it gives is the same as `parseDataset`, in a form that can be handed to another thread.
 */
export class Loader {
  readonly #lines: boolean;
  readonly #decode: Decode;
  readonly #options: ParseOptions;
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;
  readonly #scanner = new JsonScanner();
  #fault = false;

  #places: RowStream<Place> | undefined;
  #events: RowStream<StoryEvent> | undefined;
  #points = new PointList();
  #cites = new Map<string, number>();
  #builder: ColumnBuilder | undefined;
  #waits = false;
  #nextPart = FIRST_PART;

  /** Of newline JSON: what all lines but those of places and events make. */
  #tree: Row | undefined;
  readonly #lineEnds = new NumberList();
  #lineStart = 0;
  #lineCount = 0;
  #scanned = 0;
  readonly #lineIssues: Issue[] = [];

  constructor({lines = false, decode, size = 0, countries}: LoaderOptions) {
    this.#options = countries ? {countries} : {};
    this.#lines = lines;
    this.#decode = decode;
    this.#bytes = new Uint8Array(Math.max(size, 2 ** 16));
  }

  /** How many bytes are in. */
  get size(): number {
    return this.#size;
  }

  push(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#bytes.length) {
      const next = new Uint8Array(Math.max(size, this.#bytes.length * 2));
      next.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = next;
    }
    this.#bytes.set(chunk, this.#size);
    this.#size = size;
    if (this.#lines) this.#readLines(false);
    else this.#readJson();
  }

  /** What is in so far, when that is much more than at the last part: few enough that sorting them costs little. */
  part(): PackedDataset | undefined {
    const read = this.#events?.read ?? 0;
    if (read < this.#nextPart) return undefined;
    this.#nextPart = read * NEXT_PART;
    return this.take();
  }

  /** What is in so far; `finish` gives what is in when all is. */
  take(): PackedDataset | undefined {
    if (this.#fault || this.#scanner.odd || this.#waits || !this.#events) return undefined;
    const tree = this.#lines ? this.#tree : this.#treeUpTo(this.#scanner.events);
    return tree && this.#pack(tree, false);
  }

  finish(): PackedDataset {
    if (this.#lines) return this.#finishLines();
    const {places, events, odd} = this.#scanner;
    const inside = [places, events].some(({from, to}) => from >= 0 && to < 0);
    const tree = odd || inside || this.#fault ? undefined : this.#treeOf();
    if (!tree) return this.#plain();
    this.#waits = false;
    const head = readHead(tree);
    if (places.from >= 0) {
      if (this.#places?.head.keys.places !== head.keys.places) this.#begin('places', head);
      this.#readTable('places', true);
    }
    if (this.#mustReadAgain(head, places.from >= 0, events.from >= 0)) this.#begin('events', head);
    this.#readTable('events', true);
    return this.#fault ? this.#plain() : this.#pack(tree, true);
  }

  /** Whether events were read with less, or other, knowledge than there is at the end. */
  #mustReadAgain(head: Head, hasPlaces: boolean, hasEvents: boolean): boolean {
    const events = this.#events;
    if (!events || events.head.keys.events !== head.keys.events) return hasEvents;
    const places = this.#places;
    if (hasPlaces && !places) return events.missing.size > 0;
    return [...events.missing].some((id) => places?.ids.has(id));
  }

  /** Reads a table from its first row on. */
  #begin(table: 'places' | 'events', head: Head): void {
    if (table === 'places') {
      this.#places = new RowStream<Place>('places', head, () => false, this.#options.countries);
      this.#points = new PointList();
      this.#cites = new Map();
    } else {
      // Asked twice in a row: whether it is there, and where.
      let [last, at] = ['', -1];
      const indexOf = (id: string) => {
        if (id === last) return at;
        at = this.#places?.ids.indexOf(id) ?? -1;
        // What is not there may still come.
        last = at < 0 ? '' : id;
        return at;
      };
      const {countries} = this.#options;
      this.#events = new RowStream<StoryEvent>('events', head, (id) => indexOf(id) >= 0, countries);
      this.#builder = new ColumnBuilder(head, indexOf, (place) => this.#points.has(place));
    }
  }

  #place(json: unknown): void {
    const place = this.#places?.next(json);
    if (!place) return;
    this.#points.add(place);
    if (!place.cite?.length) return;
    for (const source of new Set(place.cite.map((citation) => citation.source)))
      this.#cites.set(source, (this.#cites.get(source) ?? 0) + 1);
  }

  #event(json: unknown): void {
    const event = this.#events?.next(json);
    if (event) this.#builder?.add(event);
  }

  // JSON

  #text(from: number, to: number): string {
    return this.#decode(this.#bytes.subarray(from, to));
  }

  /** Parses the file without the rows of big tables, up to the start of one that is open. */
  #treeOf(end = this.#size, close = ''): Row | undefined {
    const {places, events} = this.#scanner;
    const cuts = [places, events].filter(({from, to}) => from >= 0 && to >= 0 && to < end);
    let text = '';
    let at = 0;
    for (const {from, to} of cuts.sort((a, b) => a.from - b.from)) {
      text += this.#text(at, from);
      at = to;
    }
    const {json} = parseJson(text + this.#text(at, end) + close);
    return isRow(json) ? json : undefined;
  }

  #treeUpTo({from}: RowSpans): Row | undefined {
    return this.#treeOf(from, ']}');
  }

  #readJson(): void {
    const scanner = this.#scanner;
    scanner.scan(this.#bytes, this.#size);
    for (const table of ['places', 'events'] as const) {
      const spans = scanner[table];
      if (this.#fault || scanner.odd || this.#waits) return;
      if (spans.size === 0) continue;
      if (!(table === 'places' ? this.#places : this.#events)) {
        const tree = this.#treeUpTo(spans);
        if (!tree) return;
        this.#begin(table, readHead(tree));
      }
      this.#readTable(table, false);
    }
  }

  /** Reads the rows of a table that were not read yet. */
  #readTable(table: 'places' | 'events', isEnd: boolean): void {
    const {size, starts, ends} = this.#scanner[table];
    const read = (row: unknown) => (table === 'places' ? this.#place(row) : this.#event(row));
    let from = (table === 'places' ? this.#places : this.#events)?.read ?? 0;
    while (from < size && !this.#fault) {
      let to = from + 1;
      while (to < size && ends.at(to) - starts.at(from) < SLICE) to++;
      const {json} = parseJson(`[${this.#text(starts.at(from), ends.at(to - 1))}]`);
      this.#fault = !Array.isArray(json) || json.length !== to - from;
      if (Array.isArray(json) && !this.#fault) for (const row of json) read(row);
      from = to;
      this.#waits = !isEnd && (this.#events?.rowsMissing ?? 0) > MAX_MISSING + from / 2;
      if (this.#waits) return;
    }
  }

  // Newline JSON

  #finishLines(): PackedDataset {
    this.#readLines(true);
    const tree = this.#tree;
    if (!tree || this.#fault) return this.#plain();
    const {places, events} = this.#scanner;
    const head = readHead(tree);
    if (places.size > 0 && this.#places?.head.keys.places !== head.keys.places) {
      this.#begin('places', head);
      this.#readAgain('places');
    }
    if (this.#mustReadAgain(head, places.size > 0, events.size > 0)) {
      this.#begin('events', head);
      this.#readAgain('events');
    }
    return this.#pack(tree, true);
  }

  #readAgain(table: 'places' | 'events'): void {
    const {starts, ends, size} = this.#scanner[table];
    const read = table === 'places' ? this.#place : this.#event;
    for (let i = 0; i < size; i++) {
      const {json} = parseJson(this.#text(starts.at(i), ends.at(i)));
      read.call(this, isRow(json) ? json[table] : undefined);
    }
  }

  #readLines(isEnd: boolean): void {
    const bytes = this.#bytes.subarray(0, this.#size);
    const ends = this.#lineEnds;
    while (this.#scanned < this.#size) {
      const end = bytes.indexOf(LINE, this.#scanned);
      if (end < 0) break;
      ends.push(end);
      this.#scanned = end + 1;
    }
    this.#scanned = this.#size;
    if (isEnd && (ends.size > 0 ? ends.at(ends.size - 1) + 1 : 0) < this.#size) ends.push(this.#size);
    if (!this.#tree && ends.size > 0 && !this.#fault) this.#readFirstLine();
    while (this.#lineCount < ends.size && this.#tree) {
      let to = this.#lineCount + 1;
      while (to < ends.size && ends.at(to) - this.#lineStart < SLICE) to++;
      this.#readLinesUpTo(to);
    }
  }

  #readFirstLine(): void {
    const {json} = parseJson(this.#text(0, this.#lineEnds.at(0)));
    // Rows in the first line are read with the others, as a whole.
    if (!isRow(json) || ['places', 'events'].some((table) => Object.hasOwn(json, table))) this.#fault = true;
    else this.#tree = json;
    this.#next();
  }

  #next(): void {
    this.#lineStart = this.#lineEnds.at(this.#lineCount++) + 1;
  }

  #readLinesUpTo(to: number): void {
    const text = this.#text(this.#lineStart, this.#lineEnds.at(to - 1));
    // No string of JSON holds a line break, so that many lines are parsed as one list.
    const {json} = parseJson(`[${text.replaceAll('\n', ',')}]`);
    if (Array.isArray(json) && json.length === to - this.#lineCount) {
      for (const line of json) this.#line(line);
      return;
    }
    while (this.#lineCount < to) {
      const line = this.#text(this.#lineStart, this.#lineEnds.at(this.#lineCount));
      if (line.trim()) {
        const parsed = parseJson(line);
        if (!parsed.issue) this.#line(parsed.json);
        else {
          this.#lineIssues.push(lineIssue(this.#lineCount + 1, false));
          this.#next();
        }
      } else this.#next();
    }
  }

  /** Takes in the line that starts at `#lineStart`. */
  #line(json: unknown): void {
    const found = rowOfLine(json);
    const tree = this.#tree ?? {};
    if (!found) this.#lineIssues.push(lineIssue(this.#lineCount + 1, true));
    else {
      const [table, row] = found;
      if (table === 'places' || table === 'events') {
        this.#scanner[table].add(this.#lineStart, this.#lineEnds.at(this.#lineCount));
        if (!(table === 'places' ? this.#places : this.#events)) this.#begin(table, readHead(tree));
        if (table === 'places') this.#place(row);
        else this.#event(row);
      } else listOf(tree, table).push(row);
    }
    this.#next();
  }

  // What comes out

  /** As small files are read: for what the above does not follow. */
  #plain(): PackedDataset {
    const nothing = {lines: this.#lines, whole: true, says: false};
    if (this.#size > MAX_BYTES) {
      const {dataset, issues} = parseDataset(undefined);
      const message = 'It is too large for a dataset.';
      const fault = {
        code: 'file-too-large',
        severity: 'error' as const,
        path: '',
        row: 'file',
        message,
        fix: 'Split the story.',
      };
      return {...nothing, tables: dataset, issues, fault};
    }
    const text = this.#text(0, this.#size);
    const {
      json,
      issue,
      issues: first = [],
    } = this.#lines ? parseLines(text) : {...parseJson(text), issues: []};
    const {dataset, issues} = parseDataset(json, this.#options);
    return {
      ...nothing,
      tables: dataset,
      issues: [...first, ...issues],
      ...(issue && {fault: issue}),
      says: saysSo(json),
    };
  }

  #pack(tree: Row, whole: boolean): PackedDataset {
    const [places, events] = [this.#places, this.#events];
    if (whole) {
      places?.finish();
      events?.finish();
    }
    const named: Row = {...tree, ...(places && {places: []}), ...(events && {events: []})};
    const {dataset, issues} = readTables(named, places, events);
    const builder =
      this.#builder ??
      (places &&
        new ColumnBuilder(
          dataset,
          () => -1,
          () => false,
        ));
    const columns = builder?.build();
    if (columns) {
      dataset.sources.forEach(({id}, i) => {
        columns.citations[i] = u32(columns.citations, i) + (this.#cites.get(id) ?? 0);
      });
      for (const unlinked of new Set(events?.unlinked)) {
        const row = columns.fileIndex.indexOf(unlinked);
        columns.flags[row] = u16(columns.flags, row) & ~FLAG.linked;
      }
    }
    const scanner = this.#scanner;
    const bytes = this.#rowBytes(whole);
    return {
      tables: dataset,
      issues: [...this.#lineIssues, ...issues],
      ...(places && {places: packed(scanner.places, places, bytes)}),
      ...(events && {events: packed(scanner.events, events, bytes)}),
      ...(columns && {columns}),
      ...(places && {points: this.#points.build()}),
      lines: this.#lines,
      whole,
      says: saysSo(named),
    };
  }

  #rowBytes(whole: boolean): Uint8Array<ArrayBuffer> {
    // What is handed over for good goes as it is, unless much of it is empty.
    if (whole && this.#bytes.length - this.#size < this.#size / 8) return this.#bytes;
    return this.#bytes.slice(0, this.#size);
  }
}

/** A dataset without rows is one all the same, if it says that it is one. */
const saysSo = (json: unknown) => isRow(json) && ('cronomapa' in json || 'events' in json);

function packed(
  {starts, ends}: RowSpans,
  {ids, dropped, read}: RowStream<Place> | RowStream<StoryEvent>,
  bytes: Uint8Array,
): PackedRows {
  const kept = (array: Uint32Array) => (dropped.size ? array.filter((_, i) => !dropped.has(i)) : array);
  return {
    bytes,
    starts: kept(starts.slice(0, read)),
    ends: kept(ends.slice(0, read)),
    ids: ids.table,
  };
}
