import {fetchJson} from '../net/index.js';
import type {Found} from './along.js';

/** This script. The folder of basemaps is beside it. */
const HERE = import.meta.url;

/** What lies in the folder beside the script under a name: what came along, and what an author has put there. */
export async function loadAlong(name: string): Promise<Found> {
  const {href: url} = new URL(`basemaps/${name}.json`, HERE);
  return {json: await fetchJson(url), url};
}
