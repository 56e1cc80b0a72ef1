import {u32} from './access.js';

/** A set of rows, a bit for each. */
export class Bits {
  readonly words: Uint32Array;

  constructor(readonly size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
    Object.freeze(this);
  }

  /** Whether the row is in the set; false for one beyond its size. */
  has(row: number): boolean {
    return ((this.words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  set(row: number): void {
    const word = row >>> 5;
    this.words[word] = u32(this.words, word) | (1 << (row & 31));
  }

  /** Keeps what both have. */
  and(other: Bits): void {
    const {words} = this;
    for (let i = 0; i < words.length; i++) words[i] = u32(words, i) & u32(other.words, i);
  }
}
