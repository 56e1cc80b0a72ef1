/** Imports a large file off the main thread. It receives the bytes and what is said of them; see importing.ts. */
import type {ImportReport} from '../../convert/index.js';
import {formatLines} from '../../core/dataset/index.js';
import type {ImportRequest} from './import-options.js';
import {runImport} from './import-run.js';

/** A part of the dataset in lines, or, at last, what is said of the file. */
export type ImportAnswer =
  | {readonly lines: Uint8Array<ArrayBuffer>}
  | {readonly report: ImportReport; readonly isRead: boolean};

interface Task {
  readonly bytes: Uint8Array;
  readonly request: ImportRequest;
}

/** Lines that are sent at once. */
const MANY = 2000;

async function answer({bytes, request}: Task): Promise<void> {
  const {dataset, report} = await runImport(bytes, request);
  const post = (answer: ImportAnswer, transfer: Transferable[] = []) => self.postMessage(answer, {transfer});
  const encoder = new TextEncoder();
  let lines: string[] = [];
  const send = () => {
    const text = encoder.encode(`${lines.join('\n')}\n`);
    post({lines: text}, [text.buffer]);
    lines = [];
  };
  for (const line of dataset ? formatLines(dataset) : []) if (lines.push(line) >= MANY) send();
  if (lines.length > 0) send();
  post({report, isRead: dataset !== undefined});
}

self.onmessage = ({data}: MessageEvent<Task>) => {
  answer(data).catch((error: unknown) => {
    // Only what is thrown outside of a promise reaches the page.
    setTimeout(() => {
      throw error;
    });
  });
};

// Signals that the worker has started.
self.postMessage(null);
