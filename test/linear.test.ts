import {describe, expect, test} from 'vitest';
import {reviewDataset} from '../src/cli/review.js';
import {fromHtml} from '../src/convert/html.js';
import {importers, inputOf} from '../src/convert/index.js';
import {Notes} from '../src/convert/notes.js';
import {modernTimeline} from '../src/convert/timelinejs-2.js';
import {readSheet} from '../src/convert/xlsx-cells.js';
import {boundPrefixes, isTooDeep} from '../src/convert/xml-text.js';
import {inquiriesOf} from '../src/core/claims/index.js';
import {
  doiOf,
  formatLines,
  isSafeAddress,
  originCount,
  parseDataset,
  parseJson,
  parseLines,
  parseSrcset,
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
import {listHtml} from '../src/static/index.js';
import {snippetHtml} from '../src/static/snippet.js';
import {toDesignTokens} from '../src/themes/design-tokens.js';
import {readTheme} from '../src/themes/theme.js';
import {quotationsBySource} from '../src/words/index.js';

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
const MAX_TURNS = 12;

/** The processor's time, in milliseconds: on a shared machine the longer of two waits for others. */
const processorTime = (): number => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
};

const timeOf = (read: () => unknown): number => {
  const start = processorTime();
  read();
  return processorTime() - start;
};

/** Holds the time of a long input against that of a short one, both made beforehand. */
function expectGrowth(readShort: () => unknown, readLong: () => unknown): void {
  const bound = () => Math.max(shortTime, NOISE) * MAX_SLOWDOWN;
  // The first time is that of code that nobody has run yet.
  let shortTime = Math.min(timeOf(readShort), timeOf(readShort));
  let longTime = timeOf(readLong);
  // Measured in turns, so that a busy moment meets both, while the machine alone may be slow.
  for (let turn = 1; turn < MAX_TURNS && longTime >= bound(); turn++) {
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
  [
    'sizes of a picture',
    (text) => [parseSrcset(text), parseSrcset(`a.jpg ${text}!`), parseSrcset(`a.jpg${text}`)],
    [' ', ',', ', ', 'a', 'a ', 'a,', '1', '.', '1.', 'a 1w,'],
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

const event = (more: object) => ({id: 'e', date: '2025', title: 'A', ...more});
const figure = (i: number) => ({
  measure: 'm',
  actor: `a${i}`,
  value: i,
  event: 'e',
  cite: [{source: `s${i}`}],
});
const actors = (size: number) => list(size, (i) => ({id: `a${i}`, name: `Actor ${i}`}));
const cited = (size: number) => list(size, (i) => ({id: `s${i}`, title: `Report ${i}`, publisher: `P ${i}`}));
const measures = [{id: 'm', name: 'Homes', unit: 'homes', kind: 'stock'}];

/** Stories of which one thing is many. */
const MANY: Readonly<Record<string, (size: number) => object>> = {
  'an event with many citations': (size) => ({
    sources: cited(size),
    events: [event({cite: list(size, (i) => ({source: `s${i}`, quote: `Word ${i}`}))})],
  }),
  'an event with many places': (size) => ({
    places: list(size, (i) => ({id: `p${i}`, name: `Town ${i}`, lat: i % 80, lon: i % 170})),
    events: [event({places: list(size, (i) => `p${i}`)})],
  }),
  'an event that many others lead to, each in its own way': (size) => ({
    events: [
      event({}),
      ...list(size, (i) => ({...event({}), id: `e${i}`, links: [{to: 'e', rel: `r${i}`}]})),
    ],
  }),
  'an event with many media': (size) => ({
    events: [event({media: list(size, (i) => ({type: 'image', src: `${i}.jpg`, alt: `${i}`}))})],
  }),
  'many claimants of one figure': (size) => ({
    sources: cited(size),
    actors: actors(size),
    measures,
    events: [event({})],
    figures: list(size, figure),
  }),
  'many questions': (size) => ({
    sources: cited(size),
    actors: actors(size),
    measures: list(size, (i) => ({...measures[0], id: `m${i}`})),
    events: [event({})],
    figures: list(size, (i) => ({...figure(i), id: `f${i}`, measure: `m${i}`})),
    questions: list(size, (i) => ({id: `q${i}`, question: `Question ${i}`, figures: [`f${i}`]})),
  }),
  'a figure of many parts': (size) => ({
    sources: cited(1),
    actors: actors(1),
    measures,
    events: [event({})],
    figures: [{...figure(0), value: size, breakdown: list(size, (i) => ({group: `g${i}`, value: 1}))}],
  }),
  'many categories': (size) => ({
    categories: list(size, (i) => ({id: `c${i}`, name: `Category ${i}`})),
    events: list(size, (i) => ({...event({category: `c${i}`}), id: `e${i}`})),
  }),
  'many corrections of one event': (size) => ({
    events: [event({corrections: list(size, (i) => ({date: '2025-01-01', text: `Correction ${i}`}))})],
  }),
  'many steps': (size) => ({
    events: list(size, (i) => ({...event({}), id: `e${i}`})),
    steps: list(size, (i) => ({id: `s${i}`, title: `Step ${i}`, select: `e${i}`})),
  }),
  'many ids that stand twice': (size) => ({events: list(size, () => event({}))}),
  'many references to nothing': (size) => ({events: [event({places: list(size, (i) => `p${i}`)})]}),
};

/** How they are read and said. Each time anew, as what was computed of a dataset is kept. */
const WAYS: Readonly<Record<string, (story: object) => () => unknown>> = {
  'questions of their figures': (story) => () => inquiriesOf(parsed(story)),
  'a page without scripts': (story) => () => listHtml(parsed(story), {open: true}),
  'what check says': (story) => {
    const tree = {cronomapa: 1, language: 'en', ...story};
    const places = {pathOf: (table: string, id: string) => `/${table}/${id}`, rowAt: (path: string) => path};
    return () => reviewDataset(parsed(story), tree, {}, places, '2025-12-31');
  },
};

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
    'the spaces between the commas of a date of TimelineJS 2',
    1,
    (size) => {
      const startDate = `2025${`,${' '.repeat(size)}`.repeat(6)}x`;
      return () => modernTimeline({timeline: {date: [{startDate}]}}, new Notes('slide'));
    },
  ],
  ...['[', 'm', '"', 'h'].map(
    (unit) =>
      [
        `a format of a spreadsheet, as ${unit}`,
        2000,
        (size: number) => {
          const cell = encoded(
            '<worksheet><sheetData><row><c s="0"><v>1</v></c></row></sheetData></worksheet>',
          );
          const book = {strings: [], formats: [`d${unit.repeat(size)}x`], is1904: false};
          return () => readSheet(cell, book);
        },
      ] as const,
  ),
  [
    'the quotations of an event from as many sources',
    60,
    (size) => {
      const cite = list(size, (i) => ({source: `s${i}`, quote: `Quotation ${i}`, locator: `p. ${i}`}));
      return () => quotationsBySource([...cite, ...cite]);
    },
  ],
  ...Object.entries(MANY).flatMap(([name, make]) =>
    Object.entries(WAYS).map(
      ([way, read]) => [`${name}, as ${way}`, 60, (size: number) => read(make(size))] as const,
    ),
  ),
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

/** What an import of these bytes takes, as the browser and the command do it. */
async function importTime(name: string, bytes: Uint8Array): Promise<number> {
  const input = inputOf(name, bytes);
  const run = await importers.find(({recognises}) => recognises(input))?.load();
  if (!run) throw new Error(`${name} is not recognised`);
  const start = processorTime();
  await run(input, {language: 'en'});
  return processorTime() - start;
}

const encoded = (text: string) => new TextEncoder().encode(text);
const slides = (slide: (text: string) => object) => (text: string) =>
  encoded(JSON.stringify({events: [slide(text)]}));
const headline = {headline: 'A', text: ''};
const start_date = {year: 2025};
const feature = (properties: object) =>
  encoded(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{type: 'Feature', geometry: {type: 'Point', coordinates: [1, 2]}, properties}],
    }),
  );
const kml = (inside: string) =>
  encoded(
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>${inside}</Placemark></Document></kml>`,
  );

const IMPORTED: readonly (readonly [name: string, file: string, make: (text: string) => Uint8Array])[] = [
  ['a headline', 'a.json', slides((text) => ({start_date, text: {headline: `A${text}b`, text: ''}}))],
  [
    'a caption',
    'a.json',
    slides((text) => ({start_date, text: headline, media: {url: 'a.jpg', caption: `A${text}b`}})),
  ],
  [
    'an address',
    'a.json',
    slides((text) => ({start_date, text: headline, media: {url: `https://a.example/${text}b`}})),
  ],
  ['a date of version 3', 'a.json', slides((text) => ({start_date: {year: `2025${text}b`}, text: headline}))],
  [
    'a date of version 2',
    'a.json',
    (text) => encoded(JSON.stringify({timeline: {date: [{startDate: `2025${text}b`, headline: 'A'}]}})),
  ],
  ['a name in GeoJSON', 'a.geojson', (text) => feature({name: `A${text}b`})],
  ['a time in GeoJSON', 'a.geojson', (text) => feature({name: 'A', time: `2025-01-01${text}b`})],
  ['a number in GeoJSON', 'a.geojson', (text) => feature({name: 'A', deaths: `1${text}b`})],
  ['a name in KML', 'a.kml', (text) => kml(`<name>A${text.replace(/[<&]/g, 'x')}b</name>`)],
  [
    'a description in KML',
    'a.kml',
    (text) => kml(`<name>A</name><description><![CDATA[A${text}b]]></description>`),
  ],
  [
    'coordinates in KML',
    'a.kml',
    (text) => kml(`<name>A</name><Point><coordinates>1,2${text.replace(/[<&]/g, '1')}</coordinates></Point>`),
  ],
  [
    'the head of a column',
    'a.csv',
    (text) => encoded(`Date,Event,"Deaths ${text.replaceAll('"', "'")} b"\n2025-01-02,A,3\n2025-01-03,B,4\n`),
  ],
  ...['Date', 'Event', 'Place', 'Coordinates', 'Deaths', 'Source', 'Link'].map(
    (column) =>
      [
        `a cell of ${column}`,
        'a.csv',
        (text: string) => {
          const row = (at: string, value: string) =>
            ['Date', 'Event', 'Place', 'Coordinates', 'Deaths', 'Source', 'Link']
              .map((name) =>
                name === column ? `"${value}"` : ({Date: at, Event: 'Flood', Deaths: '3'}[name] ?? ''),
              )
              .join(',');
          const usual =
            {
              Date: '2025-01-03',
              Event: 'A',
              Place: 'Porto',
              Coordinates: '1.5 2.5',
              Deaths: '4',
              Source: 'A',
              Link: 'https://a.example/1',
            }[column] ?? '';
          return encoded(
            `Date,Event,Place,Coordinates,Deaths,Source,Link\n${row('2025-01-02', `1${text.replaceAll('"', "'")}b`)}\n${row('2025-01-03', usual)}\n`,
          );
        },
      ] as const,
  ),
];

const UNITS = [
  ' ',
  '\n',
  '\t',
  ',',
  ',    ',
  '(',
  '( ',
  '[',
  '<',
  '<b>',
  '&',
  '-',
  '/',
  '1',
  '1 ',
  '1.',
  '.',
  ';',
  ':',
  'T',
  "'",
  '°',
  'a',
  'a ',
  '*',
  '_',
  '\u00a0',
];

test.each(IMPORTED)('%s that is imported takes time that grows with its length', async (_, name, make) => {
  for (const unit of UNITS) {
    const [short, long] = [SHORT / 10, (SHORT / 10) * GROWTH].map((size) =>
      make(unit.repeat(size / unit.length)),
    );
    if (!short || !long) throw new Error('nothing is made');
    let [shortTime, longTime] = [await importTime(name, short), await importTime(name, long)];
    const bound = () => Math.max(shortTime, NOISE) * MAX_SLOWDOWN;
    for (let turn = 0; turn < MAX_TURNS && longTime >= bound(); turn++) {
      shortTime = Math.min(shortTime, await importTime(name, short));
      longTime = Math.min(longTime, await importTime(name, long));
    }
    expect(longTime, `as ${JSON.stringify(unit)}`).toBeLessThan(bound());
  }
});

test('a title in thousands of languages, and as many events, take time that grows with their number', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const tagOf = (i: number) => [i / 676, (i / 26) % 26, i % 26].map((at) => letters[Math.floor(at)]).join('');
  const reading = (size: number) => {
    const title = Object.fromEntries(list(size, (i) => [tagOf(i), 'x']));
    const events = list(size, (i) => event({id: `e${i}`, title: {en: 'A'}}));
    return () => parseDataset({cronomapa: 1, language: 'en', title, events});
  };
  expectGrowth(reading(200), reading(200 * GROWTH));
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
    const start = processorTime();
    await run?.(input, {claimant: 'A'});
    return processorTime() - start;
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
