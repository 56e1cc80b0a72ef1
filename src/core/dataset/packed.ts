import {isRow} from './read.js';
import {finderOf, sources} from './rows.js';

/** Rows of a table as JSON text in UTF-8, to be read one by one when asked for. Can be transferred. */
export interface PackedRows {
  /** Holds the rows, and may hold more between them. */
  readonly bytes: Uint8Array;
  /** Where each row starts and ends in `bytes`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Rows by the hash of their ids, open addressing: row + 1, 0 for free. Its length is a power of two. */
  readonly ids: Uint32Array;
}

/** As many rows are kept at least, so that those in use are the same objects when asked for again. */
const KEPT = 4096;

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Ids in the order of their rows, each once. Faster than a map of a million, and its table can be handed over. */
export class IdTable {
  readonly #ids: string[] = [];
  #hashes = new Int32Array(1024);
  #table = new Uint32Array(2048);

  get size(): number {
    return this.#ids.length;
  }

  /** `PackedRows.ids`. */
  get table(): Uint32Array {
    return this.#table.slice();
  }

  /** The slot of an id, or the free one where it belongs. */
  #slotOf(id: string, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = (table[slot] ?? 0) - 1;
      if (row < 0 || (this.#hashes[row] === hash && this.#ids[row] === id)) return slot;
    }
  }

  /** Its row, -1 for none. */
  indexOf(id: string): number {
    return (this.#table[this.#slotOf(id, hashOf(id))] ?? 0) - 1;
  }

  has(id: string): boolean {
    return this.indexOf(id) >= 0;
  }

  /** Adds an id; false when it is there already. */
  add(id: string): boolean {
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    if (this.#table[slot]) return false;
    const row = this.#ids.push(id) - 1;
    this.#hashes[row] = hash;
    this.#table[slot] = row + 1;
    if (row + 1 === this.#hashes.length) this.#grow();
    return true;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    const table = new Uint32Array(hashes.length * 2);
    const mask = table.length - 1;
    for (let row = 0; row < this.size; row++) {
      let slot = (hashes[row] ?? 0) & mask;
      while (table[slot]) slot = (slot + 1) & mask;
      table[slot] = row + 1;
    }
    this.#hashes = hashes;
    this.#table = table;
  }
}

const refuse = () => false;

/**
 * A read-only array of rows that are read when asked for. `parse` makes JSON of a row's bytes, `read` a row of that;
 * each answers the same whenever it is asked.
 */
export function unpackRows<T extends {readonly id: string}>(
  {bytes, starts, ends, ids}: PackedRows,
  parse: (bytes: Uint8Array) => unknown,
  read: (json: unknown, index: number) => T,
): readonly T[] {
  const size = ends.length;
  let young = new Map<number, T>();
  let old = new Map<number, T>();
  const jsonAt = (index: number) => parse(bytes.subarray(starts[index], ends[index]));
  const at = (index: number): T => {
    let row = young.get(index);
    if (!row) {
      row = old.get(index) ?? read(jsonAt(index), index);
      if (young.size >= KEPT) [old, young] = [young, new Map()];
      young.set(index, row);
    }
    return row;
  };
  /** The index that a key names, -1 for other keys. */
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' ? Number(key) : -1;
    return index >= 0 && index < size && String(index) === key ? index : -1;
  };
  // As long as the table and empty: its length is then its own, and every array method goes by it.
  const target: T[] = [];
  target.length = size;
  const rows = new Proxy(target, {
    get(_, key) {
      const index = indexOf(key);
      return index < 0 ? Reflect.get(target, key) : at(index);
    },
    has: (_, key) => indexOf(key) >= 0 || Reflect.has(target, key),
    ownKeys: () => [...Array.from({length: size}, (_, i) => String(i)), 'length'],
    getOwnPropertyDescriptor(_, key) {
      const index = indexOf(key);
      return index < 0
        ? Reflect.getOwnPropertyDescriptor(target, key)
        : {value: at(index), enumerable: true, configurable: true, writable: false};
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  });
  sources.set(rows, jsonAt);
  finderOf.adopt(rows, (id) => {
    const mask = ids.length - 1;
    for (let slot = hashOf(id) & mask; ids[slot]; slot = (slot + 1) & mask) {
      const row = (ids[slot] ?? 0) - 1;
      // Not by reading it: rows that name each other would never be read to the end.
      const json = young.get(row) ?? old.get(row) ?? jsonAt(row);
      if (isRow(json) && json.id === id) return row;
    }
    return -1;
  });
  return rows;
}
