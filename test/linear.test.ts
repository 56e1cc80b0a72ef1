import {describe, expect, test} from 'vitest';
import {fromHtml} from '../src/convert/html.js';
import {importers, inputOf} from '../src/convert/index.js';
import {boundPrefixes, isTooDeep} from '../src/convert/xml-text.js';
import {
  doiOf,
  formatLines,
  isSafeAddress,
  originCount,
  parseDataset,
  parseJson,
  parseLines,
  type Row,
} from '../src/core/dataset/index.js';
import {Loader} from '../src/core/loader/index.js';
import {permalinkParts, readPermalink, withPermalink} from '../src/core/store/index.js';
import {foldText} from '../src/core/table/text-search.js';
import {parseEdtf} from '../src/core/time/index.js';
import {prepare} from '../src/core/topology/index.js';
import {parseInline} from '../src/i18n/inline.js';
import {readBasemap} from '../src/map/basemap.js';
import {readTiles} from '../src/map/tile-json.js';
import {snippetHtml} from '../src/static/snippet.js';
import {toDesignTokens} from '../src/themes/design-tokens.js';
import {readTheme} from '../src/themes/theme.js';

/*
 * What is read of texts that others wrote takes time that grows with their length alone. Each unit is repeated until the
 * text is long: what a search begins anew at every place of takes 256 times as long for sixteen times the length.
 */

const SHORT = 20_000;
const GROWTH = 16;
/** Doubling the length may triple the time: machines are noisy. */
const MAX_SLOWDOWN = 81;
/** Times below are noise, in milliseconds. */
const NOISE = 4;
const MIN_TURNS = 3;
const MAX_TURNS = 12;

const timeOf = (read: () => unknown): number => {
  const start = performance.now();
  read();
  return performance.now() - start;
};

/** Holds the time of a long input against that of a short one, both made beforehand. */
function expectGrowth(readShort: () => unknown, readLong: () => unknown): void {
  const bound = () => Math.max(shortTime, NOISE) * MAX_SLOWDOWN;
  let [shortTime, longTime] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Measured in turns, so that a busy moment meets both; measured again while the machine alone may be slow.
  for (let turn = 0; turn < MIN_TURNS || (turn < MAX_TURNS && longTime >= bound()); turn++) {
    shortTime = Math.min(shortTime, timeOf(readShort));
    longTime = Math.min(longTime, timeOf(readLong));
  }
  expect(longTime).toBeLessThan(bound());
}

function expectLinear(read: (text: string) => unknown, unit: string): void {
  const short = unit.repeat(SHORT / unit.length);
  const long = unit.repeat((SHORT * GROWTH) / unit.length);
  expectGrowth(
    () => read(short),
    () => read(long),
  );
}

const inStory = (row: object) => ({cronomapa: 1, language: 'en', events: [{id: 'a', title: 'A', ...row}]});

const READERS: readonly (readonly [
  name: string,
  read: (text: string) => unknown,
  units: readonly string[],
])[] = [
  [
    'a text in HTML',
    (text) => fromHtml(text),
    ['<b>', '<b>x</i>', '<a href=x>', '<', '&', '\u00a0', '*x*_[](', '<li>', '<p>', '</a', '<a b=c ', '<!--'],
  ],
  [
    'XML before it is parsed',
    (text) => [isTooDeep(text), boundPrefixes(`<kml >${text}`)],
    ['<', '<a', '<a/>', '<a></a>', '<![CDATA[', '<![CDATA[]]>', ' a:b', '<a:', '<!--'],
  ],
  [
    'marks in a text',
    (text) => parseInline(text),
    [
      '[',
      '[a',
      '[a](',
      '[a](b',
      '[a](b(',
      '](',
      '*',
      '**',
      '**a',
      '*a ',
      ' *a',
      '_',
      ' _a',
      '_a',
      '\\',
      '<',
      '\n',
      ' ',
    ],
  ],
  [
    'an event of a dataset',
    (text) => parseDataset(inStory({text, title: text})),
    ['[', '](', '](<', '](  ', '[a](b ', 'a', '\ud800'],
  ],
  [
    'who made tiles',
    (attribution) => readTiles({tiles: ['https://t.example/{z}/{x}/{y}'], attribution}, 'https://a.example'),
    ['<a href="', '<', '<a ', '<a href=">', '&', '&#', '&#1;', '</a>', '<a href="x">'],
  ],
  [
    'JSON with a fault',
    (text) => parseJson(`{"a": ${text}`),
    ['[', '{', '"', '\\', ' ', '{"a":', '[1,', '1'],
  ],
  ['lines', (text) => parseLines(`{"cronomapa":1}\n${text}`), ['{\n', '\n', '{"events":{}}\n', ' ']],
  ['a date', (text) => parseEdtf(text), ['1', '-', '/', '2025-', '..', '%', 'T', '2025-01-01/']],
  ['a link', (text) => readPermalink(text), ['e=', '&', 'c=a,', ',', '%', '%41', 'e.', '=']],
  [
    'a theme',
    (text) => readTheme(`:root{--crono-color-text:a${text}b}`),
    [' ', ':', '-', '(', '/*', '"', '{'],
  ],
  [
    'a colour of a theme',
    (text) => toDesignTokens([['--crono-color-text', `light-dark(${text}`]]),
    [' ', 'a, ', '(', '(a)', ','],
  ],
  ['fonts of a theme', (text) => toDesignTokens([['--crono-font-body', `a${text}b`]]), [' ', ', ']],
  [
    'a folder',
    (base) => snippetHtml({as: 'tag', base: `/a${base}b`, src: 'a.json', title: 'A'}),
    ['?', '/', '?\n'],
  ],
  ['a search', (text) => foldText(text), ['\u0301', 'a\u0301', 'İ', ' ']],
];

describe.each(READERS)('%s takes time that grows with its length', (_, read, units) => {
  test.each(units)('as %j', (unit) => expectLinear(read, unit));
});

/* What looks for an end (`/\s+$/`) finds it at once in a text of nothing else: here something follows. */
test.each<[name: string, read: (text: string) => unknown]>([
  ['marks in a text', parseInline],
  ['a date', parseEdtf],
  ['a link', readPermalink],
  ['a search', foldText],
  ['an address', isSafeAddress],
  ['an identifier', doiOf],
  ['JSON with a fault', parseJson],
  ['a theme', (text) => readTheme(`:root{--crono-color-text:${text}}`)],
])('%s takes time that grows with its length where an end is looked for', (_, read) => {
  for (const unit of [' ', '\n', '/', '.', ',', '-', ')']) expectLinear((text) => read(`${text}x`), unit);
});

/** Reads a file in chunks of a few bytes, as a slow connection brings it. */
function readInChunks(text: string, lines: boolean): unknown {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const loader = new Loader({lines, decode: (some) => decoder.decode(some)});
  for (let at = 0; at < bytes.length; at += CHUNK) loader.push(bytes.slice(at, at + CHUNK));
  return loader.finish();
}
const CHUNK = 64;

const list = <T>(size: number, make: (i: number) => T): T[] => Array.from({length: size}, (_, i) => make(i));
const rows = (size: number) => list(size, (i) => ({id: `e${i}`, date: '2025', title: 'A'}));
const topology = (arcs: unknown, geometries: unknown) => ({
  type: 'Topology',
  arcs,
  objects: {countries: {type: 'GeometryCollection', geometries}},
});
const square = [
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 0],
];
const land = (arcs: unknown, id = 'PT') => ({type: 'Polygon', arcs, properties: {id, name: id}});
const parsed = (story: object) => parseDataset({cronomapa: 1, language: 'en', ...story}).dataset;

/** What is made of so many parts, and how it is read. */
const MADE: readonly (readonly [name: string, size: number, make: (size: number) => () => unknown])[] = [
  ...[false, true].flatMap((lines) => {
    const kind = lines ? 'lines' : 'JSON';
    const textOf = (story: object) =>
      lines ? `${[...formatLines(story as Row)].join('\n')}\n` : JSON.stringify(story);
    const inChunks = (story: object) => {
      const text = textOf({cronomapa: 1, language: 'en', ...story});
      return () => readInChunks(text, lines);
    };
    return [
      [`${kind} of many rows in chunks`, 100, (size: number) => inChunks({events: rows(size)})],
      [
        `${kind} of one long row in chunks`,
        SHORT,
        (size: number) => inChunks({events: [{id: 'e', title: 'A', text: 'a"'.repeat(size / 2)}]}),
      ],
    ] as const;
  }),
  [
    'a basemap of many arcs',
    100,
    (size) => {
      const json = topology(
        list(size, () => square),
        list(size, (i) => land([[i]], `P${i}`)),
      );
      return () => readBasemap(prepare(json));
    },
  ],
  [
    'a basemap of one long arc',
    1000,
    (size) => {
      const arc = [...list(size, (i) => [i % 180, (i * 7) % 80]), [0, 0]];
      const json = topology([arc], [land([[0]])]);
      return () => readBasemap(prepare(json));
    },
  ],
  [
    'a basemap of a country with many rings of the same arc',
    200,
    (size) => {
      const json = topology([square], [land(list(size, () => [0]))]);
      return () => readBasemap(prepare(json));
    },
  ],
  [
    'a TileJSON of many addresses',
    500,
    (size) => {
      const tiles = list(size, (i) => `https://t.example/${i}/{z}/{x}/{y}`);
      return () => readTiles({tiles}, 'https://a.example/t.json');
    },
  ],
  [
    'a TileJSON with a long address',
    SHORT,
    (size) => {
      const tiles = [`https://t.example/${'{x}{y}'.repeat(size / 6)}/{z}`];
      return () => readTiles({tiles}, 'https://a.example/t.json');
    },
  ],
  [
    'what a frame says of its view',
    2000,
    (size) => {
      const said = list(size, (i) => `${'ercapqvl'[i % 8]}=${i}`).join('&');
      return () => withPermalink(permalinkParts(said).own, `#/a?${said}`, 'map');
    },
  ],
  [
    'the origins of copies of copies',
    250,
    (size) => {
      const sources = list(size, (i) => ({id: `s${i}`, title: 'S', ...(i > 0 && {origin: `s${i - 1}`})}));
      const cite = list(size, (i) => ({source: `s${size - 1 - i}`}));
      return () => originCount(parsed({sources, events: rows(1)}), cite);
    },
  ],
];

test.each(MADE)('%s takes time that grows with its length', (_, size, make) => {
  expectGrowth(make(size), make(size * GROWTH));
});

test('a title in thousands of languages does not hold the page up', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const tags = (count: number) =>
    Array.from({length: count}, (_, i) =>
      [i / 676, (i / 26) % 26, i % 26].map((at) => letters[Math.floor(at)]).join(''),
    );
  const titleIn = (count: number) => Object.fromEntries(tags(count).map((tag) => [tag, 'x']));
  const read = (count: number) => {
    const title = titleIn(count);
    return timeOf(() => parseDataset({...inStory({title}), title}));
  };
  read(100);
  expect(read(16_000)).toBeLessThan(Math.max(read(2000), NOISE) * MAX_SLOWDOWN);
});

test('a table takes time that grows with its rows', async () => {
  const HEAD = 'Date,Event,Type,Place,Latitude,Longitude,Deaths,Source,Link\n';
  const rowOf = (i: number) =>
    `${1900 + (i % 120)}-05-0${1 + (i % 9)},"Flood, no. ${i}",Kind ${i % 9},Town ${i},${i % 80}.12345,${i % 170}.54321,${i % 40},Report ${i},https://example.org/${i}\n`;
  const run = await importers.find(({name}) => name === 'table')?.load();
  const tableOf = (rows: number) =>
    inputOf(
      'a.csv',
      new TextEncoder().encode(HEAD + Array.from({length: rows}, (_, i) => rowOf(i)).join('')),
    );
  const [short, long] = [tableOf(500), tableOf(500 * GROWTH)];
  const read = async (input: typeof short) => {
    const start = performance.now();
    await run?.(input, {claimant: 'A'});
    return performance.now() - start;
  };
  await read(short);
  let [shortTime, longTime] = [await read(short), await read(long)];
  const bound = () => Math.max(shortTime, NOISE) * MAX_SLOWDOWN;
  for (let turn = 0; turn < MAX_TURNS && longTime >= bound(); turn++) {
    shortTime = Math.min(shortTime, await read(short));
    longTime = Math.min(longTime, await read(long));
  }
  expect(longTime).toBeLessThan(bound());
});
