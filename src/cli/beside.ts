import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Io} from './io.js';

/** A file of an address, on this computer. */
export interface Beside {
  readonly path: string;
  readonly isThere: boolean;
}

/**
 * The file that an address means in a page or a story on this computer. One that begins with a slash is looked for in all
 * folders around it, since each may be the root of the site. Undefined where only a server knows.
 *
 * @param from the page or the story
 */
export async function findBeside(address: string, from: string, io: Io): Promise<Beside | undefined> {
  const base = pathToFileURL(resolve(from));
  if (from === '-' || /^\s*(?:file:|[#?]|$)/i.test(address) || !URL.canParse(address, base)) return undefined;
  const {protocol, host, pathname} = new URL(address, base);
  if (protocol !== 'file:' || host !== '') return undefined;
  let path: string;
  try {
    path = fileURLToPath(`file://${pathname}`);
  } catch {
    return undefined;
  }
  if (!/^\s*[/\\]/.test(address)) return {path, isThere: await io.isThere(path)};
  for (let folder = dirname(resolve(from)); ; folder = dirname(folder)) {
    const rooted = join(folder, path);
    if (await io.isThere(rooted)) return {path: rooted, isThere: true};
    if (folder === dirname(folder)) return undefined;
  }
}
