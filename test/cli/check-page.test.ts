import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {command} from './command.js';

const story = {
  cronomapa: 1,
  language: 'en',
  title: 'A voyage',
  places: [{id: 'cork', name: 'Cork', lat: 51.85, lon: -8.29}],
  categories: [{id: 'port', name: 'Ports'}],
  events: [
    {id: 'leaves', date: '1912-04-11', category: 'port', title: 'It leaves', places: ['cork']},
    {id: 'sinks', date: '1912-04-15', title: 'It sinks', places: ['cork']},
  ],
};

/** What `check` says of a page beside its story: row, code, line. */
async function check(page: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cronomapa-page-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  writeFileSync(join(folder, 'voyage.json'), JSON.stringify(story));
  writeFileSync(join(folder, 'page.html'), page);
  const {out, status} = await command(['check', '--json', join(folder, 'page.html')]);
  const [{issues}] = JSON.parse(out);
  return {status, issues: issues as {row: string; code: string; line: number; message: string}[]};
}

const page = (sections: string, src = 'voyage.json') =>
  `<!doctype html>\n<crono-story src="${src}">\n<crono-steps>\n${sections}\n</crono-steps></crono-story>`;

test('the sections of a page are checked as the steps of a dataset are', async () => {
  const {status, issues} = await check(
    page(`<section id="off" select="leaves" range="1912-04-11" places="cork"><h2>Off</h2><section select="no-step"></section></section>
<section id="typo" select='leafs' places="cork nowhere" filter="category:harbour word" question="why" range="april"></section>
<!-- <section id="none" select="nothing"></section> -->
<section range="1999" filter="ship"></section>
<section id="hides" select="sinks" range="1912-04-11"></section>`),
  );
  expect(issues.filter(({code}) => code === 'section-unknown').map(({row, line}) => [row, line])).toEqual(
    Array.from({length: 5}, () => ['section "typo"', 5]),
  );
  expect(issues.map(({message}) => message).join()).toMatch(
    /select="leafs".*range="april".*question="why".*places="nowhere".*filter="category:harbour"/,
  );
  expect(
    issues.filter(({code}) => code !== 'section-unknown').map(({row, code, line}) => [row, code, line]),
  ).toEqual(
    expect.arrayContaining([
      ['section "step-3"', 'step-shows-nothing', 7],
      ['section "hides"', 'step-hides-event', 8],
    ]),
  );
  expect(issues.some(({row}) => /off|none/.test(row))).toBe(false);
  expect(status).toBe(1);
});

test('a page without faults has none, and a story that is not there is named', async () => {
  expect(await check(page('<section id="off" select="leaves"></section>'))).toEqual({status: 0, issues: []});
  const {issues} = await check(page('<section select="leaves"></section>', 'other.json'));
  expect(issues).toMatchObject([{row: 'story other.json', code: 'file-unreadable'}]);
});
