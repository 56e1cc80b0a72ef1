import type {Decode} from './packed-dataset.js';

/** The bytes of a file received so far. */
export class FileBytes {
  size = 0;
  readonly #decode: Decode;
  #bytes: Uint8Array<ArrayBuffer>;

  /** `size`: the expected number of bytes, 0 when unknown. */
  constructor(decode: Decode, size: number) {
    this.#decode = decode;
    this.#bytes = new Uint8Array(Math.max(size, 2 ** 16));
  }

  append(chunk: Uint8Array): void {
    const size = this.size + chunk.length;
    if (size > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(size, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.size));
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.size);
    this.size = size;
  }

  /** The received bytes, as a view that is valid until the next `append`. */
  get view(): Uint8Array {
    return this.#bytes.subarray(0, this.size);
  }

  text(from: number, to: number): string {
    return this.#decode(this.#bytes.subarray(from, to));
  }

  /** The received bytes, to be transferred. After a `final` take nothing can be appended. */
  take(final: boolean): Uint8Array<ArrayBuffer> {
    // Avoid the copy unless much of the buffer is unused.
    if (final && this.#bytes.length - this.size < this.size / 8) return this.#bytes;
    return this.#bytes.slice(0, this.size);
  }
}
