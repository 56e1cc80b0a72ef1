/** Reads a file of another format as a story: a table, GeoJSON, TimelineJS. Fetched only for a story with `format`. */
import type {ImportReport} from '../../convert/index.js';
import {type Issue, parseDataset} from '../../core/dataset/index.js';
import {chunksOf, requestOf} from '../../net/index.js';
import {type ImportRequest, importRequest} from './import-options.js';
import type {ImportAnswer} from './import-worker.js';
import {importWorkerUrl} from './import-worker-url.js';
import {loadLarge, startWorker} from './large.js';
import type {Loaded, LoadOptions} from './loaded.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** Larger files, in bytes, are imported in a worker. */
const LARGE = 200_000;

/** Fetches and imports a file. Rejects when aborted, when the connection breaks, or when code does not come. */
export async function importDataset(
  story: HTMLElement,
  url: string,
  signal: AbortSignal,
  {onBytes = () => {}, onPart = () => {}, withoutWorker = false, cache}: LoadOptions,
): Promise<Loaded> {
  const response = await fetch(url, {...requestOf(url), signal, cache});
  if (!response.ok) return {failure: {code: 'http', url, httpStatus: response.status}};
  const chunks: Bytes[] = [];
  if (response.body) for await (const chunk of chunksOf(response.body, onBytes)) chunks.push(chunk);
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  const request = importRequest(story, url);
  const worker =
    bytes.length > LARGE && !withoutWorker ? await startWorker(importWorkerUrl(), signal) : undefined;
  signal.throwIfAborted();
  if (!worker) return importHere(bytes, request);
  const {lines, done} = importThere(worker, bytes, request, signal);
  const large = {url, signal, lines: true, headers: new Headers(), chunks: [], body: lines};
  try {
    const loaded = await loadLarge({...large, onPart, withoutWorker});
    const {report, isRead} = await done;
    return isRead && 'result' in loaded ? withNotes(loaded, report) : refused(report, url);
  } catch {
    // A policy may let a worker start, and not let it fetch what it needs.
    signal.throwIfAborted();
    return importHere(bytes, request);
  }
}

async function importHere(bytes: Bytes, request: ImportRequest): Promise<Loaded> {
  const {runImport} = await import('./import-run.js');
  const {dataset, report} = await runImport(bytes, request);
  return dataset ? withNotes({result: parseDataset(dataset)}, report) : refused(report, request.name);
}

const SEVERITIES = {loss: 'warning', doubt: 'question', said: 'info'} as const;

/** The notes of an import, before the issues of the dataset that it made. */
function withNotes({result}: Extract<Loaded, {result: unknown}>, {notes}: ImportReport): Loaded {
  const issues = notes.map(
    ({code, severity, row, message, fix = ''}): Issue => ({
      code,
      severity: SEVERITIES[severity],
      path: '',
      row,
      message,
      fix,
    }),
  );
  return {result: {dataset: result.dataset, issues: Object.freeze([...issues, ...result.issues])}};
}

const refused = ({notes}: ImportReport, url: string): Loaded => ({
  failure: {code: 'not-dataset', url, detail: notes.find(({severity}) => severity === 'loss')?.message},
});

type Done = Extract<ImportAnswer, {report: unknown}>;

/** The lines of the dataset as the worker makes them, and what it says at last. */
function importThere(worker: Worker, bytes: Bytes, request: ImportRequest, signal: AbortSignal) {
  let tell: (done: Done) => void = () => {};
  let fail: (reason: unknown) => void = () => {};
  const done = new Promise<Done>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  const lines = new ReadableStream<Bytes>({
    start(stream) {
      worker.onmessage = ({data}: MessageEvent<ImportAnswer>) => {
        if ('lines' in data) stream.enqueue(data.lines);
        else {
          stream.close();
          tell(data);
          worker.terminate();
        }
      };
      const stop = (reason: unknown) => {
        stream.error(reason);
        fail(reason);
        worker.terminate();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        stop(new Error(event.message));
      };
      signal.addEventListener('abort', () => stop(signal.reason));
      worker.postMessage({bytes, request});
    },
  });
  // Whoever reads the lines hears of the failure first.
  done.catch(() => undefined);
  return {lines: chunksOf(lines, () => {}), done};
}
