import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';

const data = resolve(import.meta.dirname, '../../data');
const load = (name: string): unknown => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8'));
const story = load('caracas-releases');
const record = load('venezuela-2024-2026');
const storm = load('maria-2017');
const {dataset: article} = parseDataset(story);
const {dataset: all} = parseDataset(record);
const {dataset: maria} = parseDataset(storm);

const RECORD_EVENTS =
  `election cne-bulletin-1 cne-proclamation opposition-73 protests carter-statement oas-0731
  us-0801 opposition-sheets cne-bulletin-2 ap-analysis maduro-2229 transfer-laguaira un-panel oas-0816 tsj
  transfer-yare eu-0829 transfer-apure transfer-carabobo exile ep-resolution release-2024-11-16 us-1119
  release-2024-12 inauguration release-2025-01-25 carter-final release-2025-03-03 swap-2025-07
  false-alarm-tocoron blockade release-2025-12-25 fp-61 release-2026-01-01 capture rodriguez
  announce-2026-01-08 release-2026-01-12 release-2026-01-25 amnesty-proposal release-2026-02-04 amnesty-law
  attorney-general-2026-02-25 fp-568 amnesty-counts`.split(/\s+/);

/** Of rows that readers have seen and that are gone: never to be used again. */
const RETIRED = ['cum26-fp-2026-01-12', 'dla-1223', 'swap-plan', 'uvl-carab'];

/** Every text of the file but the sources' own titles, each with its JSON pointer. */
function* texts(value: unknown, path = ''): Generator<[path: string, text: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${path}/${key}`;
    const isText =
      /^(title|text|name|note|question|group|summary|obscured|definition|alt|caption|label)$/.test(key);
    // A quote is as it was said.
    if (/\/media\/\d+\/text$/.test(at)) continue;
    if (/^\/(sources\/\d+\/title|steps\/\d+\/question|(authors|editors)\/.*)$/.test(at)) continue;
    if (isText) yield [at, child];
    else yield* texts(child, at);
  }
}

describe.each([
  ['caracas-releases', story, article],
  ['venezuela-2024-2026', record, all],
  ['maria-2017', storm, maria],
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

  test('every event, figure, place and definition cites a source with a short quote', () => {
    const sources = new Set(dataset.sources.map(({id}) => id));
    const defined = dataset.actors.filter(({definition}) => definition !== undefined);
    const {events, figures, places, shapes, routes} = dataset;
    for (const {id, cite = []} of [...events, ...figures, ...places, ...shapes, ...routes, ...defined]) {
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
      [...dataset.events, ...dataset.figures, ...dataset.places, ...dataset.actors].flatMap(({cite = []}) =>
        cite.map(({source}) => source),
      ),
    );
    expect(dataset.sources.map(({id}) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  test('ids are used once', () => {
    const {events, figures, places, sources, actors, measures, questions, categories} = dataset;
    for (const rows of [events, figures, places, sources, actors, measures, questions, categories]) {
      const ids = rows.map(({id}) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => RETIRED.includes(id))).toEqual([]);
    }
  });

  test('a source without a link says why, and its headline stays in its language', () => {
    for (const {id, url, note, title, language} of dataset.sources) {
      expect(url !== undefined || note !== undefined, id).toBe(true);
      expect([typeof title, language], id).toEqual(['string', expect.stringMatching(/^[a-z]{2}$/)]);
    }
  });

  test('can be cited', () => {
    expect(dataset).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      license: 'CC-BY-4.0',
      licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
      updated: '2026-11-28',
    });
    for (const {id, accessed} of dataset.sources) expect(accessed, id).toMatch(/^2026-11-2\d$/);
    for (const {id, confidence} of dataset.figures) expect(confidence, id).toMatch(/^(high|medium|low)$/);
  });

  test('parts add up to their figure', () => {
    for (const {id, value, breakdown} of dataset.figures)
      if (breakdown.length)
        expect(
          breakdown.reduce((sum, part) => sum + part.value, 0),
          id,
        ).toBe(value);
  });
});

describe('the story of the article', () => {
  test('rests on the article alone', () => {
    for (const {id, cite} of [...article.events, ...article.figures])
      for (const {source} of cite) expect(source, id).toBe('mercopress');
  });

  test('71 is 65 from Tocorón, 3 from Las Crisálidas and 3 in La Guaira, as both groups say', () => {
    const released = article.figures.find(({id}) => id === 'r71');
    expect(released).toMatchObject({
      event: 'release-2025-12-25',
      date: '2025-12-25',
      actor: 'mothers-and-foro-penal',
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
      'mothers-and-foro-penal =71',
      'foro-penal =902',
      'cne ~6400000',
      'opposition >7000000',
    ]);
  });

  test('draws only the prison with a sourced site as a site', () => {
    expect(article.places.map(({id, precision, radius}) => [id, precision, radius])).toEqual([
      ['tocoron', 'site', 1000],
      ['las-crisalidas', 'locality', 4500],
      ['la-guaira', 'region', 19000],
    ]);
  });
});

describe('the record', () => {
  test('holds all events and all figures', () => {
    expect(all.events.map(({id}) => id)).toEqual(RECORD_EVENTS);
    expect(all.figures).toHaveLength(164);
    expect(all.questions).toHaveLength(15);
  });

  test('tells the release of 25 December 2025 by all who counted', () => {
    const claims = all.questions.find(({id}) => id === 'rel-2025-12-25')?.figures;
    const values = all.figures.filter(({id}) => claims?.includes(id)).map(({value}) => value);
    expect(values.toSorted((a, b) => a - b)).toEqual([45, 60, 61, 63, 69, 71, 72, 75, 99]);
  });

  test.each([
    ['women', [3, 9, 15, 21]],
    ['teens', [3, 3, 3, 3]],
  ])('answers how many %s were released by the numbers of those, not of all', (who, values) => {
    const asked = all.questions.find(({id}) => id === `rel-2025-12-25-${who}`)?.figures ?? [];
    const answers = asked.map((id) => all.figures.find((figure) => figure.id === id));
    expect(answers.map((figure) => figure?.value)).toEqual(values);
    expect(answers.map((figure) => figure?.actor)).toEqual([
      'committee-of-mothers',
      'clippve-mdz',
      'foro-penal',
      'clippve',
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
    const official = /^(acting-president|assembly-president|interior-minister)$/;
    const measures = (government: boolean) =>
      new Set(
        all.figures
          .filter(({id, actor = ''}) => id.startsWith('cum26-') && official.test(actor) === government)
          .map(({measure}) => measure),
      );
    expect(measures(false)).toEqual(new Set(['releases-since-2026-01-08']));
    expect(measures(true)).toEqual(
      new Set(['releases-since-2025-12', 'releases-before-2025-12', 'releases-since-2025-11']),
    );
  });

  test('says why the withdrawn event was withdrawn', () => {
    const withdrawn = all.events.filter(({status}) => status === 'withdrawn');
    expect(withdrawn.map(({id, corrections}) => [id, corrections.length])).toEqual([
      ['false-alarm-tocoron', 1],
    ]);
  });
});

describe('the storm', () => {
  test('its track is the rows of the hurricane database, one part going on where the one before ends', () => {
    const rows = maria.figures
      .filter(({measure}) => measure === 'wind')
      .map(({cite, date, value}) => ({quote: cite[0]?.quote ?? '', date, value}));
    expect(rows).toHaveLength(26);
    for (const {quote, date, value} of rows) {
      const [day = '', time = '', , , , , knots] = quote.split(',').map((each) => each.trim());
      const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2)}Z`;
      expect([date, value], quote).toEqual([iso, Number(knots)]);
    }
    const tracks = maria.shapes.filter(({id}) => id.startsWith('track-'));
    const lines = tracks.map(({geometry}) => geometry?.coordinates as [lon: number, lat: number][]);
    for (const [i, line] of lines.slice(1).entries()) expect(line[0]).toEqual(lines[i]?.at(-1));
    const points = new Set(lines.flat().map(([lon, lat]) => `${lat.toFixed(1)}N ${(-lon).toFixed(1)}W`));
    for (const {quote} of rows.slice(0, -1)) {
      const [, , , , lat = '', lon = ''] = quote.split(',').map((each) => each.trim());
      expect(points).toContain(`${lat} ${lon}`);
    }
  });

  test('what is drawn by hand says so', () => {
    for (const {id, precision, note} of maria.shapes.filter(({category}) => category === 'flood'))
      expect([precision, note], id).toEqual([
        'district',
        {en: expect.stringMatching(/^Drawn by hand/), es: expect.stringMatching(/^Trazada a mano/)},
      ]);
  });

  test('never gives one measure to deaths that are counted in different ways', () => {
    const values = (measure: string) =>
      maria.figures.filter((figure) => figure.measure === measure).map(({value}) => value);
    expect(values('counted-deaths')).toEqual([6, 16, 34, 43, 45, 48, 51, 55, 55, 55, 62, 64, 64]);
    expect(values('excess-since-landfall')).toEqual([985, 1052, 4645, 3400]);
    expect(values('excess-since-september')).toEqual([1139, 1427, 2975, 2975]);
  });
});

describe('the earthquakes', () => {
  const [first = '', ...rows] = readFileSync(join(data, 'earthquakes-2018.ndjson'), 'utf8')
    .trim()
    .split('\n');
  const tables: Record<string, unknown[]> = {};
  for (const row of rows) {
    const [table = '', value] = Object.entries(JSON.parse(row) as object)[0] ?? [];
    tables[table] ??= [];
    tables[table].push(value);
  }
  const {dataset, issues} = parseDataset({...(JSON.parse(first) as object), ...tables});

  test('are all there with nothing to correct, each with the page about it', () => {
    expect(issues.filter(({severity}) => severity !== 'info')).toEqual([]);
    expect(dataset.events).toHaveLength(1707);
    const addresses = new Map(dataset.sources.map(({id, url}) => [id, url]));
    for (const {id, cite, places, interval} of dataset.events) {
      const page = `https://earthquake.usgs.gov/earthquakes/eventpage/${id}`;
      expect([cite.map(({source}) => addresses.get(source)), places]).toEqual([[page], [id]]);
      expect(interval, id).toBeDefined();
    }
  });

  test('stand under the class of their magnitude', () => {
    const least = {strong: 6, moderate: 5, light: 4, minor: 3, micro: -Infinity};
    const magnitudes = new Map(
      dataset.figures
        .filter(({measure}) => /^m[bdlw]/.test(measure ?? ''))
        .map(({event, value}) => [event, value]),
    );
    expect(magnitudes.size).toBe(1707);
    for (const {id, category} of dataset.events) {
      const magnitude = magnitudes.get(id) ?? Number.NaN;
      const found = Object.entries(least).find(([, from]) => magnitude >= from)?.[0];
      if (category !== 'blast') expect(category, id).toBe(found);
    }
    expect(dataset.events.filter(({category}) => category === 'blast')).toHaveLength(28);
  });
});

test('CITATION.cff names the versions that there are', () => {
  const read = (path: string) => readFileSync(join(data, '..', path), 'utf8');
  const [own, references = ''] = read('CITATION.cff').split('references:');
  const {version} = JSON.parse(read('package.json')) as {version: string};
  expect(own).toMatch(new RegExp(`^version: ${version}$`, 'm'));
  for (const {title, version: of = ''} of [article, all, maria]) {
    const english = typeof title === 'string' ? title : (title?.en ?? '');
    const [, entry = ''] = references.split(english);
    expect(entry.split('- type:')[0], english).toContain(`version: ${of}\n`);
  }
});
