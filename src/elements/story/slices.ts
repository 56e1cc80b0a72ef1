import {createFeed} from './feed.js';
import type {Reading, Told} from './large.js';

/** How long the page waits for us at most, in milliseconds, as far as it is in our hands. */
const SLICE = 12;

/** Reads a large file on the main thread, in slices, so that the page can go on in between. */
export async function readInSlices(
  reading: Reading,
  incoming: AsyncIterable<Uint8Array>,
  tell: (told: Told) => void,
  signal: AbortSignal,
): Promise<Told> {
  const feed = createFeed(reading);
  let start = performance.now();
  for await (const chunk of incoming) {
    for (const told of feed.push(chunk)) {
      if (told) tell(told);
      if (performance.now() - start < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      start = performance.now();
    }
  }
  return feed.finish();
}
