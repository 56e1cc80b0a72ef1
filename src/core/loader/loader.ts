import {
  type Issue,
  isRow,
  type ParseOptions,
  parseAround,
  parseDataset,
  parseJson,
  parseLines,
  type Row,
  type RowTable,
  readHead,
} from '../dataset/index.js';
import {FileBytes} from './file-bytes.js';
import {type FormatReader, ROW_TABLES} from './format-reader.js';
import {JsonReader} from './json-reader.js';
import {NdjsonReader} from './ndjson-reader.js';
import type {Decode, PackedDataset} from './packed-dataset.js';
import type {PackedRows} from './packed-rows.js';
import {RowTables} from './row-tables.js';

/** Bytes read between two yields. */
const STRIDE = 2 ** 18;
/** When the reader gives up, files of more bytes than this are rejected without decoding them. */
const MAX_BYTES = 2 ** 29;
/**
 * A part is yielded at this many events, and again each time they are `NEXT_PART` times as many. With fewer events, the
 * whole file would be ready before the part is drawn.
 */
const FIRST_PART = 16_000;
const NEXT_PART = 8;

export interface LoaderOptions extends ParseOptions {
  /** Newline-delimited JSON: a dataset without rows, then one row per line. */
  readonly lines?: boolean;
  readonly decode: Decode;
  /** Expected number of bytes, if known. */
  readonly size?: number;
}

/**
 * Parses a big dataset while its bytes arrive: each row once, for its columns, its issues and its byte offsets. The
 * result equals that of `parseDataset`, in a form that can be transferred to another thread.
 */
export class Loader {
  readonly #options: ParseOptions;
  readonly #lines: boolean;
  readonly #bytes: FileBytes;
  readonly #tables: RowTables;
  readonly #reader: FormatReader;
  #nextPart = FIRST_PART;

  constructor({lines = false, decode, size = 0, countries}: LoaderOptions) {
    this.#options = countries ? {countries} : {};
    this.#lines = lines;
    this.#bytes = new FileBytes(decode, size);
    this.#tables = new RowTables(countries);
    const Reader = lines ? NdjsonReader : JsonReader;
    this.#reader = new Reader(this.#bytes, this.#tables);
  }

  /** Reads a chunk in steps of a few milliseconds; yields a part when enough is new to show, undefined otherwise. */
  *read(chunk: Uint8Array): Generator<PackedDataset | undefined> {
    for (let at = 0; at < chunk.length; at += STRIDE) {
      this.push(chunk.subarray(at, at + STRIDE));
      yield this.#nextShown();
    }
  }

  /** Reads a chunk in one step. */
  push(chunk: Uint8Array): void {
    this.#bytes.append(chunk);
    this.#reader.read();
  }

  /** A part, when it has grown enough since the last one; parts are few because each is sorted anew. */
  #nextShown(): PackedDataset | undefined {
    const parsed = this.#tables.parsed('events') ?? 0;
    if (parsed < this.#nextPart) return undefined;
    this.#nextPart = parsed * NEXT_PART;
    return this.part();
  }

  /** The dataset received so far; undefined while nothing can be shown. */
  part(): PackedDataset | undefined {
    const tree = this.#reader.partialTree();
    return tree && this.#pack(tree, false);
  }

  /** The dataset, after the last byte. */
  finish(): PackedDataset {
    const tree = this.#reader.finish();
    if (!tree) return this.#packWhole();
    const head = readHead(tree);
    for (const table of ROW_TABLES) {
      if (!this.#reader.has(table)) continue;
      if (this.#tables.isStale(table, head)) this.#tables.open(table, head);
      if (!this.#reader.readRest(table)) return this.#packWhole();
    }
    this.#tables.finish();
    return this.#pack(tree, true);
  }

  #pack(tree: Row, whole: boolean): PackedDataset {
    const {places, events} = this.#tables;
    const around: Row = {...tree, ...(places && {places: []}), ...(events && {events: []})};
    // Of a part rows are missing, of course.
    if (!whole) delete around.rows;
    const {dataset, issues} = parseAround(around, {places, events});
    const columns = this.#tables.columnsFor(dataset);
    const bytes = this.#bytes.take(whole);
    return {
      tables: dataset,
      issues: [...this.#reader.issues, ...issues],
      ...(places && {places: this.#packRows('places', bytes), points: this.#tables.points}),
      ...(events && {events: this.#packRows('events', bytes)}),
      ...(columns && {columns, figureRows: this.#tables.figureRowsFor(dataset, columns)}),
      lines: this.#lines,
      whole,
      size: this.#bytes.size,
      isDeclared: declaresDataset(around),
    };
  }

  #packRows(table: RowTable, bytes: Uint8Array): PackedRows | undefined {
    const parser = this.#tables[table];
    if (!parser) return undefined;
    const {ids, dropped, parsed} = parser;
    const {starts, ends} = this.#reader.spans[table];
    const kept = (array: Uint32Array) => (dropped.size ? array.filter((_, i) => !dropped.has(i)) : array);
    return {bytes, starts: kept(starts.slice(0, parsed)), ends: kept(ends.slice(0, parsed)), ids: ids.table};
  }

  /** Fallback for files that the reader gave up on: parses the whole text, as for small files. */
  #packWhole(): PackedDataset {
    const {size} = this.#bytes;
    const packed = {lines: this.#lines, whole: true, size};
    if (size > MAX_BYTES) {
      const {dataset, issues} = parseDataset(undefined);
      return {...packed, tables: dataset, issues, isDeclared: false, fault: TOO_LARGE};
    }
    const text = this.#bytes.text(0, size);
    const {json, issue, issues: inLines} = this.#lines ? parseLines(text) : {...parseJson(text), issues: []};
    const {dataset, issues} = parseDataset(json, this.#options);
    return {
      ...packed,
      tables: dataset,
      issues: [...inLines, ...issues],
      ...(issue && {fault: issue}),
      isDeclared: declaresDataset(json),
    };
  }
}

const TOO_LARGE: Issue = {
  code: 'file-too-large',
  severity: 'error',
  path: '',
  row: 'file',
  message: 'It is too large for a dataset.',
  fix: 'Split the story.',
};

/** Whether JSON declares itself a dataset, even without rows. */
const declaresDataset = (json: unknown) => isRow(json) && ('cronomapa' in json || 'events' in json);
