import {type Issue, isRow, parseJson, type Row, type RowTable, readHead} from '../dataset/index.js';
import type {FileBytes} from './file-bytes.js';
import {type FormatReader, ROW_TABLES} from './format-reader.js';
import {JsonScanner} from './json-scanner.js';
import type {RowTables} from './row-tables.js';

/** Reads a file that consists of one JSON object. */
export class JsonReader implements FormatReader {
  readonly issues: readonly Issue[] = [];
  readonly #bytes: FileBytes;
  readonly #tables: RowTables;
  readonly #scanner = new JsonScanner();
  /** A row could not be parsed as the scanner delimited it. */
  #isBroken = false;
  /** Many events refer to unknown places, so the table of places probably follows. */
  #isWaiting = false;

  constructor(bytes: FileBytes, tables: RowTables) {
    this.#bytes = bytes;
    this.#tables = tables;
  }

  get spans() {
    return this.#scanner.spans;
  }

  get #hasGivenUp(): boolean {
    return this.#isBroken || this.#scanner.isUnsupported;
  }

  has(table: RowTable): boolean {
    return this.spans[table].from >= 0;
  }

  read(): void {
    this.#scanner.scan(this.#bytes.view);
    for (const table of ROW_TABLES) {
      if (this.#hasGivenUp || this.#isWaiting) return;
      if (this.spans[table].size === 0) continue;
      if (this.#tables.parsed(table) === undefined) {
        const tree = this.#treeBefore(table);
        if (!tree) return;
        this.#tables.open(table, readHead(tree));
      }
      this.#readRows(table, () => this.#tables.isMissingPlaces);
    }
  }

  partialTree(): Row | undefined {
    if (this.#hasGivenUp || this.#isWaiting) return undefined;
    return this.#tables.parsed('events') === undefined ? undefined : this.#treeBefore('events');
  }

  finish(): Row | undefined {
    const isInList = ROW_TABLES.some((table) => this.has(table) && this.spans[table].to < 0);
    return isInList || this.#hasGivenUp ? undefined : this.#treeUpTo(this.#bytes.size);
  }

  readRest(table: RowTable): boolean {
    this.#readRows(table, () => false);
    return !this.#isBroken;
  }

  /** The file up to the list of a table, which is closed without rows. */
  #treeBefore(table: RowTable): Row | undefined {
    return this.#treeUpTo(this.spans[table].from, ']}');
  }

  /** Parses the file up to an offset, without the rows of the lists that are complete. */
  #treeUpTo(end: number, close = ''): Row | undefined {
    const lists = ROW_TABLES.map((table) => this.spans[table])
      .filter(({from, to}) => from >= 0 && to >= 0 && to < end)
      .sort((a, b) => a.from - b.from);
    let text = '';
    let offset = 0;
    for (const {from, to} of lists) {
      text += this.#bytes.text(offset, from);
      offset = to;
    }
    const {json} = parseJson(text + this.#bytes.text(offset, end) + close);
    return isRow(json) ? json : undefined;
  }

  /** Passes on the unparsed rows of a table, until `mustWait` is true. */
  #readRows(table: RowTable, mustWait: () => boolean): void {
    const spans = this.spans[table];
    let from = this.#tables.parsed(table) ?? 0;
    this.#isWaiting = false;
    while (from < spans.size && !this.#isBroken && !this.#isWaiting) {
      const to = spans.batchEnd(from);
      const text = this.#bytes.text(spans.starts.at(from), spans.ends.at(to - 1));
      const {json} = parseJson(`[${text}]`);
      if (Array.isArray(json) && json.length === to - from)
        for (const row of json) this.#tables.add(table, row);
      else this.#isBroken = true;
      from = to;
      this.#isWaiting = mustWait();
    }
  }
}
