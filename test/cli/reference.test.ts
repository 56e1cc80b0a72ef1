import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';

const root = resolve(import.meta.dirname, '../..');

test('the reference in docs is what the script makes of the sources', () => {
  const printed = execFileSync(process.execPath, ['scripts/build-reference.mjs', '--print'], {
    cwd: root,
    encoding: 'utf8',
  });
  const pages = Object.entries(JSON.parse(printed) as Record<string, string>);
  for (const [file, text] of pages) expect(readFileSync(join(root, file), 'utf8')).toBe(text);
});
