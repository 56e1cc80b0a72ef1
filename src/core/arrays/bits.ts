import {u32} from './access.js';

/** A set of rows as a bitset. */
export class Bits {
  readonly words: Uint32Array;

  constructor(readonly size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
    Object.freeze(this);
  }

  /** Whether the row is in the set; false when out of bounds. */
  has(row: number): boolean {
    return ((this.words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  set(row: number): void {
    const word = row >>> 5;
    this.words[word] = u32(this.words, word) | (1 << (row & 31));
  }

  /** Intersects with another set, in place. */
  and(other: Bits): void {
    const {words} = this;
    for (let i = 0; i < words.length; i++) words[i] = u32(words, i) & u32(other.words, i);
  }
}
