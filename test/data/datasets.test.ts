import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';

const data = resolve(import.meta.dirname, '../../data');
const load = (name: string): unknown => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8'));
const story = load('caracas-releases');
const record = load('venezuela-2024-2026');
const {dataset: article} = parseDataset(story);
const {dataset: all} = parseDataset(record);

const RECORD_EVENTS =
  `election cne-bulletin-1 cne-proclamation opposition-73 protests carter-statement oas-0731
  us-0801 opposition-sheets cne-bulletin-2 ap-analysis maduro-2229 transfer-laguaira un-panel oas-0816 tsj
  transfer-yare eu-0829 transfer-apure transfer-carabobo exile ep-resolution release-2024-11-16 us-1119
  release-2024-12 inauguration release-2025-01-25 carter-final release-2025-03-03 swap-2025-07
  false-alarm-tocoron blockade release-2025-12-25 fp-61 release-2026-01-01 capture rodriguez
  announce-2026-01-08 release-2026-01-12 release-2026-01-25 amnesty-proposal release-2026-02-04 amnesty-law
  fp-568 amnesty-counts`.split(/\s+/);

/**
 * SHA-256 of the addresses, as `addressHash` takes them, of pages that print names of minors, or of detained or
 * released people who are not public figures: never to be linked to.
 */
const NEVER_LINKED = new Set([
  '488a089001921d1211068c765288fbd4b073b3d594439fe0e8d9e4ec51582fb8',
  'b78333fb43b6f59598e094871b1e15ae127a5b028be871b3d1ac805406dc3bff',
  'c5c383f82d58e9877465966d013351b35efc70a122e909575410948ec1a50c75',
  'c9e6ce4f59ac9f65c288192a31576c900953a9f74effa5e9c27506f816818206',
  'eefe01e604e5a0a4b8c2d95c8e5e401e750c920f454dc6686ea9bfc97f4564ae',
  'fa1c0902f07f4f0a8bfde75b0d2e34b1c7f53f450e32a21498e7b08a0783bd2e',
]);

const addressHash = (url: string) =>
  createHash('sha256')
    .update(
      url
        .replace(/^https?:\/\/(www\.)?/i, '')
        .replace(/#.*$/, '')
        .replace(/\/+$/, '')
        .toLowerCase(),
    )
    .digest('hex');

/** Every text of the file but the sources' own titles, each with its JSON pointer. */
function* texts(value: unknown, path = ''): Generator<[path: string, text: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${path}/${key}`;
    const isText = /^(title|text|name|note|question|group|summary|obscured)$/.test(key);
    if (isText && !/^\/(sources|authors)\//.test(at)) yield [at, child];
    else yield* texts(child, at);
  }
}

describe.each([
  ['caracas-releases', story, article],
  ['venezuela-2024-2026', record, all],
] as const)('%s', (_name, json, dataset) => {
  test('parses with no error and no warning', () => {
    const faults = parseDataset(json).issues.filter(
      ({severity}) => severity === 'error' || severity === 'warning',
    );
    expect(faults).toEqual([]);
  });

  test('every text is there in English and Spanish', () => {
    const found = [...texts(json)];
    expect(found.length).toBeGreaterThan(40);
    for (const [path, text] of found)
      expect(text, path).toEqual({en: expect.stringMatching(/\S/), es: expect.stringMatching(/\S/)});
  });

  test('titles are short enough for a label', () => {
    for (const {title} of dataset.events)
      for (const text of Object.values(title)) expect(text.length, text).toBeLessThanOrEqual(60);
  });

  test('every event, figure and place cites a source with a short quote', () => {
    const sources = new Set(dataset.sources.map(({id}) => id));
    for (const {id, cite = []} of [...dataset.events, ...dataset.figures, ...dataset.places]) {
      expect(cite.length, id).toBeGreaterThan(0);
      for (const {source, quote = ''} of cite) {
        expect(sources, id).toContain(source);
        expect(quote, id).toMatch(/\S/);
        expect(quote.length, quote).toBeLessThanOrEqual(120);
      }
    }
  });

  test('every source is cited', () => {
    const cited = new Set(
      [...dataset.events, ...dataset.figures, ...dataset.places].flatMap(({cite = []}) =>
        cite.map(({source}) => source),
      ),
    );
    expect(dataset.sources.map(({id}) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  test('ids are used once', () => {
    const {events, figures, places, sources, actors, measures, questions, categories} = dataset;
    for (const rows of [events, figures, places, sources, actors, measures, questions, categories])
      expect(new Set(rows.map(({id}) => id)).size).toBe(rows.length);
  });

  test('parts add up to their figure', () => {
    for (const {id, value, breakdown} of dataset.figures)
      if (breakdown.length)
        expect(
          breakdown.reduce((sum, part) => sum + part.value, 0),
          id,
        ).toBe(value);
  });

  test('links to no page that prints names to be kept out', () => {
    for (const {id, url} of dataset.sources)
      if (url !== undefined) expect(NEVER_LINKED, id).not.toContain(addressHash(url));
  });
});

test('the hash of an address ignores scheme, www, fragment and last slash', () => {
  expect(addressHash('https://www.example.org/A/#top')).toBe(addressHash('http://example.org/a'));
});

describe('the story of the article', () => {
  test('rests on the article alone', () => {
    for (const {id, cite} of [...article.events, ...article.figures])
      for (const {source} of cite) expect(source, id).toBe('mercopress');
  });

  test('71 is 65 from Tocorón, 3 from Las Crisálidas and 3 in La Guaira, as the mothers say', () => {
    const released = article.figures.find(({id}) => id === 'r71');
    expect(released).toMatchObject({
      event: 'release-2025-12-25',
      date: '2025-12-25',
      actor: 'committee-of-mothers',
      value: 71,
    });
    expect(released?.breakdown.map(({place, value}) => [place, value])).toEqual([
      ['tocoron', 65],
      ['las-crisalidas', 3],
      ['la-guaira', 3],
    ]);
  });

  test('gives the other figures to those who claim them', () => {
    expect(article.figures.map(({actor, comparator, value}) => `${actor} ${comparator}${value}`)).toEqual([
      'committee-of-mothers =71',
      'foro-penal =902',
      'cne ~6400000',
      'opposition >7000000',
    ]);
  });

  test('draws only the prison with a sourced site as a site', () => {
    expect(article.places.map(({id, precision, radius}) => [id, precision, radius])).toEqual([
      ['tocoron', 'site', 1000],
      ['las-crisalidas', 'locality', 4500],
      ['la-guaira', 'district', 10000],
    ]);
  });
});

describe('the record', () => {
  test('holds all events and all figures', () => {
    expect(all.events.map(({id}) => id)).toEqual(RECORD_EVENTS);
    expect(all.figures).toHaveLength(144);
    expect(all.questions).toHaveLength(15);
  });

  test('tells the release of 25 December 2025 by all who counted', () => {
    const claims = all.questions.find(({id}) => id === 'rel-2025-12-25')?.figures;
    const values = all.figures.filter(({id}) => claims?.includes(id)).map(({value}) => value);
    expect(values.toSorted((a, b) => a - b)).toEqual([45, 60, 61, 69, 71, 72, 75, 99]);
  });

  test.each([
    ['women', [3, 9, 15]],
    ['teens', [3, 3, 3]],
  ])('answers how many %s were released by the numbers of those, not of all', (who, values) => {
    const asked = all.questions.find(({id}) => id === `rel-2025-12-25-${who}`)?.figures ?? [];
    const answers = asked.map((id) => all.figures.find((figure) => figure.id === id));
    expect(answers.map((figure) => figure?.value)).toEqual(values);
    expect(answers.map((figure) => figure?.actor)).toEqual([
      'committee-of-mothers',
      'clippve-mdz',
      'foro-penal',
    ]);
  });

  test('agrees with the story of the article', () => {
    const mothers = all.figures.find(({id}) => id === 'r251225-cm71');
    expect(mothers?.breakdown.map(({place, value}) => [place, value])).toEqual(
      article.figures.find(({id}) => id === 'r71')?.breakdown.map(({place, value}) => [place, value]),
    );
    for (const {id, lat, lon, radius} of article.places)
      expect(all.places.find((place) => place.id === id)).toMatchObject({lat, lon, radius});
  });

  test('never gives one measure to totals that start on different dates', () => {
    const official = /^(acting-president|interior-minister)$/;
    const measures = (government: boolean) =>
      new Set(
        all.figures
          .filter(({id, actor = ''}) => id.startsWith('cum26-') && official.test(actor) === government)
          .map(({measure}) => measure),
      );
    expect(measures(false)).toEqual(new Set(['releases-since-2026-01-08']));
    expect(measures(true)).toEqual(new Set(['releases-since-2025-12', 'releases-since-2025-11']));
  });

  test('says why the withdrawn event was withdrawn', () => {
    const withdrawn = all.events.filter(({status}) => status === 'withdrawn');
    expect(withdrawn.map(({id, corrections}) => [id, corrections.length])).toEqual([
      ['false-alarm-tocoron', 1],
    ]);
  });
});
