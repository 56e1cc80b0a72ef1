import {NumberList, u8} from '../arrays/index.js';
import {MAX_DEPTH} from '../dataset/index.js';

const [TAB, LINE, RETURN, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [9, 10, 13, 32, 34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];

/** Bytes that start or end something. */
const NESTS = new Uint8Array(256);
for (const byte of [QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST]) NESTS[byte] = 1;

/** Where the rows of a table lie in the file. */
export class RowSpans {
  readonly starts = new NumberList();
  readonly ends = new NumberList();
  /** Where the list itself starts, after its bracket; and where it ends, before that. */
  from = -1;
  to = -1;
  /** Its name was seen. */
  isNamed = false;

  get size(): number {
    return this.ends.size;
  }

  add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
  }
}

const isBlank = (byte: number) => byte === SPACE || byte === LINE || byte === RETURN || byte === TAB;

/**
 * Finds the rows of `places` and `events` in the bytes of a JSON file as these come in, and builds nothing. It takes
 * for granted that the file is JSON: whoever parses the rows, and the text around them, sees whether it is.
 */
export class JsonScanner {
  readonly places = new RowSpans();
  readonly events = new RowSpans();
  /** Nothing is to be taken from here: a table comes twice, or the file is none that this can follow. */
  odd = false;
  #at = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #started = false;
  #keyFrom = 0;
  #keyTo = 0;
  #table: RowSpans | undefined;
  /** The table in whose rows it is, and where the row starts; -1 before it does. */
  #rows: RowSpans | undefined;
  #row = -1;

  /** Goes on up to `to`. */
  scan(bytes: Uint8Array, to: number): void {
    let [at, depth, inString, escaped] = [this.#at, this.#depth, this.#inString, this.#escaped];
    while (at < to && !this.odd) {
      if (inString) {
        if (escaped) at++;
        escaped = false;
        let byte = 0;
        while (at < to) {
          byte = u8(bytes, at);
          if (byte === QUOTE || byte === BACKSLASH) break;
          at++;
        }
        if (at >= to) break;
        if (byte === BACKSLASH) escaped = true;
        else {
          inString = false;
          if (depth === 1) this.#keyTo = at;
        }
        at++;
        continue;
      }
      // Within a row all that counts is where it ends.
      if (depth > 2) while (at < to && !u8(NESTS, u8(bytes, at))) at++;
      if (at >= to) break;
      const byte = u8(bytes, at);
      if (byte === QUOTE) {
        inString = true;
        if (depth === 1) this.#keyFrom = at + 1;
        else if (depth === 2 && this.#row < 0) this.#row = at;
      } else if (byte === OPEN || byte === OPEN_LIST) {
        if (depth === 2 && this.#row < 0) this.#row = at;
        depth++;
        if (depth > MAX_DEPTH + 1 || (depth === 1 && (byte !== OPEN || this.#started))) this.odd = true;
        this.#started = true;
        if (depth === 2) {
          this.#row = -1;
          if (byte === OPEN_LIST) this.#enter(at + 1);
        }
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (depth === 2 && this.#rows) this.#leave(at, byte);
        depth--;
        if (depth < 0) this.odd = true;
      } else if (byte === COMMA) {
        if (depth === 2 && this.#rows) this.#end(at);
      } else if (depth === 2 && this.#row < 0 && !isBlank(byte)) this.#row = at;
      else if (depth === 1 && byte === COLON) this.#name(bytes);
      at++;
    }
    this.#at = at;
    this.#depth = depth;
    this.#inString = inString;
    this.#escaped = escaped;
  }

  /** What comes next is the value of the last string. */
  #name(bytes: Uint8Array): void {
    const key = bytes.subarray(this.#keyFrom, this.#keyTo);
    const is = (name: string) =>
      key.length === name.length && key.every((byte, i) => byte === name.charCodeAt(i));
    this.#table = is('places') ? this.places : is('events') ? this.events : undefined;
    // The last of two that are named alike counts, and escapes are another way to write a name.
    if (this.#table?.isNamed || key.includes(BACKSLASH)) this.odd = true;
    if (this.#table) this.#table.isNamed = true;
  }

  #enter(at: number): void {
    this.#rows = this.#table;
    if (this.#rows) this.#rows.from = at;
  }

  #end(at: number): void {
    if (this.#row < 0) this.odd = true;
    else this.#rows?.add(this.#row, at);
    this.#row = -1;
  }

  #leave(at: number, byte: number): void {
    // Nothing between the brackets is an empty list; nothing after a comma is a fault.
    if (this.#row >= 0 || (this.#rows?.size ?? 0) > 0) this.#end(at);
    if (byte !== CLOSE_LIST) this.odd = true;
    if (this.#rows) this.#rows.to = at;
    this.#rows = undefined;
  }
}
