import {type Chunk, chunksOf} from './chunks.js';
import {requestOf} from './request.js';

/** Time without a byte after which nothing more is waited for, in milliseconds. */
const SILENT = 60_000;

/**
 * Fetches JSON. Rejects when it cannot be had, is no JSON, leads to another server than the one that it names, or when
 * no byte comes for a minute.
 */
export async function fetchJson(url: string): Promise<unknown> {
  const request = requestOf(url);
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const extend = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error(`No data for ${SILENT / 1000} s`)), SILENT);
  };
  extend();
  try {
    const {ok, status, body} = await fetch(url, {
      ...request,
      signal: abort.signal,
      // Who agreed to a server agreed to that one alone.
      redirect: request.mode === 'cors' ? 'error' : 'follow',
    });
    if (!ok) throw new Error(`${url} answered ${status}`);
    const chunks: Chunk[] = [];
    if (body) for await (const chunk of chunksOf(body, extend)) chunks.push(chunk);
    return JSON.parse(await new Blob(chunks).text());
  } finally {
    clearTimeout(timer);
  }
}
