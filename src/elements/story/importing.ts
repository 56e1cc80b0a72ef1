/** Reads a file of another format as a story: a table, GeoJSON, TimelineJS. Fetched only for a story with `format`. */
import {type ImportReport, type ImportRequest, importRequest} from '../../convert/index.js';
import {type Issue, parseDataset, type Row} from '../../core/dataset/index.js';
import {chunksOf, requestOf} from '../../net/index.js';
import {linesOf} from './import-lines.js';
import {showStatus} from './import-status.js';
import type {ImportAnswer, ImportTask} from './import-worker.js';
import {importWorkerUrl} from './import-worker-url.js';
import {loadLarge, startWorker} from './large.js';
import type {Loaded, LoadOptions} from './loaded.js';
import type {StoryHost} from './story-host.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** Larger files, in bytes, are imported in a worker. */
const LARGE = 200_000;

/** Fetches and imports a file. Rejects when aborted, when the connection breaks, or when code does not come. */
export async function importDataset(
  story: StoryHost,
  url: string,
  signal: AbortSignal,
  {onBytes, onPart = () => {}, withoutWorker = false, cache}: LoadOptions,
): Promise<Loaded> {
  const response = await fetch(url, {...requestOf(url), signal, cache});
  if (!response.ok) return {failure: {code: 'http', url, httpStatus: response.status}};
  const chunks: Bytes[] = [];
  if (response.body)
    for await (const chunk of chunksOf(response.body, onBytes ?? (() => {}))) chunks.push(chunk);
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  const request = importRequest((name) => story.getAttribute(name), url);
  if (bytes.length <= LARGE) return importAtOnce(bytes, request);
  // Whoever does not wait for the file, as where it is only looked whether it has changed, is not told of it.
  const status = onBytes && showStatus(story);
  const task: Task = {
    bytes,
    request,
    signals: [signal, ...(status ? [status.stopped] : [])],
    onRows(rows, all) {
      onBytes?.();
      status?.show(rows, all);
    },
    onLines: () => status?.remove(),
  };
  const load = (body: AsyncGenerator<Bytes, undefined>) =>
    loadLarge({url, signal, lines: true, headers: new Headers(), chunks: [], body, onPart, withoutWorker});
  const worker = withoutWorker ? undefined : await startWorker(importWorkerUrl(), signal);
  try {
    for (const each of task.signals) each.throwIfAborted();
    if (!worker) return await importInSlices(task, load);
    const {lines, done} = importThere(worker, task);
    try {
      const loaded = await load(lines);
      const {report, isRead} = await done;
      return isRead && 'result' in loaded ? withNotes(loaded, report) : refused(report, url);
    } catch {
      // A policy may let a worker start, and not let it fetch what it needs.
      for (const each of task.signals) each.throwIfAborted();
      return await importInSlices(task, load);
    }
  } catch (error) {
    if (!status?.stopped.aborted || signal.aborted) throw error;
    return {failure: {code: 'network', url, detail: (status.stopped.reason as Error).message}};
  } finally {
    status?.remove();
  }
}

/** A large file, and who is told how it is read. */
interface Task {
  readonly bytes: Bytes;
  readonly request: ImportRequest;
  /** Each ends it. */
  readonly signals: readonly AbortSignal[];
  readonly onRows: (rows: number, all: number) => void;
  /** All rows are read. */
  readonly onLines: () => void;
}

async function importAtOnce(bytes: Bytes, request: ImportRequest): Promise<Loaded> {
  const {runImport} = await import('./import-run.js');
  const {dataset, report} = await runImport(bytes, request);
  return dataset ? withNotes({result: parseDataset(dataset)}, report) : refused(report, request.name);
}

/** On the main thread, which others have between the rows. */
async function importInSlices(
  {bytes, request, signals, onRows, onLines}: Task,
  load: (body: AsyncGenerator<Bytes, undefined>) => Promise<Loaded>,
): Promise<Loaded> {
  const {runImport} = await import('./import-run.js');
  const {dataset, report} = await runImport(bytes, request, async (rows, all) => {
    onRows(rows, all);
    await new Promise((resolve) => setTimeout(resolve));
    for (const each of signals) each.throwIfAborted();
  });
  onLines();
  if (!dataset) return refused(report, request.name);
  async function* body(rows: Row) {
    return yield* linesOf(rows);
  }
  const loaded = await load(body(dataset));
  return 'result' in loaded ? withNotes(loaded, report) : loaded;
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
function importThere(worker: Worker, {bytes, request, signals, onRows, onLines}: Task) {
  let tell: (done: Done) => void = () => {};
  let fail: (reason: unknown) => void = () => {};
  const done = new Promise<Done>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  const lines = new ReadableStream<Bytes>({
    start(stream) {
      worker.onmessage = ({data}: MessageEvent<ImportAnswer>) => {
        if ('rows' in data) onRows(data.rows, data.all);
        else if ('lines' in data) {
          onLines();
          stream.enqueue(data.lines);
        } else {
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
      for (const signal of signals) signal.addEventListener('abort', () => stop(signal.reason));
      worker.postMessage({bytes, request} satisfies ImportTask);
    },
  });
  // Whoever reads the lines hears of the failure first.
  done.catch(() => undefined);
  return {lines: chunksOf(lines, () => {}), done};
}
