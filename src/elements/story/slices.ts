import {Loader, type PackedDataset} from '../../core/loader/index.js';
import {createDecode} from './decode.js';
import type {Reading} from './reading.js';

/** Maximum time slice on the main thread, in milliseconds. */
const SLICE = 12;

/** Reads a large file on the main thread in time slices, so that the page stays responsive. */
export async function readInSlices(
  reading: Reading,
  chunks: AsyncIterable<Uint8Array>,
  onPart: (packed: PackedDataset) => void,
  signal: AbortSignal,
): Promise<PackedDataset> {
  const loader = new Loader({...reading, decode: createDecode()});
  let start = performance.now();
  for await (const chunk of chunks) {
    for (const part of loader.read(chunk)) {
      if (part) onPart(part);
      if (performance.now() - start < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      start = performance.now();
    }
  }
  return loader.finish();
}
