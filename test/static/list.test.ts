import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {EMPTY_DATASET, parseDataset} from '../../src/core/dataset/index.js';
import {listHtml} from '../../src/static/index.js';
import {storm} from '../overlays.js';
import {CLAIMS, MERGED, numbersIn, threeClaims} from '../three-claims.js';
import {readStrictly} from './strict.js';

const root = resolve(import.meta.dirname, '../..');
const load = (path: string) =>
  parseDataset(JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown).dataset;
const article = load('data/caracas-releases.json');
const record = load('data/venezuela-2024-2026.json');
const clean = load('test/core/dataset/fixtures/clean.json');

const UNSAFE = /^[\p{Cc}\p{Cf}\p{Z}]*(?!https?:|mailto:)[a-z][a-z\d+.-]*:/iu;

describe.each([
  ['the article', article],
  ['the record', record],
  ['a story with every field', clean],
])('%s', (_, dataset) => {
  test.each(['en', 'es'])('is sound markup in %s, with every row in it once', (language) => {
    const {ids, links, headings} = readStrictly(listHtml(dataset, {language}));
    expect(new Set(ids).size).toBe(ids.length);
    const start = `${dataset.id}-`;
    expect(ids.toSorted()).toEqual(
      [
        ...dataset.events.map(({id}) => `${start}event-${id}`),
        ...dataset.figures.map(({id}) => `${start}figure-${id}`),
        ...[...dataset.shapes, ...dataset.routes].map(({id}) => `${start}overlay-${id}`),
        ...dataset.sources.map(({id}) => `${start}source-${id}`),
      ].sort(),
    );
    expect(links.filter((link) => UNSAFE.test(link))).toEqual([]);
    expect(headings[0]).toBe(3);
    // No level is skipped on the way down.
    for (const [i, level] of headings.entries()) expect(level - (headings[i - 1] ?? 3)).toBeLessThan(2);
  });

  test('every figure is followed by who claims it', () => {
    const html = listHtml(dataset);
    const names = new Map(dataset.actors.map(({id, name}) => [id, name]));
    for (const {id, actor = ''} of dataset.figures) {
      const item = html.split(`id="${dataset.id}-figure-${id}"`)[1]?.split('<br>')[0] ?? '';
      const name = names.get(actor);
      expect(item, id).toMatch(/<strong>[^<]*\d[^<]*<\/strong>, according to <b>/);
      expect(item, id).toContain(typeof name === 'string' ? name : name?.en);
    }
  });
});

test('the release reads as the article tells it', () => {
  const {text} = readStrictly(listHtml(article, {language: 'en'}));
  const words = text.replace(/\s+/g, ' ');
  expect(words).toContain('December 2025');
  expect(words).toContain('December 25, 2025');
  expect(words).toMatch(/71, according to Committee of Mothers[^,]* and Foro Penal, claimed/);
  expect(words).toMatch(/65 Tocorón, men · 3 Las Crisálidas, women · 3 La Guaira, teenagers\./);
  expect(words).toMatch(/Places: .*\(somewhere within 1 km\)/);
  expect(words).toContain('known to the town, somewhere within 4.5 km');
  expect(words).toContain('Licence: CC-BY-4.0');
  expect(words).toContain('Updated November 28, 2026');
  expect(words).toMatch(/MercoPress, Caracas releases 71 political prisoners, published December 26, 2025/);
});

test.each([
  ['en', 'according to', 'figures disagree'],
  ['es', 'según', 'las cifras no coinciden'],
])('three claims about one event are three, each with claimant and source: %s', (language, by, disagree) => {
  const html = listHtml(parseDataset(threeClaims()).dataset, {language});
  const items = html.split('-figure-').slice(1);
  expect(items).toHaveLength(3);
  for (const [i, {value, who, source}] of CLAIMS.entries()) {
    expect(items[i]).toContain(`<strong>${value}</strong>, ${by} <b>${who[language]}</b>`);
    expect(items[i]).toContain(`>[${source}]</a>`);
  }
  const {text} = readStrictly(html);
  expect(text).toContain(` · ${disagree} `);
  expect(numbersIn(text).filter((each) => MERGED.includes(each))).toEqual([]);
  const known = [...CLAIMS.map(({value}) => value), '25', '2025', '1', '2', '3'];
  expect(numbersIn(text).filter((each) => !known.includes(each))).toEqual([]);
});

test('shapes and routes stand under a heading of their own, with their size, precision and sources', () => {
  const {text, headings} = readStrictly(listHtml(parseDataset(storm).dataset, {language: 'en'}));
  const words = text.replace(/\s+/g, ' ');
  expect(words).toMatch(
    /On the map Track of the storm February 17 to 21, 2016 · Storm \[1\] about 1,600 km, known to the district From six-hourly/,
  );
  expect(words).toContain('Auckland → Suva → Apia, about 3,260 km');
  expect(headings).toContain(3);
  expect(listHtml(article)).not.toContain('On the map');
});

test('figures that disagree all stand, in the order of the file', () => {
  const html = listHtml(record, {language: 'en'});
  const own = record.figures.filter(({event}) => event === 'release-2025-12-25');
  const at = own.map(({id}) => html.indexOf(`-figure-${id}"`));
  expect(own.length).toBeGreaterThan(5);
  expect(at[0]).toBeGreaterThan(html.indexOf('-event-release-2025-12-25"'));
  expect(at.toSorted((a, b) => a - b)).toEqual(at);
});

const story = (more: object) =>
  parseDataset({
    cronomapa: 1,
    id: 's',
    language: 'en',
    title: {en: 'T', es: 'T'},
    sources: [
      {id: 'kept', title: 'Kept', publisher: 'P', url: 'https://example.org/?a=1&b=2'},
      {id: 'paper', title: 'On paper'},
    ],
    actors: [{id: 'a', name: 'A', kind: 'ngo'}],
    events: [],
    ...more,
  }).dataset;
const shown = (more: object, options = {}) => listHtml(story(more), options);

test('precision is never invented: a year stands under no month, an undated event under no year', () => {
  const html = shown({
    events: [
      {id: 'year', date: '2024', title: 'Some time'},
      {id: 'season', date: '2024-21', title: 'In spring'},
      {id: 'decade', date: '199X', title: 'Long ago'},
      {id: 'open', date: '../2020-05', title: 'Until then'},
      {id: 'none', title: 'No date'},
      {id: 'wrong', date: 'last week', title: 'Not understood'},
    ],
  });
  expect(html).not.toContain('January');
  expect(html).toContain('<time datetime="2024">2024</time>');
  expect(html).toContain('<h4>spring 2024</h4>');
  expect(html).toContain('<h3>1990s</h3>');
  expect(html).toContain('until May 2020');
  const undated = html.split('<h3>Without a date</h3>')[1] ?? '';
  expect(undated).toContain('No date');
  expect(undated).toContain('date unknown (last week)');
  expect([...undated.matchAll(/<time|<h4/g)]).toEqual([]);
});

test('what is not known is said', () => {
  const html = shown({
    places: [
      {id: 'p', name: 'Nowhere', obscured: 'to protect *them*'},
      {
        id: 'q',
        name: 'Town',
        lat: 10,
        lon: 20,
        radius: 4500,
        precision: 'locality',
        cite: [{source: 'kept'}],
      },
    ],
    events: [
      {id: 'e', date: '2024', title: 'E', places: ['p', 'q'], status: 'disputed'},
      {id: 'f', date: '2024', title: 'F'},
    ],
    figures: [
      {
        id: 'n',
        event: 'e',
        actor: 'a',
        value: 10,
        comparator: '>=',
        date: '2024-05',
        breakdown: [{group: 'women', value: 4}],
      },
    ],
  });
  expect(html).toContain(
    'Nowhere (position not known, Blurred on purpose: to protect <em>them</em>); Town (known to the town, somewhere within 4.5 km) <a',
  );
  expect(html).toContain(
    'disputed · at least 10 according to <b>A</b> (NGO) <em>no source given</em></summary>',
  );
  expect(html).toContain('Without a place');
  expect(html).toContain(
    '<strong>at least 10</strong>, according to <b>A</b> (NGO), as of May 2024 <em>no source given</em><br><b>4</b> women. The parts given do not add up to the whole.',
  );
});

test('a number leads to the source, or else to its entry; nowhere when there is none', () => {
  const events = [{id: 'e', title: 'E', cite: [{source: 'paper'}, {source: 'kept'}]}];
  const html = shown({events});
  expect(html).toContain(
    '<a href="https://example.org/?a=1&amp;b=2" rel="noopener" title="Source 1: P">[1]</a>',
  );
  expect(html).toContain('<a href="#s-source-paper" rel="noopener" title="Source 2: On paper">[2]</a>');
  expect(html).toContain('<li id="s-source-paper">On paper</li>');
  const without = shown({events}, {withoutSources: true});
  expect(without).toContain('<span title="Source 2: On paper">[2]</span>');
  expect(without).not.toContain('s-source-');
});

test('no address is trusted, whoever made the dataset', () => {
  const [kept] = story({}).sources;
  const sources = [
    {id: 'kept', title: 'K', ...kept, url: 'java\nscript:alert(1)', archived: 'data:text/html,x'},
  ];
  const events = story({events: [{id: 'e', title: 'E', cite: [{source: 'kept'}]}]}).events;
  const html = listHtml({...story({}), sources, events});
  expect(html).not.toMatch(/script:|data:/);
  expect(html).toContain('<a href="#s-source-kept"');
});

test('each event is a row that opens to the rest, closed unless all are asked for', () => {
  const html = listHtml(article);
  const row = html.split('-event-release-2025-12-25">')[1]?.split('</details>')[0] ?? '';
  const [summary = '', rest = ''] = row.split('</summary>');
  expect(summary).toMatch(/^\n<details><summary><strong>71 political prisoners released<\/strong><br>/);
  expect(summary).toMatch(
    /December 25, 2025.* · People released: 71 according to <b>Committee of Mothers[^<]*<\/b>/,
  );
  expect(summary).toContain('>[1]</a>');
  expect(rest).toContain('Sixty-five men left Tocorón');
  expect(html).not.toContain(' open');
  const open = listHtml(article, {open: true});
  readStrictly(open);
  expect(open.match(/<details open="">/g)).toHaveLength(article.events.length);
});

test('a text in another language says so', () => {
  const html = shown(
    {
      events: [{id: 'e', title: {es: 'Sí', en: 'Yes'}, text: 'Only English'}],
      authors: [{name: 'D', url: 'https://d.example'}],
    },
    {language: 'es-VE'},
  );
  expect(html).toContain('<div lang="es-VE">');
  expect(html).toContain('<strong>Sí</strong>');
  expect(html).toContain('<span lang="en">Only English</span>');
  expect(html).toContain('Sin fecha');
  expect(html).toContain('<a href="https://d.example" rel="noopener author">D</a>');
});

test('corrections stand with what they correct', () => {
  const corrections = [{date: '2025-12-30', text: 'It was **72**.'}];
  const html = shown({corrections, events: [{id: 'e', title: 'E', status: 'withdrawn', corrections}]});
  expect(html.match(/<b>Corrected December 30, 2025\.<\/b> It was <strong>72<\/strong>\./g)).toHaveLength(2);
  expect(html).toContain('<h3>Corrections</h3>');
  expect(html).toContain('withdrawn');
});

test.each([
  [1, [1, 2]],
  [6, [6, 6]],
  [99, [6, 6]],
  [Number.NaN, [3, 4]],
])('headings at level %d', (headingLevel, levels) => {
  const html = shown({events: [{id: 'e', date: '2024-05', title: 'E'}], sources: []}, {headingLevel});
  expect(readStrictly(html).headings).toEqual(levels);
});

test('an empty story says so', () => {
  expect(readStrictly(listHtml(EMPTY_DATASET)).text.trim()).toBe('There are no events in this story yet.');
});

test('media are words, with a link where the address is none of the page’s', () => {
  const media = [
    {
      type: 'image',
      src: 'a.jpg',
      alt: 'The bridge',
      caption: 'On *5 May*',
      credit: 'Agency',
      warning: 'Shows an injury',
    },
    {
      type: 'pair',
      src: 'b.jpg',
      alt: 'Dry',
      label: '4 May',
      after: {src: 'c.jpg', alt: 'Wet', label: '6 May'},
    },
    {type: 'document', src: 'https://example.org/a.pdf', alt: 'The report'},
    {type: 'quote', text: 'Nobody told us.', credit: 'A neighbour'},
  ];
  const html = shown({events: [{id: 'e', date: '2024', title: 'It falls', media}]});
  const {text, links} = readStrictly(html);
  const words = text.replace(/\s+/g, ' ');
  expect(words).toContain('Shows an injury · The bridge · On 5 May · Agency');
  expect(words).toContain('4 May: Dry · 6 May: Wet');
  expect(html).toContain('<blockquote><p>Nobody told us.</p></blockquote>\n<p>A neighbour</p>');
  expect(links).toContain('https://example.org/a.pdf');
  expect(links.some((link) => /jpg/.test(link))).toBe(false);
});

describe('text from a dataset stays text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</div></li><h1>',
    '<!-- --><![CDATA[x]]>',
    '&lt;b&gt; &amp; &#60;',
    '[x](javascript:alert(1))',
    '[x](https://example.org/"onclick="alert(1))',
    '[<b>](https://example.org/<b>)',
    '**<b>**_<i>_',
    '\u0000\u0008\u001b[31m\ud800\ufffe\u202e',
    '--></style></title></textarea><svg/onload=alert(1)>',
  ];
  const everywhere = (text: string) => ({
    id: text,
    title: {en: text, [text]: text},
    license: text,
    authors: [{name: text, url: text}],
    corrections: [{date: text, text}],
    sources: [
      {
        id: text,
        title: text,
        publisher: text,
        url: text,
        archived: text,
        origin: text,
        published: text,
        language: text,
      },
    ],
    actors: [{id: text, name: text}],
    places: [{id: text, name: text, obscured: text, note: text, cite: [{source: text}]}],
    categories: [{id: text, name: text}],
    events: [
      {
        id: text,
        date: text,
        title: text,
        text,
        category: text,
        places: [text],
        corrections: [{text}],
        cite: [{source: text}],
      },
    ],
    measures: [{id: text, name: text, unit: text, since: text}],
    figures: [
      {
        id: text,
        event: text,
        measure: text,
        place: text,
        actor: text,
        value: 1,
        status: text,
        note: text,
        breakdown: [{place: text, group: text, value: 2}],
        cite: [{source: text}],
      },
      {id: `${text}2`, measure: text, actor: text, value: 1, cite: [{source: text}]},
    ],
  });
  const check = (text: string) => {
    const markup = shown(everywhere(text));
    const {links, ids} = readStrictly(markup);
    expect(links.filter((link) => UNSAFE.test(link))).toEqual([]);
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(markup).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202d\u202e]/u);
  };

  test.each(hostile)('%j', check);

  test('anything at all', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', minLength: 1}), check));
    const nasty = fc.constantFrom(...'<>&"\'[]()*_\\/=:\n\t \0ajvscript'.split(''));
    fc.assert(fc.property(fc.string({unit: nasty, minLength: 1}), check), {numRuns: 500});
  });
});
