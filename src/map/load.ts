import type {Bounds} from '../core/geo/index.js';

/**
 * Those that come along, by name. Written out, each for itself: bundlers copy what is named so, and nothing else. The
 * folder is the same seen from this file and from its chunk in dist/; rollup.config.js has that of the CDN files.
 */
const ADDRESSES: Readonly<Record<string, URL>> = {
  osm: new URL('../../data/basemaps/osm.json', import.meta.url),
  venezuela: new URL('../../data/basemaps/venezuela.json', import.meta.url),
  world: new URL('../../data/basemaps/world.json', import.meta.url),
};

/** Where what lies under a map is: by name of one that comes along, or lies beside them; or of the author's own, seen from the page. */
export function addressOf(named: string, base: string): string {
  if (!/^[a-z][a-z\d-]*$/.test(named)) return new URL(named, base).href;
  // `constructor` is a name like others.
  const known = Object.hasOwn(ADDRESSES, named) ? ADDRESSES[named] : undefined;
  return (known ?? new URL(`${named}.json`, ADDRESSES.world)).href;
}

/** A function that fetches JSON by name or address, and has it read; once for the page. What it gives rejects when that fails. */
export function loader<T>(
  read: (json: unknown, url: string) => T,
): (named: string, base: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return async (named, base) => {
    const url = addressOf(named, base);
    let promise = loaded.get(url);
    if (!promise) {
      promise = fetch(url, {credentials: 'same-origin'}).then(async (response) => {
        if (!response.ok) throw new Error(`${url} answered ${response.status}`);
        return read(await response.json(), url);
      });
      loaded.set(url, promise);
      // The next who asks tries again.
      promise.catch(() => loaded.delete(url));
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
