import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {command} from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-import-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FLOODS =
  'date,title,lat,lon,deaths,source\n13/5/2023,Flood,-22.50561,-43.17891,12,https://example.org/a\n3/5/2023,Storm,-22.61231,-43.20011,3,https://example.org/b\n';

describe('import', () => {
  test('prints a dataset, says what it read beside it, and check finds nothing to correct', async () => {
    const path = file('floods.csv', FLOODS);
    const {status, out, err} = await command(['import', path, '--claimant', 'Civil Defence']);
    expect(status).toBe(0);
    expect(err).toContain(`${path}, table: 2 rows: 2 events\n`);
    expect(err).toContain('Dates are read day-first: 1 row proves it, as 13/5/2023.');
    expect(JSON.parse(out)).toMatchObject({
      id: 'floods',
      events: [{date: '2023-05-13'}, {date: '2023-05-03'}],
    });
    const checked = await command(['check', '--quiet', file('floods.json', out)]);
    expect([checked.status, checked.out.match(/error|warning/)]).toEqual([0, null]);
  });

  test('asks once who claims the numbers', async () => {
    const path = file('asked.csv', FLOODS);
    const asked = await command(['import', path], {answer: 'Civil Defence'});
    expect(asked.err.match(/Who claims them\?/g)).toHaveLength(1);
    expect(JSON.parse(asked.out).figures).toHaveLength(2);
    const unanswered = await command(['import', path], {answer: ''});
    expect(JSON.parse(unanswered.out).figures).toBeUndefined();
    expect(unanswered.err).toContain('--claimant "NAME"');
  });

  test('writes a file, reads standard input, and reports as JSON', async () => {
    const files = new Map<string, string>();
    const {status, out, err} = await command(['import', '-', '-o', 'out/a.json', '--json-report'], {
      stdin: FLOODS,
      files,
    });
    expect([status, out]).toEqual([0, '']);
    expect(JSON.parse(files.get('out/a.json') ?? '').events).toHaveLength(2);
    expect(JSON.parse(err)).toMatchObject({format: 'table', rows: 2, events: 2, lost: 0});
  });

  test('reads a column as it is told', async () => {
    const path = file('told.csv', 'when,a=b\n2023,x\n');
    const {out} = await command(['import', path, '--map', 'a=b=title']);
    expect(JSON.parse(out).events[0].title).toBe('x');
  });

  test.each<[string, string, string]>([
    ['page.csv', '<!doctype html><p>Sign in', 'It is a web page (HTML), whatever its name says.'],
    ['empty.csv', '', 'It is empty.'],
    ['report.csv', '%PDF-1.4', 'It is a PDF'],
    ['header.csv', 'date,title\n', 'no row that could become an event'],
  ])('%s is refused in a sentence', async (name, text, message) => {
    const {status, out, err} = await command(['import', file(name, text)]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  test.each([
    [[]],
    [['a.csv', 'b.csv']],
    [['a.csv', '--from', 'nothing']],
    [['a.csv', '--map', 'x']],
    [['a.csv', '--map', 'x=nothing']],
    [['a.csv', '--dates', 'year-first']],
    [['a.csv', '--century', '30']],
    [['a.csv', '--country', 'ZZ']],
  ])('%j is no way to use it', async (args) => {
    const {status, err} = await command(['import', ...args]);
    expect(status).toBe(2);
    expect(err).toContain('Usage:');
  });

  test('a file that is not there', async () => {
    const {status, err} = await command(['import', join(folder, 'none.csv')]);
    expect(status).toBe(1);
    expect(err).toContain('There is no such file.');
  });
});
