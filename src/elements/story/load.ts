import {chunksOf, requestOf} from '../../net/index.js';
import {judge, type Loaded, type LoadOptions} from './loaded.js';

/** Larger files, in bytes, are read in a worker. */
const LARGE = 300_000;

/** Loads a file. */
export type Load = (url: string, signal: AbortSignal, options: LoadOptions) => Promise<Loaded>;

/**
 * Fetches and parses a dataset; for large files and newline-delimited JSON (`.ndjson`), parts are passed to `onPart`
 * while loading. Rejects when aborted, when the connection breaks, or when code does not come.
 */
export async function loadDataset(
  url: string,
  signal: AbortSignal,
  {onPart = () => {}, onBytes = () => {}, withoutWorker = false, cache}: LoadOptions = {},
): Promise<Loaded> {
  // Prefetch the parser in parallel with the file; errors are reported when it is used.
  if (!/\.ndjson$/.test(new URL(url).pathname)) import('./reader.js').catch(() => undefined);
  const response = await fetch(url, {...requestOf(url), signal, cache});
  if (!response.ok) return {failure: {code: 'http', url, httpStatus: response.status}};
  const {headers} = response;
  const lines = /ndjson(;| |$)/.test(`${headers.get('content-type')} ${new URL(url).pathname}`);
  const body = response.body && chunksOf(response.body, onBytes);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // A compressed length above the limit is large for certain, as decoding only adds bytes.
  let isLarge = lines || Number(headers.get('content-length')) > LARGE;
  for (let size = 0; body; isLarge ||= size > LARGE) {
    if (isLarge) {
      const {loadLarge} = await import('./large.js');
      return loadLarge({url, signal, lines, headers, chunks, body, onPart, withoutWorker});
    }
    const {value} = await body.next();
    if (!value) break;
    chunks.push(value);
    size += value.length;
  }
  const text = await new Blob(chunks).text();
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

/** Parses given JSON. Rejects when the parser does not come. */
export async function readDataset(json: unknown, url = ''): Promise<Loaded> {
  const reader = await import('./reader.js');
  // Whether the JSON declares itself a dataset, even without rows.
  const isDeclared = typeof json === 'object' && json !== null && ('cronomapa' in json || 'events' in json);
  const result = reader.parseUnworded(json);
  // Remarks are for authors, who read them in what `cronomapa check` says: for them no reader waits.
  const isFaulty = result.issues.some(({severity}) => severity === 'error' || severity === 'warning');
  if (!isFaulty) return judge(result, isDeclared, url);
  // If the sentences do not come, the story goes on without them.
  const wording = await import('./wording.js').catch(() => undefined);
  return judge(wording?.parseDataset(json) ?? result, isDeclared, url);
}
