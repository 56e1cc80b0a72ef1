import {u8} from '../arrays/index.js';
import {MAX_DEPTH, type RowTable} from '../dataset/index.js';
import {RowSpans} from './format-reader.js';

const [TAB, LINE, RETURN, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [9, 10, 13, 32, 34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];

/** Bytes that start or end something. */
const NESTS = new Uint8Array(256);
for (const byte of [QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST]) NESTS[byte] = 1;

/** Where the rows of a table lie, and the list that they stand in. */
class ListSpans extends RowSpans {
  /** Where the list starts, after its bracket, and where it ends, before that; -1 when it was not seen. */
  from = -1;
  to = -1;
  /** Its name was seen. */
  isNamed = false;
}

const isBlank = (byte: number) => byte === SPACE || byte === LINE || byte === RETURN || byte === TAB;

/**
 * Finds the rows of `places` and `events` in the bytes of a JSON file as these come in, and builds nothing. It takes
 * for granted that the file is JSON: whoever parses the rows, and the text around them, sees whether it is.
 */
export class JsonScanner {
  readonly spans: Readonly<Record<RowTable, ListSpans>> = {places: new ListSpans(), events: new ListSpans()};
  /** Nothing is to be taken from here: a table comes twice, or the file is none that this can follow. */
  odd = false;
  #offset = 0;
  #depth = 0;
  #inString = false;
  #started = false;
  #keyFrom = 0;
  #keyTo = 0;
  #table: ListSpans | undefined;
  /** The table in whose rows it is, and where the row starts; -1 before it does. */
  #rows: ListSpans | undefined;
  #row = -1;

  /** Goes on to the end of what is in: `bytes` are those of the file from its start. */
  scan(bytes: Uint8Array): void {
    let at = this.#offset;
    while (at < bytes.length && !this.odd) {
      if (this.#inString) at = this.#skipString(bytes, at);
      else {
        // Within a row all that counts is where it ends.
        if (this.#depth > 2) while (at < bytes.length && u8(NESTS, u8(bytes, at)) === 0) at++;
        if (at < bytes.length) this.#take(bytes, at++);
      }
    }
    this.#offset = at;
  }

  /** Where to go on after a string, or after what of it is in. */
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

  /** Takes in one byte outside of strings. */
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
      if (this.#depth < 0) this.odd = true;
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
    if (this.#depth > MAX_DEPTH + 1 || (isOutermost && (byte !== OPEN || this.#started))) this.odd = true;
    this.#started = true;
    if (this.#depth !== 2) return;
    this.#row = -1;
    if (byte === OPEN_LIST) this.#enter(at + 1);
  }

  /** What comes next is the value of the last string. */
  #name(bytes: Uint8Array): void {
    const key = bytes.subarray(this.#keyFrom, this.#keyTo);
    const is = (name: string) =>
      key.length === name.length && key.every((byte, i) => byte === name.charCodeAt(i));
    this.#table = is('places') ? this.spans.places : is('events') ? this.spans.events : undefined;
    // The last of two that are named alike counts, and escapes are another way to write a name.
    if (this.#table?.isNamed || key.includes(BACKSLASH)) this.odd = true;
    if (this.#table) this.#table.isNamed = true;
  }

  #enter(at: number): void {
    this.#rows = this.#table;
    if (this.#rows) this.#rows.from = at;
  }

  #endRow(at: number): void {
    if (this.#row < 0) this.odd = true;
    else this.#rows?.add(this.#row, at);
    this.#row = -1;
  }

  #leave(at: number, byte: number): void {
    // Nothing between the brackets is an empty list; nothing after a comma is a fault.
    if (this.#row >= 0 || (this.#rows?.size ?? 0) > 0) this.#endRow(at);
    if (byte !== CLOSE_LIST) this.odd = true;
    if (this.#rows) this.#rows.to = at;
    this.#rows = undefined;
  }
}
