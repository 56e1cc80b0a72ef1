import type {Bounds} from '../core/geo/index.js';
import {fetchJson} from '../net/index.js';
import {loadAlong} from './along.js';

/** The address of an author's own file, seen from the page; undefined for a name. @throws {TypeError} when it is neither */
export const addressOf = (named: string, base: string): string | undefined =>
  /^[a-z][a-z\d-]*$/.test(named) ? undefined : new URL(named, base).href;

/** A function that loads JSON by name or address, and has it read; once for the page. What it gives rejects when that fails. */
export function loader<T>(
  read: (json: unknown, url: string) => T | Promise<T>,
): (named: string, base: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return async (named, base) => {
    const url = addressOf(named, base);
    const key = url ?? named;
    let promise = loaded.get(key);
    if (!promise) {
      const found = url ? fetchJson(url).then((json) => ({json, url})) : loadAlong(named);
      promise = found.then(({json, url: at = base}) => read(json, at));
      loaded.set(key, promise);
      // The next who asks tries again.
      promise.catch(() => loaded.delete(key));
    }
    return promise;
  };
}

/** A box as files write it: west, south, east, north. */
export function boxOf(value: unknown): Bounds | undefined {
  const [west, south, east, north] = Array.isArray(value) ? value : [];
  return [west, south, east, north].every((each) => typeof each === 'number')
    ? {west, south, east, north}
    : undefined;
}
