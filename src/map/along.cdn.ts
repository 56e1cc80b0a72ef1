import type {Found} from './along.js';
import {fetchJson} from './fetch-json.js';

const FOLDER = new URL('./basemaps/', import.meta.url);

/** What lies in the folder beside the script under a name: what came along, and what an author has put there. */
export async function loadAlong(name: string): Promise<Found> {
  const {href: url} = new URL(`${name}.json`, FOLDER);
  return {json: await fetchJson(url), url};
}
