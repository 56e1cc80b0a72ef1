import {Loader} from '../../core/table/index.js';
import {createDecode} from './decode.js';
import type {Reading, Told} from './large.js';

/** So many bytes are read without looking up. */
const STRIDE = 2 ** 18;

/** A loader that is fed chunks of any size, a stride at a time, and says when there is a part to show. */
export function createFeed(reading: Reading) {
  const loader = new Loader({...reading, decode: createDecode()});
  return {
    /** Each step reads a stride. */
    *push(chunk: Uint8Array): Generator<Told | undefined> {
      for (let at = 0; at < chunk.length; at += STRIDE) {
        loader.push(chunk.subarray(at, at + STRIDE));
        const packed = loader.part();
        yield packed && {packed, size: loader.size};
      }
    },
    finish: (): Told => ({packed: loader.finish(), size: loader.size}),
  };
}
