import {describe, expect, test} from 'vitest';
import {fromHtml} from '../src/convert/html.js';
import {boundPrefixes, isTooDeep} from '../src/convert/xml-text.js';
import {doiOf, isSafeAddress, parseDataset, parseJson, parseLines} from '../src/core/dataset/index.js';
import {readPermalink} from '../src/core/store/index.js';
import {foldText} from '../src/core/table/text-search.js';
import {parseEdtf} from '../src/core/time/index.js';
import {parseInline} from '../src/i18n/inline.js';
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

function expectLinear(read: (text: string) => unknown, unit: string): void {
  const short = unit.repeat(SHORT / unit.length);
  const long = unit.repeat((SHORT * GROWTH) / unit.length);
  const bound = () => Math.max(shortTime, NOISE) * MAX_SLOWDOWN;
  let [shortTime, longTime] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Measured in turns, so that a busy moment meets both; measured again while the machine alone may be slow.
  for (let turn = 0; turn < MIN_TURNS || (turn < MAX_TURNS && longTime >= bound()); turn++) {
    shortTime = Math.min(
      shortTime,
      timeOf(() => read(short)),
    );
    longTime = Math.min(
      longTime,
      timeOf(() => read(long)),
    );
  }
  expect(longTime).toBeLessThan(bound());
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
