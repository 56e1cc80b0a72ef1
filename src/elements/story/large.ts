import {createJoin, openDataset, type PackedDataset, type TableSlice} from '../../core/loader/index.js';
import {createDecode} from './decode.js';
import {judge, type Loaded, type OnPart} from './loaded.js';
import type {Reading} from './reading.js';
import {workerUrl} from './worker-url.js';

type Chunk = Uint8Array<ArrayBuffer>;

interface Large {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly lines: boolean;
  readonly headers: Headers;
  /** The chunks received so far, and the rest of the body. */
  readonly chunks: readonly Chunk[];
  readonly body: AsyncGenerator<Chunk, undefined>;
  readonly onPart: OnPart;
  readonly withoutWorker: boolean;
}

/**
 * Reads a large file in a worker, or, where none can be started, on the main thread in slices. Rejects when aborted or
 * when the connection breaks.
 */
export async function loadLarge({
  url,
  signal,
  lines,
  headers,
  chunks,
  body,
  onPart,
  withoutWorker,
}: Large): Promise<Loaded> {
  const decode = createDecode();
  // The content length of a compressed response is not that of the decoded bytes.
  const size = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));
  const reading: Reading = {lines, size};
  const showPart = (packed: PackedDataset) => {
    if (signal.aborted) return;
    onPart(openDataset(packed, decode), size > 0 ? Math.min(1, packed.size / size) : 0);
  };
  async function* incoming() {
    yield* chunks;
    yield* body;
  }
  const worker = withoutWorker ? undefined : await startWorker(workerUrl(), signal);
  signal.throwIfAborted();
  const packed = worker
    ? await readInWorker(worker, reading, incoming(), showPart, signal)
    : await (await import('./slices.js')).readInSlices(reading, incoming(), showPart, signal);
  if (packed.fault) return {failure: {code: 'not-json', url, detail: packed.fault.message}};
  return judge(openDataset(packed, decode), packed.isDeclared, url);
}

/** Time after which a worker that has not answered is not waited for, in milliseconds. */
const START = 5000;

/**
 * Starts a worker and waits for its first message; undefined when the page's CSP, its origin or the browser prevents
 * it, or it does not answer.
 */
export async function startWorker(url: URL | undefined, signal: AbortSignal): Promise<Worker | undefined> {
  try {
    if (!url) return undefined;
    const worker = new Worker(url, {type: 'module'});
    signal.addEventListener('abort', () => worker.terminate());
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        worker.terminate();
        resolve(undefined);
      }, START);
      worker.onmessage = () => {
        clearTimeout(timer);
        resolve(worker);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
      signal.addEventListener('abort', reject);
    });
  } catch {
    return undefined;
  }
}

async function readInWorker(
  worker: Worker,
  reading: Reading,
  chunks: AsyncIterable<Chunk>,
  onPart: (packed: PackedDataset) => void,
  signal: AbortSignal,
): Promise<PackedDataset> {
  const whole = new Promise<PackedDataset>((resolve, reject) => {
    const join = createJoin();
    worker.onmessage = ({data}: MessageEvent<PackedDataset | TableSlice>) => {
      const packed = join(data);
      if (packed?.whole) resolve(packed);
      else if (packed) onPart(packed);
    };
    worker.onerror = ({message}) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  async function send(): Promise<void> {
    worker.postMessage(reading);
    for await (const chunk of chunks) {
      // A transferred chunk must own its whole buffer.
      const own = chunk.byteLength === chunk.buffer.byteLength ? chunk : chunk.slice();
      worker.postMessage(own, [own.buffer]);
    }
    worker.postMessage(null);
  }
  try {
    const [packed] = await Promise.all([whole, send()]);
    return packed;
  } finally {
    worker.terminate();
  }
}
