import {judge, type Loaded, type OnPart} from './loaded.js';

export interface LoadOptions {
  readonly onPart?: OnPart;
  readonly withoutWorker?: boolean;
}

/** Longer files, in bytes, are read off the main thread. */
const LARGE = 300_000;

/**
 * Fetches and reads one dataset; of a large one, or newline JSON (`.ndjson`), parts are told while it loads. Rejects
 * only when aborted.
 */
export async function loadDataset(
  url: string,
  signal: AbortSignal,
  {onPart = () => {}, withoutWorker = false}: LoadOptions = {},
): Promise<Loaded> {
  let text: string;
  // Beside the file; asked for again, and missed, when it is needed.
  if (!/\.ndjson$/.test(new URL(url).pathname)) import('./reader.js').catch(() => undefined);
  try {
    const response = await fetch(url, {signal, credentials: 'same-origin'});
    if (!response.ok) return {failure: {code: 'http', url, httpStatus: response.status}};
    const {headers} = response;
    const lines = /ndjson(;| |$)/.test(`${headers.get('content-type')} ${new URL(url).pathname}`);
    const body = response.body?.getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    // What is compressed only grows: so long, it is large for certain.
    let isLarge = lines || Number(headers.get('content-length')) > LARGE;
    for (let size = 0; body; isLarge ||= size > LARGE) {
      if (isLarge) {
        const {loadLarge} = await import('./large.js');
        return await loadLarge({url, signal, lines, headers, chunks, body, onPart, withoutWorker});
      }
      const {value} = await body.read();
      if (!value) break;
      chunks.push(value);
      size += value.length;
    }
    text = await new Blob(chunks).text();
  } catch (error) {
    if (signal.aborted) throw error;
    return {failure: {code: 'network', url, detail: detailOf(error)}};
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const {parseJson} = await import('./faulty.js');
    const parsed = parseJson(text);
    if (parsed.issue) return {failure: {code: 'not-json', url, detail: parsed.issue.message}};
    json = parsed.json;
  }
  return readDataset(json, url);
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Parses JSON that is there already. Never rejects. */
export async function readDataset(json: unknown, url = ''): Promise<Loaded> {
  let reader: typeof import('./reader.js');
  try {
    reader = await import('./reader.js');
  } catch (error) {
    return {failure: {code: 'network', url, detail: detailOf(error)}};
  }
  // A dataset without rows is one all the same, if it says that it is one.
  const says = typeof json === 'object' && json !== null && ('cronomapa' in json || 'events' in json);
  return judge(reader.parseDataset(json), says, url);
}
