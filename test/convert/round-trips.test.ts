import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type ExportReport, exportTo, importers, inputOf} from '../../src/convert/index.js';
import {type Dataset, parseDataset, type Row, type Text} from '../../src/core/dataset/index.js';
import {intervalOf} from '../../src/core/time/index.js';
import {chooseText, plainText} from '../../src/i18n/index.js';

/** Words that programs take for something else. */
const HOSTILE = [
  '=cmd|"/c calc"!A0',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "'=x",
  "''",
  '\t=1',
  '＝1',
  'a "quoted", cell',
  'two\r\nlines\nand\n\nmore',
  '<b>bold</b> & <script>alert(1)</script>',
  '&amp; &lt;i&gt;',
  'a < b > c',
  '__proto__',
  'constructor',
  'half \ud800 letter',
  'bell \u0007',
  'ñandú 你好 مرحبا',
  '*star* and _under_',
  '**strong** [a link](https://example.org/a?b=1&c=2) after',
  '\\*escaped\\* [brackets]',
  'Total',
  '2025-01-01',
  '12',
  'a; b',
  'https://example.org/words',
];
const word = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...HOSTILE)},
  {weight: 1, arbitrary: fc.string({unit: 'grapheme', minLength: 1, maxLength: 12})},
);
const text: fc.Arbitrary<Text> = fc.oneof(
  word,
  fc.record({es: word, ar: word}),
  fc.record({en: word, es: word}),
);

const DATES = [
  '2025-12-25',
  '2025-12',
  '2025',
  '0033',
  '2025-12-25T10:30',
  '2025-12-25T00:00Z',
  '2025-12-25T10:30:05.25-04:00',
  '2025-12-24/2025-12-26',
  '2024-07/2025',
  '2014/..',
  '../1850',
  '1914/',
  '1850~',
  '1850?',
  '2024-03%',
  '1850~/1860?',
  '2023-21',
  '2024-24~',
  '202X',
  '19XX',
  '-195X',
  '2024-XX',
  '2024-07-XX',
  '-0299',
  '-0043-03-15',
  '0000',
  'Y12024',
  'Y-12345678',
  'Y-17E7',
  '1950S2',
];

/** Datasets in which names tell rows apart. */
const stories = fc
  .record({
    places: fc.array(
      fc.record(
        {
          name: text,
          at: fc.option(fc.record({lat: degrees(89), lon: degrees(179)}), {nil: undefined}),
          radius: fc.integer({min: 1, max: 100_000}),
          precision: fc.constantFrom('site', 'locality', 'region'),
        },
        {requiredKeys: ['name', 'at']},
      ),
      {maxLength: 4},
    ),
    sources: fc.array(fc.record({title: text, hasUrl: fc.boolean()}), {maxLength: 4}),
    categories: fc.array(text, {minLength: 1, maxLength: 3}),
    measures: fc.array(text, {maxLength: 2}),
    actors: fc.array(text, {minLength: 1, maxLength: 2}),
    events: fc.array(
      fc.record(
        {
          date: fc.constantFrom(...DATES),
          category: fc.nat(),
          title: text,
          text,
          places: fc.array(fc.nat({max: 3}), {maxLength: 3}),
          status: fc.constantFrom('confirmed', 'disputed', 'withdrawn'),
          cite: fc.array(fc.nat({max: 3}), {maxLength: 3}),
          media: fc.array(
            fc.record({
              kind: fc.nat({max: 4}),
              alt: text,
              caption: text,
              credit: text,
              hasWarning: fc.boolean(),
            }),
            {maxLength: 2},
          ),
          links: fc.boolean(),
          values: fc.array(
            fc.integer().map((value) => value / 1000),
            {maxLength: 4},
          ),
        },
        {requiredKeys: ['title', 'places', 'cite', 'media', 'values', 'links']},
      ),
      {minLength: 1, maxLength: 5},
    ),
  })
  .map(storyOf);

function degrees(max: number) {
  return fc.integer({min: -max * 1000, max: max * 1000}).map((value) => (value || 1) / 1000);
}

/** A medium of each kind that others hold; quotes in GeoJSON and TimelineJS alone. */
const MEDIA: readonly ((name: string, alt: Text) => Row)[] = [
  (name, alt) => ({type: 'image', src: `https://example.org/${name}.jpg`, alt}),
  (name, alt) => ({type: 'video', src: `https://example.org/${name}.mp4`, alt, poster: 'still.jpg'}),
  (name, alt) => ({type: 'embed', src: `https://www.youtube.com/watch?v=abcdefg${name}`, alt}),
  (name, alt) => ({type: 'document', src: `https://example.org/${name}.pdf`, alt}),
  (_, text) => ({type: 'quote', text}),
];

const COMPARATORS = ['=', '>=', '~', '<'];

/** A text that no other row has. */
const told = (words: Text, own: string): Text =>
  typeof words === 'string'
    ? `${words} ${own}`
    : Object.fromEntries(Object.entries(words).map(([tag, each]) => [tag, `${each} ${own}`]));

type Drawn = {
  places: {name: Text; at: {lat: number; lon: number} | undefined; radius?: number; precision?: string}[];
  sources: {title: Text; hasUrl: boolean}[];
  categories: Text[];
  measures: Text[];
  actors: Text[];
  events: {
    date?: string;
    category?: number;
    title: Text;
    text?: Text;
    places: number[];
    status?: string;
    cite: number[];
    media: {kind: number; alt: Text; caption: Text; credit: Text; hasWarning: boolean}[];
    links: boolean;
    values: number[];
  }[];
};

function storyOf({places, sources, categories, measures, actors, events}: Drawn): Row {
  const within = (ids: readonly number[], count: number, name: string) =>
    [...new Set(ids.filter((id) => id < count))].map((id) => `${name}${id}`);
  return {
    cronomapa: 1,
    language: 'en',
    title: {en: 'A story', es: 'Una historia'},
    places: places.map(({name, at, ...more}, i) => ({
      id: `p${i}`,
      name: told(name, `place ${i}`),
      ...at,
      ...(at ? more : {}),
    })),
    sources: sources.map(({title, hasUrl}, i) => ({
      id: `s${i}`,
      title: told(title, `source ${i}`),
      ...(hasUrl && {url: `https://example.org/${i}?a=1,2;3`}),
    })),
    categories: categories.map((name, i) => ({id: `c${i}`, name: told(name, `category ${i}`)})),
    measures: measures.map((name, i) => ({
      id: `m${i}`,
      name: told(name, `measure ${i}`),
      kind: 'stock',
      ...(i > 0 && {unit: 'km/h'}),
    })),
    actors: actors.map((name, i) => ({id: `a${i}`, name: told(name, `actor ${i}`)})),
    events: events.map(({date, category, title, text: body, media, links, status, ...event}, i) => ({
      id: ['__proto__', 'constructor', 'total', 'e=1'][i] ?? `e${i}`,
      ...(date !== undefined && {date}),
      ...(category !== undefined && {category: `c${category % categories.length}`}),
      title: told(title, `event ${i}`),
      ...(body !== undefined && {text: body}),
      ...(status !== undefined && {status}),
      places: within(event.places, places.length, 'p'),
      cite: within(event.cite, sources.length, 's').map((source) => ({source})),
      media: media.map(({kind, alt, caption, credit, hasWarning}, j) => ({
        ...MEDIA[kind]?.(`${i}-${j}`, alt),
        caption,
        credit,
        ...(hasWarning && {warning: 'Blood'}),
      })),
      ...(links && i > 0 && {links: [{to: '__proto__'}]}),
    })),
    figures: events.flatMap(({values}, i) =>
      values.flatMap((value, j) => {
        const [measure, actor] = [j % 2, Math.floor(j / 2)];
        if (measure >= measures.length || actor >= actors.length) return [];
        return [
          {
            id: `f${i}-${j}`,
            event: ['__proto__', 'constructor', 'total', 'e=1'][i] ?? `e${i}`,
            measure: `m${measure}`,
            actor: `a${actor}`,
            value,
            comparator: COMPARATORS[(i + j) % 4],
          },
        ];
      }),
    ),
  };
}

/** Words as readers see them; signs that no file holds are replaced. */
const words = (of: Text | undefined): string =>
  plainText(chooseText(of, 'en', 'en').text.replace(/(?![\n\r\t])[\p{Surrogate}\p{Cc}]/gu, '\ufffd'))
    .replace(/\s+/g, ' ')
    .trim();

const codesOf = ({notes}: ExportReport) => notes.map(({code}) => code);

async function thereAndBack(story: Row, kind: string) {
  const {dataset: before} = parseDataset(story);
  const {content, extension, report} = await exportTo(before, kind);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const input = inputOf(`story.${extension}`, bytes);
  const importer = importers.find(({recognises}) => recognises(input));
  const made = await (await importer?.load())?.(input, {language: 'en'});
  const {dataset: after, issues} = parseDataset(made?.dataset ?? {cronomapa: 1});
  // Why something is withdrawn is not in these formats.
  const known = ['dataset-empty', 'withdrawn-without-correction'];
  expect(issues.filter(({severity, code}) => severity === 'error' && !known.includes(code))).toEqual([]);
  return {before, after, report, content, importer: importer?.name, imported: made?.report};
}

const byId = <T extends {readonly id: string}>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]));
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

/** What all formats hold of an event, in words and values. */
function coreOf({categories}: Dataset, event: Dataset['events'][number]) {
  const category = byId(categories).get(event.category ?? '');
  return {title: words(event.title), category: category && words(category.name)};
}

function placesOf({places}: Dataset, event: Dataset['events'][number]) {
  return sorted(
    event.places.map((id) => {
      const {name, lat, lon, radius, precision} = byId(places).get(id) ?? {name: ''};
      // Signs that divide places are replaced, and named.
      const plain = words(name).replaceAll(';', ',').replaceAll('<', '‹').replaceAll('>', '›');
      return [plain, lat, lon, radius, precision];
    }),
  );
}

function sourcesOf({sources}: Dataset, event: Dataset['events'][number]) {
  return sorted(
    event.cite.map(({source}) => {
      const {title, url} = byId(sources).get(source) ?? {title: ''};
      return [words(title), url];
    }),
  );
}

const mediaOf = ({media}: Dataset['events'][number]) =>
  media
    .filter(({warning}) => warning === undefined)
    .map((medium) => {
      const {type, src, caption, credit} = medium;
      const said = medium.type === 'quote' ? medium.text : medium.alt;
      return [type, src, words(said), words(caption), words(credit)];
    });
const isNoQuote = ([type]: readonly unknown[]) => type !== 'quote';

function figuresOf({figures, measures, actors}: Dataset, event: string) {
  return sorted(
    figures
      .filter((figure) => figure.event === event)
      .map(({measure = '', actor, value, comparator}) => {
        const {name = '', unit} = byId(measures).get(measure) ?? {};
        // In a header brackets are of units.
        const plain = (of: Text) =>
          words(of)
            .replace(/[()[\]]/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
        return [plain(name), unit, plain(byId(actors).get(actor)?.name ?? ''), value, comparator];
      }),
  );
}

const RUNS = {numRuns: 30, seed: 18};

describe.each(['csv', 'xlsx'])('to %s and back', (kind) => {
  test('nothing is lost that a table holds, and the rest is named', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const {before, after, report, importer} = await thereAndBack(story, kind);
        expect(importer).toBe(kind === 'csv' ? 'table' : 'xlsx');
        expect(after.events.map(({id}) => id)).toEqual(before.events.map(({id}) => id));
        for (const [i, event] of before.events.entries()) {
          const back = after.events[i] as typeof event;
          expect(back.date).toBe(event.date);
          expect(coreOf(after, back)).toEqual(coreOf(before, event));
          expect(words(back.text)).toBe(words(event.text));
          expect(back.status).toBe(event.status);
          expect(placesOf(after, back)).toEqual(placesOf(before, event));
          expect(mediaOf(back)).toEqual(mediaOf(event).filter(isNoQuote));
          if (event.cite.length > 0) expect(sourcesOf(after, back)).toEqual(sourcesOf(before, event));
          expect(figuresOf(after, event.id)).toEqual(figuresOf(before, event.id));
        }
        const codes = codesOf(report);
        expect(codes.includes('events-links-lost')).toBe(before.events.some(({links}) => links.length > 0));
        expect(codes.includes('media-with-warning')).toBe(
          before.events.some(({media}) => media.some(({warning}) => warning !== undefined)),
        );
        const seen = before.events.flatMap(mediaOf);
        expect(codes.includes('media-lost')).toBe(!seen.every(isNoQuote));
        expect(codes.includes('media-details-lost')).toBe(seen.some(([type]) => type === 'video'));
        expect(codes).toContain('head-lost');
      }),
      RUNS,
    );
  });
});

/** Whether a date says no more than another, and is marked as uncertain and approximate where that is. */
function isNoFiner(date: string | undefined, than: string | undefined): boolean {
  if (date === than) return true;
  const [one, other] = [date, than].map((each) => each && intervalOf(each));
  const isMarked = /[?~%X]|-2[1-4]$|S\d/.test(than ?? '');
  return Boolean(!isMarked && one && other && one.start === other.start && one.end === other.end);
}

test('to GeoJSON and back nothing is lost that it holds, and the rest is named', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const {before, after, report, importer} = await thereAndBack(story, 'geojson');
      expect(importer).toBe('geojson');
      expect(words(after.title)).toBe('A story');
      expect(after.events.map(({id}) => id)).toEqual(before.events.map(({id}) => id));
      for (const [i, event] of before.events.entries()) {
        const back = after.events[i] as typeof event;
        expect(back.date).toBe(event.date);
        expect(coreOf(after, back)).toEqual(coreOf(before, event));
        expect(back.text === undefined ? words(back.title) : words(back.text)).toBe(
          event.text === undefined ? words(event.title) : words(event.text),
        );
        expect(back.status).toBe(event.status);
        expect(placesOf(after, back)).toEqual(placesOf(before, event));
        expect(mediaOf(back)).toEqual(mediaOf(event));
        expect(sourcesOf(after, back)).toEqual(sourcesOf(before, event));
      }
      expect(codesOf(report).includes('figures-lost')).toBe(before.figures.length > 0);
    }),
    RUNS,
  );
});

test('to TimelineJS and back nothing is lost that it holds, and the rest is named', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const {before, after, report} = await thereAndBack(story, 'timelinejs');
      const slides = before.events.filter(
        ({when, status}) =>
          when && (when.kind === 'date' || typeof when.start === 'object') && status !== 'withdrawn',
      );
      expect(report.written).toBe(slides.length);
      expect(after.events.map(({id}) => id)).toEqual(slides.map(({id}) => id));
      for (const [i, event] of slides.entries()) {
        const back = after.events[i] as typeof event;
        expect([back.date, event.date, isNoFiner(back.date, event.date)]).toEqual([
          back.date,
          event.date,
          true,
        ]);
        expect(coreOf(after, back)).toEqual(coreOf(before, event));
        expect(words(back.text)).toContain(words(event.text));
        const [first] = mediaOf(event);
        expect(mediaOf(back)).toEqual(first ? [first] : []);
        // The words of a link have no brackets.
        // The words of a link have no brackets.
        const bare = (of: Text | undefined) => words(of).replace(/[()[\]]/g, '');
        for (const {source} of event.cite)
          expect(bare(back.text)).toContain(bare(byId(before.sources).get(source)?.title));
      }
      const codes = codesOf(report);
      expect(codes.includes('events-undated')).toBe(
        before.events.some(({when, status}) => !when && status !== 'withdrawn'),
      );
      expect(codes.includes('events-places-lost')).toBe(before.events.some(({places}) => places.length > 0));
      expect(codes.includes('events-withdrawn')).toBe(
        before.events.some(({status}) => status === 'withdrawn'),
      );
    }),
    RUNS,
  );
});
