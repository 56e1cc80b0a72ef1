import {existsSync} from 'node:fs';
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
    today = '2025-12-31',
  }: {
    color?: boolean;
    stdin?: string;
    files?: Map<string, string>;
    answer?: string;
    today?: string;
  } = {},
) {
  let [out, err] = ['', ''];
  const status = await run(args, {
    read: (path) => (path === '-' ? Promise.resolve(stdin) : readFile(path, 'utf8')),
    bytes: (path) => (path === '-' ? Promise.resolve(new TextEncoder().encode(stdin)) : readFile(path)),
    write: (path, content) => {
      files.set(path, typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
      return Promise.resolve();
    },
    isThere: (path) => Promise.resolve(files.has(path) || existsSync(path)),
    copyScripts: (folder) => Promise.resolve(void files.set(folder, '')),
    previewScript: () => Promise.resolve(''),
    untilStopped: () => Promise.resolve(),
    today: () => today,
    cells: async () => (await readdir(CELLS)).map((file) => file.replace('.json', '')),
    cell: (name) => readFile(new URL(`${name}.json`, CELLS), 'utf8'),
    out: (content) => {
      out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
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
    isTerminal: color,
    color,
  });
  return {status, out, err};
}
