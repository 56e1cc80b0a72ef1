import {u32} from './access.js';

/** A copy with twice the capacity, padded with 0. */
export function grown<T extends Float64Array | Uint32Array | Uint16Array>(array: T): T {
  const next = new (array.constructor as new (length: number) => T)(Math.max(1024, array.length * 2));
  next.set(array);
  return next;
}

/** A growable list of unsigned 32-bit integers. */
export class NumberList {
  #array = new Uint32Array(1024);
  size = 0;

  push(value: number): void {
    if (this.size === this.#array.length) this.#array = grown(this.#array);
    this.#array[this.size++] = value;
  }

  at(index: number): number {
    return u32(this.#array, index);
  }

  slice(from: number, to: number): Uint32Array {
    return this.#array.slice(from, to);
  }
}
