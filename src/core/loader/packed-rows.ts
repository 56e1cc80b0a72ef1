import {i32, u32} from '../arrays/index.js';
import {adoptLookup, isRow} from '../dataset/index.js';

/** Rows of a table as UTF-8 JSON, parsed lazily. All fields are transferable. */
export interface PackedRows {
  /** Contains the rows, with anything between them. */
  readonly bytes: Uint8Array;
  /** Byte offsets of each row in `bytes`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** `IdTable.table` of the rows' ids. */
  readonly ids: Uint32Array;
}

/** FNV-1a; mixes in the high bits, since the low ones choose the slot. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Open addressing with linear probing. */
const nextSlot = (table: Uint32Array, slot: number): number => (slot + 1) & (table.length - 1);

const firstSlot = (table: Uint32Array, hash: number): number => hash & (table.length - 1);

/** Hash table of unique ids in row order. Faster than a `Map` for a million ids, and transferable. */
export class IdTable {
  readonly #ids: string[] = [];
  #hashes = new Int32Array(1024);
  #table = new Uint32Array(2048);

  get size(): number {
    return this.#ids.length;
  }

  /** The slots: row + 1, or 0 when free. The length is a power of two. */
  get table(): Uint32Array {
    return this.#table.slice();
  }

  /** The slot of an id, or the free slot where it belongs. */
  #slotOf(id: string, hash: number): number {
    const table = this.#table;
    for (let slot = firstSlot(table, hash); ; slot = nextSlot(table, slot)) {
      const row = u32(table, slot) - 1;
      if (row < 0 || (i32(this.#hashes, row) === hash && this.#ids[row] === id)) return slot;
    }
  }

  /** The row of an id, or -1. */
  indexOf(id: string): number {
    return u32(this.#table, this.#slotOf(id, hashOf(id))) - 1;
  }

  has(id: string): boolean {
    return this.indexOf(id) >= 0;
  }

  /** Adds an id; false for a duplicate. */
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

/** Minimum number of cached rows, so that rows in use keep their identity. */
const GENERATION_SIZE = 4096;

/** LRU cache of rows with two generations: when the young one is full it becomes the old one, which is dropped. */
class RowCache<T> {
  #young = new Map<number, T>();
  #old = new Map<number, T>();

  /** A cached row, without refreshing it. */
  peek(index: number): T | undefined {
    return this.#young.get(index) ?? this.#old.get(index);
  }

  /** A cached row, or the result of `make`. */
  get(index: number, make: (index: number) => T): T {
    let row = this.#young.get(index);
    if (!row) {
      row = this.#old.get(index) ?? make(index);
      if (this.#young.size >= GENERATION_SIZE) {
        this.#old = this.#young;
        this.#young = new Map();
      }
      this.#young.set(index, row);
    }
    return row;
  }
}

const refuse = () => false;

/** A read-only array whose items are computed on access. */
function lazyArray<T>(length: number, itemAt: (index: number) => T): readonly T[] {
  /** The index of a property key, or -1. */
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' ? Number(key) : -1;
    return index >= 0 && index < length && String(index) === key ? index : -1;
  };
  // An empty array of the right length, which is what the array methods read.
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
 * Unpacks rows as a read-only array. `parse` returns the JSON of a row's bytes, and `read` the row of that JSON; both
 * must be pure.
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
        // Check the raw JSON instead of reading the row: rows that refer to each other would recurse endlessly.
        const json = cache.peek(row) ?? rawAt(row);
        if (isRow(json) && json.id === id) return row;
      }
      return -1;
    },
  });
  return rows;
}
