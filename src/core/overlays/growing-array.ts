import {f64} from '../arrays/index.js';

/** Numbers that are added to pairwise, in one typed array that grows. */
export class GrowingArray {
  #values = new Float64Array(256);
  length = 0;

  at(index: number): number {
    return f64(this.#values, index);
  }

  push(x: number, y: number): void {
    if (this.length + 2 > this.#values.length) {
      const larger = new Float64Array(2 * this.#values.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = x;
    this.#values[this.length++] = y;
  }

  /** Puts the pairs from an index on in the opposite order. */
  reversePairs(from: number): void {
    const values = this.#values;
    for (let i = from, j = this.length - 2; i < j; i += 2, j -= 2) {
      const [x, y] = [f64(values, i), f64(values, i + 1)];
      values[i] = f64(values, j);
      values[i + 1] = f64(values, j + 1);
      values[j] = x;
      values[j + 1] = y;
    }
  }

  /** What there is, without the room to grow. */
  take(): Float64Array {
    return this.#values.slice(0, this.length);
  }
}
