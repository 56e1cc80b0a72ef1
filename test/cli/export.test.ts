import {resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {command} from './command.js';

const STORY = resolve(import.meta.dirname, '../../data/caracas-releases.json');

describe('export', () => {
  test.each([
    ['csv', /^id,|,title/],
    ['geojson', /"FeatureCollection"/],
    ['timelinejs', /"events"/],
    ['jsonld', /schema\.org/],
    ['ical', /^BEGIN:VCALENDAR\r\n/],
  ])('to %s, into a pipe, with what is lost beside it', async (to, pattern) => {
    const {status, out, err} = await command(['export', STORY, '--to', to]);
    expect(status).toBe(0);
    expect(out).toMatch(pattern);
    expect(err).toMatch(/caracas-releases\.json, to \w+: \d+ of \d+ events\n/);
  });

  test('a workbook goes into a file, and into no terminal', async () => {
    const files = new Map<string, string>();
    const args = ['export', STORY, '--to', 'xlsx'];
    expect((await command([...args, '-o', 'a.xlsx'], {files})).status).toBe(0);
    expect(files.get('a.xlsx')).toMatch(/^PK/);
    const shown = await command(args, {color: true});
    expect([shown.status, shown.out]).toEqual([1, '']);
    expect(shown.err).toContain('-o story.xlsx');
    expect((await command(args)).out).toMatch(/^PK/);
  });

  test('with a byte order mark, and a report for programs', async () => {
    const {out, err} = await command(['export', STORY, '--to', 'csv', '--bom', '--json-report']);
    expect(out.startsWith('\uFEFF')).toBe(true);
    expect(JSON.parse(err)).toMatchObject({format: 'csv', notes: expect.any(Array)});
  });

  test.each([[[]], [['--to', 'docx']], [['--to', 'geojsno']]])('%j is no way to use it', async (args) => {
    const {status, err} = await command(['export', STORY, ...args]);
    expect(status).toBe(2);
    expect(err).toContain('geojson');
  });
});
