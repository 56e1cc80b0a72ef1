import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
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
  writeFileSync(join(folder, 'voyage.csv'), 'Date,Event\n1912-04-11,It leaves\n1912-04-15,It sinks\n');
  writeFileSync(join(folder, 'empty.csv'), '');
  mkdirSync(join(folder, 'pictures'));
  writeFileSync(join(folder, 'pictures/the pier.jpg'), '');
  writeFileSync(join(folder, 'page.html'), page);
  const {out, status} = await command(['check', '--json', join(folder, 'page.html')]);
  const [{issues}] = JSON.parse(out);
  return {
    status,
    issues: issues as {row: string; code: string; line: number; message: string; fix: string}[],
  };
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
  expect(await check(page('<section id="off" select="leaves">Off</section>'))).toEqual({
    status: 0,
    issues: [],
  });
  const {issues} = await check(page('<section select="leaves"></section>', 'other.json'));
  expect(issues).toMatchObject([{row: 'story other.json', code: 'file-unreadable'}]);
});

test('sections of a story that is imported are checked by what comes of its file', async () => {
  const {issues, status} = await check(
    `<crono-story src="voyage.csv" format="csv"><crono-steps>
<section select="nothing">Off</section>
<section range="1912-04-11">Off</section>
<section range="1999">Later</section></crono-steps></crono-story>`,
  );
  expect(issues.map(({row, code, line}) => [row, code, line])).toEqual([
    ['section "step-1"', 'section-unknown', 2],
    ['section "step-3"', 'step-shows-nothing', 4],
  ]);
  expect(status).toBe(1);
  const {issues: unread} = await check(
    '<crono-story src="empty.csv" format="csv"><crono-steps><section>Off</section></crono-steps></crono-story>',
  );
  expect(unread).toMatchObject([{row: 'story empty.csv', severity: 'error'}]);
});

test('what cannot be checked is said, and so are steps that tell nothing', async () => {
  const section = '<section select="leaves">Off</section>';
  const say = async (html: string) => (await check(html)).issues.map(({code, line}) => [code, line]);
  for (const attributes of ['', ' src="https://example.org/voyage.json"', ' src="//example.org/v.json"'])
    expect(
      await say(`\n<crono-story${attributes}>\n<crono-steps>${section}</crono-steps></crono-story>`),
    ).toEqual([['sections-unchecked', 3]]);
  const story = '<crono-story id="voyage" src="voyage.json"></crono-story>';
  expect(await say(`${story}\n<crono-steps>${section}</crono-steps>`)).toEqual([['steps-without-story', 2]]);
  expect(await say(`${story}<crono-steps for="trip">${section}</crono-steps>`)).toEqual([
    ['steps-without-story', 1],
  ]);
  expect(
    await say(`<crono-steps for="voyage">\n<section select="no">.</section></crono-steps>${story}`),
  ).toEqual([['section-unknown', 2]]);
  expect(await say(page(''))).toEqual([['steps-none', 3]]);
});

test('the texts of sections are read: none, too long, and ids that stand twice', async () => {
  const {issues} = await check(
    page(`<section id="a" select="leaves"><h3>${'Word '.repeat(300)}</h3><p>End</p></section>
<section id="b" select="sinks"> <!-- a draft --> </section>
<section id="c" range="1912"><img src="pictures/the pier.jpg" alt=""></section>
<section id="a" select="sinks" range="1912"><p>${'<a href="https://example.org/a-long-address">Off</a> '.repeat(99)}</p></section>`),
  );
  expect(issues.map(({row, code, line}) => [row, code, line])).toEqual([
    ['section "a"', 'section-id-twice', 7],
    ['section "a"', 'step-too-long', 4],
    ['section "b"', 'step-without-words', 5],
  ]);
});

test('of two that lead one story the second is said, wherever it stands, and none that is text', async () => {
  const steps = (layout = '', named = '') =>
    `<crono-steps${named} layout="${layout}"><section select="leaves">Off</section></crono-steps>`;
  const story = (inner: string, id = 'voyage') =>
    `<crono-story src="voyage.json" id="${id}">\n${inner}\n</crono-story>`;
  const {issues, status} = await check(
    `${story(`${steps()}${steps('flat')}`)}\n${steps('slides', ' for="voyage"')}\n${story(steps(), 'other')}`,
  );
  expect(issues.map(({code, line}) => [code, line])).toEqual([['steps-twice', 4]]);
  expect(status).toBe(0);
  expect((await check(`${story(steps(), '')}${story(steps(), '')}`)).issues).toEqual([]);
});

test('pictures, films and captions of sections that are not there, or not for readers, are said', async () => {
  const section = (id: string, inner: string) => `<section id="${id}" select="${id}">${inner}</section>`;
  const {issues} = await check(
    page(
      `${section(
        'leaves',
        `<img src="pictures/the%20pier.jpg?v=2" alt=""><img src="/pictures/the pier.jpg" alt="">
<img src="https://example.org/pier.jpg" alt="" srcset="pier-640.jpg 640w, https://example.org/b.jpg 2x">
<img src="/elsewhere/on-the-server.jpg" alt=""><img src="data:image/gif;base64,R0lGOD" alt="">
<!-- <img src="a-draft.jpg"> --><script>'<img src="of-a-script.jpg">'</script>`,
      )}${section(
        'sinks',
        `<img src="/Users/ana/Desktop/ice.jpg" alt="">
<img src="www.example.org/ice.jpg" alt=""><img src="https://commons.wikimedia.org/wiki/File:Ice.jpg" alt="">
<video src="ice.mp4" poster="https:/example.org/ice.jpg"><track src="ice.vtt"></video>`,
      )}`,
    ),
  );
  expect(issues.map(({row, code, line}) => [row, code, line])).toEqual([
    ['section "leaves"', 'file-missing', 5],
    ['section "sinks"', 'address-private', 7],
    ['section "sinks"', 'address-without-scheme', 8],
    ['section "sinks"', 'address-is-page', 8],
    ['section "sinks"', 'file-missing', 9],
    ['section "sinks"', 'address-without-scheme', 9],
    ['section "sinks"', 'file-missing', 9],
  ]);
  expect(issues[0]?.message).toContain('"pier-640.jpg"');
  expect(issues[5]?.fix).toBe('Write "https://example.org/ice.jpg".');
});

test('an address from the root of a site is looked for around the page, and tags in scripts are none', async () => {
  expect((await check(page('<section select="no">.</section>', '/voyage.json'))).issues).toMatchObject([
    {code: 'section-unknown'},
  ]);
  expect((await check(page('<section>.</section>', '/stories/voyage.json'))).issues).toMatchObject([
    {code: 'sections-unchecked'},
  ]);
  expect((await check("<script>document.write('<crono-steps>');</script>")).issues).toEqual([]);
});
