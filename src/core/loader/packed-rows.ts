import {i32, u32} from '../arrays/index.js';
import {adoptLookup, isRow} from '../dataset/index.js';

/** Rows of a table as JSON in UTF-8, each parsed when it is asked for. Its arrays can be transferred. */
export interface PackedRows {
  /** Holds the rows, and may hold more between them. */
  readonly bytes: Uint8Array;
  /** Where each row starts and ends in `bytes`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** `IdTable.table` of the rows' ids. */
  readonly ids: Uint32Array;
}

/** FNV-1a, its high bits mixed in: a slot is chosen by the low ones. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Open addressing: where to look for an id when a slot has another. */
const nextSlot = (table: Uint32Array, slot: number): number => (slot + 1) & (table.length - 1);

const firstSlot = (table: Uint32Array, hash: number): number => hash & (table.length - 1);

/** Ids in the order of their rows, each once. Faster than a map of a million, and its table can be transferred. */
export class IdTable {
  readonly #ids: string[] = [];
  #hashes = new Int32Array(1024);
  #table = new Uint32Array(2048);

  get size(): number {
    return this.#ids.length;
  }

  /** Rows by the hash of their ids, open addressing: row + 1, 0 for free. Its length is a power of two. */
  get table(): Uint32Array {
    return this.#table.slice();
  }

  /** The slot of an id, or the free one where it belongs. */
  #slotOf(id: string, hash: number): number {
    const table = this.#table;
    for (let slot = firstSlot(table, hash); ; slot = nextSlot(table, slot)) {
      const row = u32(table, slot) - 1;
      if (row < 0 || (i32(this.#hashes, row) === hash && this.#ids[row] === id)) return slot;
    }
  }

  /** Its row, -1 for none. */
  indexOf(id: string): number {
    return u32(this.#table, this.#slotOf(id, hashOf(id))) - 1;
  }

  has(id: string): boolean {
    return this.indexOf(id) >= 0;
  }

  /** Adds an id; false when it is there already. */
  add(id: string): boolean {
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    if (u32(this.#table, slot) !== 0) return false;
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
    for (let row = 0; row < this.size; row++) {
      let slot = firstSlot(table, i32(hashes, row));
      while (u32(table, slot) !== 0) slot = nextSlot(table, slot);
      table[slot] = row + 1;
    }
    this.#hashes = hashes;
    this.#table = table;
  }
}

/** As many rows are kept at least, so that those in use are the same objects when asked for again. */
const KEPT = 4096;

/** The rows asked for last: when the young are many, they become the old, and those old before are let go. */
class RowCache<T> {
  #young = new Map<number, T>();
  #old = new Map<number, T>();

  /** A row that is kept. */
  peek(index: number): T | undefined {
    return this.#young.get(index) ?? this.#old.get(index);
  }

  /** A row that is kept, or else the one that `make` gives. */
  get(index: number, make: (index: number) => T): T {
    let row = this.#young.get(index);
    if (!row) {
      row = this.#old.get(index) ?? make(index);
      if (this.#young.size >= KEPT) {
        this.#old = this.#young;
        this.#young = new Map();
      }
      this.#young.set(index, row);
    }
    return row;
  }
}

const refuse = () => false;

/** A read-only array of `length` items that are made when they are asked for. */
function lazyArray<T>(length: number, itemAt: (index: number) => T): readonly T[] {
  /** The index that a key names, -1 for other keys. */
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' ? Number(key) : -1;
    return index >= 0 && index < length && String(index) === key ? index : -1;
  };
  // As long as the table and empty: its length is then its own, and every array method goes by it.
  const target: T[] = [];
  target.length = length;
  return new Proxy(target, {
    get(_, key) {
      const index = indexOf(key);
      return index < 0 ? Reflect.get(target, key) : itemAt(index);
    },
    has: (_, key) => indexOf(key) >= 0 || Reflect.has(target, key),
    ownKeys: () => [...Array.from({length}, (_, i) => String(i)), 'length'],
    getOwnPropertyDescriptor(_, key) {
      const index = indexOf(key);
      return index < 0
        ? Reflect.getOwnPropertyDescriptor(target, key)
        : {value: itemAt(index), enumerable: true, configurable: true, writable: false};
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  });
}

/**
 * The rows as a read-only array. `parse` makes JSON of a row's bytes, `read` a row of that; each gives the same
 * whenever it is asked.
 */
export function unpackRows<T extends {readonly id: string}>(
  {bytes, starts, ends, ids}: PackedRows,
  parse: (bytes: Uint8Array) => unknown,
  read: (json: unknown, index: number) => T,
): readonly T[] {
  const cache = new RowCache<T>();
  const rawAt = (index: number) => parse(bytes.subarray(u32(starts, index), u32(ends, index)));
  const rowAt = (index: number) => read(rawAt(index), index);
  const rows = lazyArray(ends.length, (index) => cache.get(index, rowAt));
  adoptLookup(rows, {
    rawAt,
    indexOf(id) {
      for (let slot = firstSlot(ids, hashOf(id)); u32(ids, slot) !== 0; slot = nextSlot(ids, slot)) {
        const row = u32(ids, slot) - 1;
        // Not by reading it: rows that name each other would never be read to the end.
        const json = cache.peek(row) ?? rawAt(row);
        if (isRow(json) && json.id === id) return row;
      }
      return -1;
    },
  });
  return rows;
}
