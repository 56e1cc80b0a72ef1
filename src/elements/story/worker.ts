/** Reads a large file off the main thread. It receives the options, then the bytes, then null; see large.ts. */
import {buffersOf, Loader, messagesOf, type PackedDataset} from '../../core/loader/index.js';
import {createDecode} from './decode.js';
import type {Reading} from './reading.js';

let loader: Loader | undefined;

function post(packed: PackedDataset | undefined): void {
  if (!packed) return;
  for (const message of messagesOf(packed))
    self.postMessage(message, {transfer: 'rows' in message ? [] : buffersOf(message)});
}

self.onmessage = ({data}: MessageEvent<Reading | Uint8Array | null>) => {
  if (data instanceof Uint8Array) for (const part of loader?.read(data) ?? []) post(part);
  else if (data) loader = new Loader({...data, decode: createDecode()});
  else post(loader?.finish());
};

// Signals that the worker has started.
self.postMessage(null);
