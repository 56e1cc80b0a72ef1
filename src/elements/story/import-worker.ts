/** Imports a large file off the main thread. It receives the bytes and what is said of them; see importing.ts. */
import {type ImportReport, type ImportRequest, runImport} from '../../convert/index.js';
import {linesOf} from './import-lines.js';

/** How many rows are read, a part of the dataset in lines, or, at last, what is said of the file. */
export type ImportAnswer =
  | {readonly rows: number; readonly all: number}
  | {readonly lines: Uint8Array<ArrayBuffer>}
  | {readonly report: ImportReport; readonly isRead: boolean};

export interface ImportTask {
  readonly bytes: Uint8Array;
  readonly request: ImportRequest;
}

async function answer({bytes, request}: ImportTask): Promise<void> {
  const post = (answer: ImportAnswer, transfer: Transferable[] = []) => self.postMessage(answer, {transfer});
  const {dataset, report} = await runImport(bytes, request, (rows, all) => post({rows, all}));
  for (const lines of dataset ? linesOf(dataset) : []) post({lines}, [lines.buffer]);
  post({report, isRead: dataset !== undefined});
}

self.onmessage = ({data}: MessageEvent<ImportTask>) => {
  answer(data).catch((error: unknown) => {
    // Only what is thrown outside of a promise reaches the page.
    setTimeout(() => {
      throw error;
    });
  });
};

// Signals that the worker has started.
self.postMessage(null);
