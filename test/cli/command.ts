import {readFile} from 'node:fs/promises';
import {run} from '../../src/cli/run.js';

/** Runs the command as a user would, and returns its output. */
export async function command(
  args: readonly string[],
  {color = false, stdin = '', files = new Map<string, string>()} = {},
) {
  let [out, err] = ['', ''];
  const status = await run(args, {
    read: (path) => (path === '-' ? Promise.resolve(stdin) : readFile(path, 'utf8')),
    write: (path, text) => Promise.resolve(void files.set(path, text)),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    version: '1.2.3',
    color,
  });
  return {status, out, err};
}
