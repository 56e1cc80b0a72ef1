import {DATASET_SHAPE, type Issue, isRow, parseSrcset, rowName} from '../core/dataset/index.js';
import {findBeside} from './beside.js';
import type {Io} from './io.js';
import {walkShape} from './walk-shape.js';

/** What is fetched from beside a story: its media and shapes, by their JSON pointers. */
const FILES = /(?:\/media\/\d+\/(?:src|srcset|poster|after\/src|captions\/\d+\/src)|^\/shapes\/\d+\/src)$/;

/** Whether an address is that of a quote, which leads to a page. */
function isQuoted(tree: Readonly<Record<string, unknown>>, path: string): boolean {
  const [, table = '', row = '', , at = ''] = path.split('/');
  const medium = (tree[table] as {[row: string]: {media?: {[at: string]: unknown}}})[row]?.media?.[at];
  return isRow(medium) && medium.type === 'quote';
}

/** So many files that are all missing lie elsewhere. */
const MANY = 3;

const quoted = (address = '') => JSON.stringify(address.slice(0, 200));

/** Says that a file is not where its address leads to. */
export const missing = (address: string) => ({
  code: 'file-missing',
  severity: 'warning' as const,
  message: `There is no file ${quoted(address)}: readers see that it cannot be shown.`,
  fix: 'Correct the address, upper and lower case too, or put the file there.',
});

/** Looks whether the files of a story are beside it. Nothing is fetched. */
export async function reviewFiles(file: string, tree: unknown, io: Io): Promise<readonly Issue[]> {
  if (!isRow(tree)) return [];
  const named: {readonly address: string; readonly path: string}[] = [];
  walkShape(DATASET_SHAPE, tree, (_, value, __, path) => {
    if (typeof value !== 'string' || !FILES.test(path) || isQuoted(tree, path)) return;
    const all = path.endsWith('/srcset') ? (parseSrcset(value) ?? []).map(({src}) => src) : [value.trim()];
    for (const address of all) named.push({address, path});
  });
  const lost: typeof named = [];
  let count = 0;
  for (const each of named) {
    const found = await findBeside(each.address, file, io);
    if (!found) continue;
    count++;
    if (!found.isThere) lost.push(each);
  }
  if (lost.length < MANY || lost.length < count)
    return lost.map(({address, path}) => ({...missing(address), path, row: rowName(tree, path)}));
  return [
    {
      code: 'files-missing',
      severity: 'warning',
      path: '',
      row: 'file',
      message: `None of its ${count} files is beside it, as ${quoted(lost[0]?.address)}: whether readers get them is not checked.`,
      fix: 'Check it where its media lie.',
    },
  ];
}
