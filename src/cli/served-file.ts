import {realpath, stat} from 'node:fs/promises';
import {join, sep} from 'node:path';

/** What is found under an address: a file, a folder whose address lacks its slash, or nothing that may be shown. */
export type Found =
  | {readonly file: string}
  | {readonly redirect: string}
  | {readonly missing: string | undefined};

const isSafe = (name: string) => !name.startsWith('.') && !/[\0\\]/.test(name);

/**
 * Finds the file of an address within a folder: no hidden file, nothing above the folder, and nothing that a symbolic
 * link leads to outside of it. `missing` is where the file would be.
 *
 * @param root the folder, without symbolic links
 * @param pathname the path of the address, as it was asked for
 */
export async function findServed(root: string, pathname: string): Promise<Found> {
  let names: readonly string[];
  try {
    names = decodeURIComponent(pathname).split('/').slice(1);
  } catch {
    return {missing: undefined};
  }
  if (!names.every(isSafe)) return {missing: undefined};
  const wanted = join(root, ...names);
  const path = await realpath(wanted).catch(() => undefined);
  if (path === undefined) return {missing: wanted};
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) return {missing: undefined};
  const info = await stat(path);
  if (info.isFile()) return {file: path};
  if (!info.isDirectory()) return {missing: undefined};
  if (!pathname.endsWith('/')) return {redirect: `${pathname.replace(/^\/+/, '/')}/`};
  return findServed(root, `${pathname}index.html`);
}
