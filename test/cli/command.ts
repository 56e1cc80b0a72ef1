import {readdir, readFile} from 'node:fs/promises';
import {run} from '../../src/cli/run.js';

const CELLS = new URL('../../data/basemaps/detail/', import.meta.url);

/** Runs the command as a user would, and returns its output. */
export async function command(
  args: readonly string[],
  {
    color = false,
    stdin = '',
    files = new Map<string, string>(),
    answer,
  }: {color?: boolean; stdin?: string; files?: Map<string, string>; answer?: string} = {},
) {
  let [out, err] = ['', ''];
  const status = await run(args, {
    read: (path) => (path === '-' ? Promise.resolve(stdin) : readFile(path, 'utf8')),
    bytes: (path) => (path === '-' ? Promise.resolve(new TextEncoder().encode(stdin)) : readFile(path)),
    write: (path, text) => Promise.resolve(void files.set(path, text)),
    cells: async () => (await readdir(CELLS)).map((file) => file.replace('.json', '')),
    cell: (name) => readFile(new URL(`${name}.json`, CELLS), 'utf8'),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...(answer !== undefined && {
      ask: (question) => {
        err += question;
        return Promise.resolve(answer);
      },
    }),
    version: '1.2.3',
    color,
  });
  return {status, out, err};
}
