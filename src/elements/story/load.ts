import {type ParseResult, parseDataset, parseJson} from '../../core/dataset/index.js';
import type {LoadFailure} from '../../core/store/index.js';

export type Loaded = {readonly result: ParseResult} | {readonly failure: LoadFailure};

/** Fetches and reads one dataset. Rejects only when aborted. */
export async function loadDataset(url: string, signal: AbortSignal): Promise<Loaded> {
  let text: string;
  try {
    const response = await fetch(url, {signal, credentials: 'same-origin'});
    if (!response.ok) return {failure: {code: 'http', url, httpStatus: response.status}};
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return {failure: {code: 'network', url, detail: error instanceof Error ? error.message : String(error)}};
  }
  const {json, issue} = parseJson(text);
  if (issue) return {failure: {code: 'not-json', url, detail: issue.message}};
  return readDataset(json, url);
}

/** Parses JSON that is there already. */
export function readDataset(json: unknown, url = ''): Loaded {
  const result = parseDataset(json);
  const isEmpty = result.issues.some(({code}) => code === 'dataset-empty');
  // A dataset without rows is one all the same, if it says that it is one.
  const says = typeof json === 'object' && json !== null && ('cronomapa' in json || 'events' in json);
  const fatal = result.issues.find(
    ({code}) =>
      /^(not-a-dataset|file-)/.test(code) ||
      (isEmpty && (code === 'version-unknown' || (!says && code === 'dataset-empty'))),
  );
  if (fatal) return {failure: {code: 'not-dataset', url, detail: fatal.message}};
  return {result};
}
