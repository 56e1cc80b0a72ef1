import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {addressHash, refusal} from './refused.js';

const root = resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\0');
/** What readers are given: data, pages, docs. */
const GIVEN =
  /^(?:data|examples|docs)\/.*\.(?:json|html|md|js|mjs|ts|tsx|vue|svelte|php)$|^[A-Z]+\.(?:md|cff)$/;
const files = tracked.filter((name) => GIVEN.test(name) && !name.endsWith('package-lock.json'));

const linksOf = (text: string) => text.match(/https?:\/\/[^\s"'`<>\\]+/g) ?? [];

test('data, pages and docs are read', () => {
  for (const name of [
    'data/venezuela-2024-2026.json',
    'examples/cifras-es.html',
    'data/README.md',
    'README.md',
  ])
    expect(files).toContain(name);
  const record = readFileSync(resolve(root, 'data/venezuela-2024-2026.json'), 'utf8');
  expect(linksOf(record).length).toBeGreaterThan(100);
});

test.each(files)('%s links to no refused page', (name) => {
  // An address in prose may have a mark after it.
  const links = linksOf(readFileSync(resolve(root, name), 'utf8')).flatMap((link) => [
    link,
    link.replace(/[).,;:!?’”»]+$/, ''),
  ]);
  expect(links.filter((link) => refusal(link) !== undefined)).toEqual([]);
});

test('the hash of an address ignores scheme, www, fragment and last slash', () => {
  expect(addressHash('https://www.example.org/A/#top')).toBe(addressHash('http://example.org/a'));
});

test.each([
  ['https://mnwey.awslvpni.com/2024/11/14/page/', 'the host is a mirror'],
  ['https://bitlysdowssl-aws.com/page', 'the host is a mirror'],
  ['https://adminrediseno.example.com/page', 'the host is for staff'],
  ['https://awslvpni.com.example.org/', undefined],
  ['https://en.mercopress.com/', undefined],
])('%s: %s', (url, why) => {
  expect(refusal(url)).toBe(why);
});
