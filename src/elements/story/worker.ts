/** Reads a large file off the main thread. It is told how, then gets the bytes, then null; see large.ts. */
import {buffersOf} from '../../core/table/index.js';
import {createFeed} from './feed.js';
import type {Reading, Told} from './large.js';

let feed: ReturnType<typeof createFeed> | undefined;

function tell(told: Told | undefined): void {
  if (told) self.postMessage(told, {transfer: buffersOf(told.packed)});
}

self.onmessage = ({data}: MessageEvent<Reading | Uint8Array | null>) => {
  if (data instanceof Uint8Array) for (const told of feed?.push(data) ?? []) tell(told);
  else if (data) feed = createFeed(data);
  else tell(feed?.finish());
};

// It is there: what cannot be started never says so.
self.postMessage(null);
