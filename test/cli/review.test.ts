import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';
import type {Issue} from '../../src/core/dataset/index.js';
import {command} from './command.js';

const root = resolve(import.meta.dirname, '../..');
const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);

/** `today`: when it is checked. */
async function issuesOf(path: string, today?: string): Promise<readonly Issue[]> {
  const {out} = await command(['check', '--json', path], {today});
  const [report] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
  return report.issues;
}

/** Not an error: the author is aware of it, and a question shows it. */
const isFault = ({severity, code}: Issue) => severity !== 'question' || code === 'measures-not-comparable';

test('of twelve planted faults exactly those are found, each with what to do', async () => {
  const planted = JSON.parse(readFileSync(fixture('review.issues.json'), 'utf8')) as [string, string][];
  expect(planted).toHaveLength(12);
  const found = (await issuesOf(fixture('review.json'))).filter(isFault);
  expect(found.map(({code, path}) => `${code} ${path}`).sort()).toEqual(
    planted.map((fault) => fault.join(' ')).sort(),
  );
  for (const {severity, message, fix} of found) {
    expect(['warning', 'info']).toContain(severity);
    expect(message).toMatch(/^\S.*\.$/s);
    expect(fix).toMatch(/^[A-Z].*\.$/s);
  }
});

test('findings name the rows, in the words of the file', async () => {
  const found = await issuesOf(fixture('review.json'));
  const of = (code: string) => found.find((each) => each.code === code);
  expect(of('figure-twice')).toMatchObject({
    row: 'figure "twin"',
    message: expect.stringContaining('"held"'),
  });
  expect(of('question-lacks-figure')?.message).toContain('"unlisted"');
  expect(of('source-without-published')).toMatchObject({
    row: 'dataset',
    message: '1 of 10 sources have an address and no "published": "undated".',
  });
  expect(of('quote-says-other-number')?.message).toBe('The quote says 4, 1, and the breakdown has 7, 3, 2.');
  expect(of('figure-from-another-claimant')?.message).toContain('only on pages of "families"');
});

test.each([
  ['{"type": "FeatureCollection", "features": []}', /GeoJSON.*mapshaper/],
  ['{"type": "Topology", "arcs": [[[0, 0', /"map\.json" cannot be drawn/],
  ['{"type": "Topology", "arcs": [], "objects": {"states": {}}}', /but "states": rename/],
])('a basemap beside the story that cannot be drawn, %s, is told with what to do', async (text, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'cronomapa-'));
  const story = join(folder, 'story.json');
  writeFileSync(story, JSON.stringify({cronomapa: 1, language: 'en', basemap: 'map.json', events: []}));
  const found = async () => (await issuesOf(story)).filter(({path}) => path === '/basemap');
  expect(await found()).toEqual([]);
  writeFileSync(join(folder, 'map.json'), text);
  expect(await found()).toMatchObject([
    {code: 'basemap-unreadable', severity: 'warning', message: expect.stringMatching(words)},
  ]);
  rmSync(folder, {recursive: true});
});

test('a point of view that the sources lack is named, and which there are', async () => {
  const issuesWith = async (pointOfView: string) => {
    const {out} = await command(['check', '--json', '-'], {
      stdin: JSON.stringify({cronomapa: 1, language: 'en', pointOfView, events: []}),
    });
    const [report] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
    return report.issues.filter(({path}) => path === '/pointOfView');
  };
  expect(await issuesWith('IN')).toEqual([]);
  expect(await issuesWith('in')).toMatchObject([
    {
      code: 'point-of-view-unknown',
      severity: 'warning',
      message: expect.stringContaining('"in"'),
      fix: expect.stringContaining('IL, IN, IT'),
    },
  ]);
});

test('a basemap that nobody knows is named, and what there is', async () => {
  const codesWith = async (basemap: string) => {
    const {out} = await command(['check', '--json', '-'], {
      stdin: JSON.stringify({cronomapa: 1, language: 'en', basemap, events: []}),
    });
    const [report] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
    return report.issues.filter(({path}) => path === '/basemap');
  };
  expect(await codesWith('wrold')).toMatchObject([
    {
      code: 'basemap-unknown',
      severity: 'warning',
      message: expect.stringContaining('"wrold"'),
      fix: expect.stringMatching(/world, none.*"\.\/wrold\.json"/),
    },
  ]);
  for (const known of ['world', 'venezuela', 'none', './wrold.json', '/maps/a.json'])
    expect(await codesWith(known)).toEqual([]);
});

test.each(['caracas-releases', 'venezuela-2024-2026'])('%s has nothing above a note', async (name) => {
  const issues = await issuesOf(join(root, `data/${name}.json`), '2026-12-31');
  expect(issues.filter(({severity}) => severity === 'error' || severity === 'warning')).toEqual([]);
});

test('the same number of two events is no figure that stands twice, and of one event it is', async () => {
  const codesOf = async (other: string) => {
    const figure = {measure: 'dead', actor: 'a', value: 2, date: '2024-05-01', cite: [{source: 's'}]};
    const event = {date: '2024-05-01', cite: [{source: 's'}]};
    const story = {
      cronomapa: 1,
      sources: [{id: 's', title: 'S'}],
      actors: [{id: 'a', name: 'A'}],
      measures: [{id: 'dead', name: 'Dead', kind: 'flow'}],
      events: [
        {...event, id: 'north', title: 'North'},
        {...event, id: 'south', title: 'South'},
      ],
      figures: [
        {...figure, id: 'one', event: 'north'},
        {...figure, id: 'two', event: other},
      ],
    };
    const {out} = await command(['check', '--json', '-'], {stdin: JSON.stringify(story)});
    const [{issues}] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
    return issues.map(({code}) => code);
  };
  expect(await codesOf('south')).not.toContain('figure-twice');
  expect(await codesOf('north')).toContain('figure-twice');
});

test('rows that were left out do not move the others', async () => {
  const story = JSON.parse(readFileSync(fixture('review.json'), 'utf8')) as {figures: unknown[]};
  story.figures.unshift({id: 'lost'});
  const {out} = await command(['check', '--json', '-'], {stdin: JSON.stringify(story)});
  const [report] = JSON.parse(out) as [{readonly issues: readonly Issue[]}];
  expect(report.issues.find(({code}) => code === 'figure-twice')?.path).toBe('/figures/6');
});
