import {NumberList} from '../arrays/index.js';
import {
  type Issue,
  isRow,
  lineIssue,
  listOf,
  parseJson,
  type Row,
  type RowTable,
  readHead,
  rowOfLine,
} from '../dataset/index.js';
import type {FileBytes} from './file-bytes.js';
import {BATCH, type FormatReader, ROW_TABLES, RowSpans} from './format-reader.js';
import type {RowTables} from './row-tables.js';

const LINE_FEED = 10;

const isRowTable = (table: string): table is RowTable => (ROW_TABLES as readonly string[]).includes(table);

/** Reads newline-delimited JSON: a first line with the dataset without rows, then one row per line. */
export class NdjsonReader implements FormatReader {
  readonly spans = {places: new RowSpans(), events: new RowSpans()};
  readonly issues: Issue[] = [];
  readonly #bytes: FileBytes;
  readonly #tables: RowTables;
  /** The dataset of all lines except places and events; absent before the first line is complete. */
  #tree: Row | undefined;
  /** The first line is not an object, or it contains rows. */
  #isBroken = false;
  /** End offsets of the complete lines. */
  readonly #ends = new NumberList();
  #scanned = 0;
  /** Index and start offset of the next line. */
  #line = 0;
  #start = 0;

  constructor(bytes: FileBytes, tables: RowTables) {
    this.#bytes = bytes;
    this.#tables = tables;
  }

  has(table: RowTable): boolean {
    return this.spans[table].size > 0;
  }

  read(): void {
    this.#findEnds();
    this.#readLines();
  }

  partialTree(): Row | undefined {
    return this.#isBroken || this.#tables.parsed('events') === undefined ? undefined : this.#tree;
  }

  finish(): Row | undefined {
    const {size} = this.#bytes;
    // The last line may lack a line break.
    const end = this.#ends.size > 0 ? this.#ends.at(this.#ends.size - 1) + 1 : 0;
    if (end < size) this.#ends.push(size);
    this.#readLines();
    return this.#isBroken ? undefined : this.#tree;
  }

  readRest(table: RowTable): boolean {
    const {starts, ends, size} = this.spans[table];
    for (let i = this.#tables.parsed(table) ?? 0; i < size; i++) {
      const {json} = parseJson(this.#bytes.text(starts.at(i), ends.at(i)));
      this.#tables.add(table, isRow(json) ? json[table] : undefined);
    }
    return true;
  }

  #findEnds(): void {
    const bytes = this.#bytes.view;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, this.#scanned);
      if (end < 0) break;
      this.#ends.push(end);
      this.#scanned = end + 1;
    }
    this.#scanned = bytes.length;
  }

  #readLines(): void {
    if (!this.#tree && this.#ends.size > 0 && !this.#isBroken) this.#readFirstLine();
    while (this.#line < this.#ends.size && this.#tree) {
      let to = this.#line + 1;
      while (to < this.#ends.size && this.#ends.at(to) - this.#start < BATCH) to++;
      this.#readBatch(to);
    }
  }

  #readFirstLine(): void {
    const {json} = parseJson(this.#bytes.text(0, this.#ends.at(0)));
    // Files with rows in the first line are parsed as a whole.
    if (!isRow(json) || ROW_TABLES.some((table) => Object.hasOwn(json, table))) this.#isBroken = true;
    else this.#tree = json;
    this.#next();
  }

  #next(): void {
    this.#start = this.#ends.at(this.#line++) + 1;
  }

  /** Reads the lines before `to`. */
  #readBatch(to: number): void {
    const text = this.#bytes.text(this.#start, this.#ends.at(to - 1));
    // JSON strings cannot contain raw line breaks, so a batch of lines parses as one array.
    const {json} = parseJson(`[${text.replaceAll('\n', ',')}]`);
    if (Array.isArray(json) && json.length === to - this.#line) for (const line of json) this.#readLine(line);
    else while (this.#line < to) this.#readLineAlone();
  }

  /** Reads the next line alone, since a line of its batch is blank or invalid. */
  #readLineAlone(): void {
    const text = this.#bytes.text(this.#start, this.#ends.at(this.#line));
    const {json, issue} = parseJson(text);
    if (!issue) {
      this.#readLine(json);
      return;
    }
    if (text.trim()) this.issues.push(lineIssue(this.#line + 1, false));
    this.#next();
  }

  /** Adds the row of the next line to its table. */
  #readLine(json: unknown): void {
    const found = rowOfLine(json);
    const tree = this.#tree ?? {};
    if (!found) this.issues.push(lineIssue(this.#line + 1, true));
    else {
      const [table, row] = found;
      if (isRowTable(table)) this.#readRow(table, row, tree);
      else listOf(tree, table).push(row);
    }
    this.#next();
  }

  #readRow(table: RowTable, row: unknown, tree: Row): void {
    this.spans[table].add(this.#start, this.#ends.at(this.#line));
    if (this.#tables.parsed(table) === undefined) this.#tables.open(table, readHead(tree));
    this.#tables.add(table, row);
  }
}
