import {u8} from '../arrays/index.js';
import {MAX_DEPTH, type RowTable} from '../dataset/index.js';
import {RowSpans} from './format-reader.js';

const [TAB, LINE, RETURN, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [9, 10, 13, 32, 34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];

/** Lookup table of the bytes that change nesting: quotes, braces and brackets. */
const NESTS = new Uint8Array(256);
for (const byte of [QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST]) NESTS[byte] = 1;

/** Byte offsets of a table's rows and of its list. */
class ListSpans extends RowSpans {
  /** Offsets after the opening and before the closing bracket; -1 until seen. */
  from = -1;
  to = -1;
  /** The key of the table was seen. */
  isNamed = false;
}

const isBlank = (byte: number) => byte === SPACE || byte === LINE || byte === RETURN || byte === TAB;

/**
 * Streaming scanner that finds the rows of `places` and `events` in the bytes of a JSON file, without building values.
 * It assumes valid JSON: parsing the rows and the rest shows whether it is.
 */
export class JsonScanner {
  readonly spans: Readonly<Record<RowTable, ListSpans>> = {places: new ListSpans(), events: new ListSpans()};
  /** The spans are unusable: a table occurs twice, or the structure is not supported. */
  isUnsupported = false;
  #offset = 0;
  #depth = 0;
  #inString = false;
  #started = false;
  #keyFrom = 0;
  #keyTo = 0;
  #table: ListSpans | undefined;
  /** The table being scanned, and the offset of its current row; -1 between rows. */
  #rows: ListSpans | undefined;
  #row = -1;

  /** Scans on to the end of `bytes`, the file received so far from its start. */
  scan(bytes: Uint8Array): void {
    let at = this.#offset;
    while (at < bytes.length && !this.isUnsupported) {
      if (this.#inString) at = this.#skipString(bytes, at);
      else {
        // Within a row, skip to the next byte that changes nesting.
        if (this.#depth > 2) while (at < bytes.length && u8(NESTS, u8(bytes, at)) === 0) at++;
        if (at < bytes.length) this.#take(bytes, at++);
      }
    }
    this.#offset = at;
  }

  /** The offset after the string, or the end of the bytes when it is incomplete. */
  #skipString(bytes: Uint8Array, from: number): number {
    for (let at = from; ; at++) {
      if (at >= bytes.length) return at;
      const byte = u8(bytes, at);
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) {
        this.#inString = false;
        if (this.#depth === 1) this.#keyTo = at;
        return at + 1;
      }
    }
  }

  /** Processes one byte outside of strings. */
  #take(bytes: Uint8Array, at: number): void {
    const byte = u8(bytes, at);
    if (byte === QUOTE) {
      this.#inString = true;
      if (this.#depth === 1) this.#keyFrom = at + 1;
      else this.#beginRow(at);
    } else if (byte === OPEN || byte === OPEN_LIST) {
      this.#beginRow(at);
      this.#descend(at, byte);
    } else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (this.#depth === 2 && this.#rows) this.#leave(at, byte);
      this.#depth--;
      if (this.#depth < 0) this.isUnsupported = true;
    } else if (byte === COMMA) {
      if (this.#depth === 2 && this.#rows) this.#endRow(at);
    } else if (byte === COLON && this.#depth === 1) this.#name(bytes);
    else if (!isBlank(byte)) this.#beginRow(at);
  }

  #beginRow(at: number): void {
    if (this.#depth === 2 && this.#row < 0) this.#row = at;
  }

  #descend(at: number, byte: number): void {
    this.#depth++;
    const isOutermost = this.#depth === 1;
    if (this.#depth > MAX_DEPTH + 1 || (isOutermost && (byte !== OPEN || this.#started)))
      this.isUnsupported = true;
    this.#started = true;
    if (this.#depth !== 2) return;
    this.#row = -1;
    if (byte === OPEN_LIST) this.#enter(at + 1);
  }

  /** Handles a key: the next value belongs to it. */
  #name(bytes: Uint8Array): void {
    const key = bytes.subarray(this.#keyFrom, this.#keyTo);
    const is = (name: string) =>
      key.length === name.length && key.every((byte, i) => byte === name.charCodeAt(i));
    this.#table = is('places') ? this.spans.places : is('events') ? this.spans.events : undefined;
    // Duplicate keys and keys with escapes are left to `JSON.parse`.
    if (this.#table?.isNamed || key.includes(BACKSLASH)) this.isUnsupported = true;
    if (this.#table) this.#table.isNamed = true;
  }

  #enter(at: number): void {
    this.#rows = this.#table;
    if (this.#rows) this.#rows.from = at;
  }

  #endRow(at: number): void {
    if (this.#row < 0) this.isUnsupported = true;
    else this.#rows?.add(this.#row, at);
    this.#row = -1;
  }

  #leave(at: number, byte: number): void {
    // Empty brackets are an empty list; a trailing comma is an error.
    if (this.#row >= 0 || (this.#rows?.size ?? 0) > 0) this.#endRow(at);
    if (byte !== CLOSE_LIST) this.isUnsupported = true;
    if (this.#rows) this.#rows.to = at;
    this.#rows = undefined;
  }
}
