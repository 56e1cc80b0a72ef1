import type {Decode} from './packed-dataset.js';

/** The bytes of a file as far as they are in. */
export class FileBytes {
  size = 0;
  readonly #decode: Decode;
  #bytes: Uint8Array<ArrayBuffer>;

  /** `size`: how many bytes are to come, 0 when that is not known. */
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

  /** What is in, without a copy: it holds until the next `append`. */
  get view(): Uint8Array {
    return this.#bytes.subarray(0, this.size);
  }

  text(from: number, to: number): string {
    return this.#decode(this.#bytes.subarray(from, to));
  }

  /** What is in, to be given away. Nothing can be appended after that when it is `final`. */
  take(final: boolean): Uint8Array<ArrayBuffer> {
    // It goes as it is, unless much of it is empty.
    if (final && this.#bytes.length - this.size < this.size / 8) return this.#bytes;
    return this.#bytes.slice(0, this.size);
  }
}
