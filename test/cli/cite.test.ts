import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Dataset, parseDataset} from '../../src/core/dataset/index.js';
import {command} from './command.js';

const root = resolve(import.meta.dirname, '../..');
const clean = join(root, 'test/core/dataset/fixtures/clean.json');
const stories = ['caracas-releases', 'venezuela-2024-2026'].map((name) => join(root, `data/${name}.json`));
const read = (path: string): Dataset =>
  parseDataset(JSON.parse(readFileSync(path, 'utf8')) as unknown).dataset;

const cite = (path: string, ...more: string[]) => command(['cite', path, ...more]);
/** The files that it writes. */
async function packageOf(path: string, stdin = ''): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  expect(await command(['cite', path, '-o', '/package'], {stdin, files})).toMatchObject({status: 0, out: ''});
  return files;
}
const citeText = (story: unknown, ...more: string[]) =>
  command(['cite', '-', ...more], {stdin: JSON.stringify(story)});

/** Parses a CSV file by RFC 4180, independently of the code that wrote it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i++;
    } else cell += character;
  }
  expect([row, cell, isQuoted]).toEqual([[], '', false]);
  return rows;
}

describe('a story that says all of itself', () => {
  test('as a line', async () => {
    const {status, out, err} = await cite(clean);
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(
      'A newsroom (2025). A story with every field (version 1.2.0, updated 2025-12-26) [Data set]. https://doi.org/10.5555/clean Licence: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/\n',
    );
  });

  test('in another of its languages', async () => {
    expect((await cite(clean, '--language', 'es')).out).toContain('Una historia con todos los campos');
  });

  test('as BibTeX', async () => {
    expect((await cite(clean, '--format', 'bibtex')).out).toBe(
      [
        '@misc{clean-2025,',
        '  author = {{A newsroom}},',
        '  title = {{A story with every field}},',
        '  year = {2025},',
        '  date = {2025-12-26},',
        '  version = {1.2.0},',
        '  doi = {10.5555/clean},',
        '  url = {https://doi.org/10.5555/clean},',
        '  note = {Data set. Licence: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/},',
        '}\n',
      ].join('\n'),
    );
  });

  test('as CSL-JSON', async () => {
    const [item] = JSON.parse((await cite(clean, '--format', 'csl')).out) as [unknown];
    expect(item).toEqual({
      id: 'clean',
      type: 'dataset',
      title: 'A story with every field',
      author: [{literal: 'A newsroom'}],
      editor: [{literal: 'Its desk'}],
      issued: {'date-parts': [[2025, 12, 26]]},
      version: '1.2.0',
      DOI: '10.5555/clean',
      URL: 'https://doi.org/10.5555/clean',
      language: 'en',
      abstract: 'Read the record.',
      note: 'Licence: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/',
    });
  });

  test('as a Dataset of schema.org', async () => {
    expect(JSON.parse((await cite(clean, '--format', 'jsonld')).out)).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      name: 'A story with every field',
      identifier: 'https://doi.org/10.5555/clean',
      dateModified: '2025-12-26',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      creator: [{name: 'A newsroom', url: 'https://example.org/'}],
      temporalCoverage: '2025-12-01/2025-12-31',
      spatialCoverage: {geo: {'@type': 'GeoShape', box: '10.0833 -67.5772 10.6 -66.93'}},
      variableMeasured: [{name: 'Released', unitText: 'people'}, {name: 'Since July'}],
      isBasedOn: [{url: 'https://example.org/71', archivedAt: 'https://example.net/71'}, {}, {}],
      distribution: {contentUrl: 'https://example.org/clean.json'},
    });
  });
});

describe.each([clean, ...stories])('%s as a data package', (path) => {
  const dataset = read(path);
  const folder = '/package';

  test('has each table once, as the descriptor says', async () => {
    const written = await packageOf(path);
    const descriptor = JSON.parse(written.get(`${folder}/datapackage.json`) ?? '') as {
      name: string;
      licenses: unknown;
      resources: {
        path: string;
        schema: {
          fields: {name: string; type: string}[];
          primaryKey?: string;
          foreignKeys: {fields: string; reference: {resource: string; fields: string}}[];
        };
      }[];
    };
    expect(descriptor.name).toMatch(/^[a-z\d-]+$/);
    expect(descriptor.licenses).toEqual([
      {name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/'},
    ]);
    const files = descriptor.resources.map((each) => `${folder}/${each.path}`);
    expect([...written.keys()]).toEqual([`${folder}/datapackage.json`, ...files]);
    const tables = new Map(
      descriptor.resources.map(({path: name}) => [
        name.replace('.csv', ''),
        rowsOf(written.get(`${folder}/${name}`) ?? ''),
      ]),
    );
    for (const {path: name, schema} of descriptor.resources) {
      const [header = [], ...rows] = tables.get(name.replace('.csv', '')) ?? [];
      expect(header).toEqual(schema.fields.map((field) => field.name));
      expect(new Set(header).size).toBe(header.length);
      for (const row of rows) expect(row).toHaveLength(header.length);
      for (const [i, {type}] of schema.fields.entries())
        if (type === 'number') for (const row of rows) expect(Number(row[i])).not.toBeNaN();
      for (const {fields, reference} of schema.foreignKeys) {
        const ids = new Set(tables.get(reference.resource)?.map(([id]) => id));
        const at = header.indexOf(fields);
        for (const row of rows)
          expect(row[at] === '' || ids.has(row[at] ?? ''), `${name} ${row[at]}`).toBe(true);
      }
    }
  });

  test('holds every figure with its claimant, and every text in its languages', async () => {
    const written = await packageOf(path);
    const [header = [], ...rows] = rowsOf(written.get(`${folder}/figures.csv`) ?? '');
    const cell = (row: readonly string[], name: string) => row[header.indexOf(name)];
    expect(rows.map((row) => [cell(row, 'id'), cell(row, 'actor'), Number(cell(row, 'value'))])).toEqual(
      dataset.figures.map(({id, actor, value}) => [id, actor, value]),
    );
    const [head = [], ...events] = rowsOf(written.get(`${folder}/events.csv`) ?? '');
    for (const [i, {title}] of dataset.events.entries())
      for (const [language, text] of Object.entries(title))
        expect(events[i]?.[head.indexOf(`title_${language}`)]).toBe(text);
    const cited = rowsOf(written.get(`${folder}/citations.csv`) ?? '').length - 1;
    const all = [...dataset.events, ...dataset.figures, ...dataset.places, ...dataset.actors];
    expect(cited).toBe(all.flatMap(({cite: sources = []}) => sources).length);
  });

  test('its descriptor alone', async () => {
    const written = await packageOf(path);
    const {out} = await cite(path, '--format', 'datapackage');
    expect(out).toBe(written.get(`${folder}/datapackage.json`));
  });
});

const row = {id: 'e', title: 'E', date: '2025'};

describe('a story that says little of itself', () => {
  test.each(['plain', 'bibtex', 'csl', 'jsonld', 'datapackage'])(
    'is cited as %s, and what is missing is said',
    async (format) => {
      const {status, out, err} = await citeText(
        {cronomapa: 1, language: 'en', events: [row]},
        '--format',
        format,
      );
      expect(status).toBe(0);
      expect(out).not.toMatch(/undefined|null|NaN/);
      for (const word of [
        'title',
        'date',
        'licence',
        'sources',
        'version',
        'who made it',
        'where it can be found',
      ])
        expect(err).toContain(word);
      for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^-: \S.*\. Write "/);
    },
  );

  test('as a line it has a place for each', async () => {
    const {out} = await citeText({cronomapa: 1, language: 'en', events: [row]});
    expect(out).toBe('[no author] (n.d.). [Without a title] [Data set]. Licence: [no licence]\n');
  });

  test.each([
    ['2025', '(2025)', 'updated 2025)'],
    ['2025-12~', '(2025)', 'updated 2025-12)'],
    ['2025-XX-XX', '(2025)', 'updated 2025)'],
    ['2025-12-01/2025-12-25', '(n.d.)', 'updated 2025-12-01/2025-12-25)'],
  ])('updated %s', async (updated, year, said) => {
    const {out} = await citeText({cronomapa: 1, language: 'en', title: 'T', updated, events: [row]});
    expect(out).toContain(year);
    expect(out).toContain(said);
  });

  test('editors stand in for authors, a licence by its id has an address, words have none', async () => {
    const story = {cronomapa: 1, language: 'en', title: 'T', editors: [{name: 'Desk'}], events: [row]};
    expect((await citeText({...story, license: 'ODbL-1.0'})).out).toMatch(
      /^Desk .*ODbL-1\.0, https:\/\/spdx\.org\/licenses\/ODbL-1\.0\.html\n$/,
    );
    expect((await citeText({...story, license: 'by agreement'})).out).toMatch(/Licence: by agreement\n$/);
  });

  test.each([
    ['10.1234/ab.c', 'https://doi.org/10.1234/ab.c'],
    ['doi:10.1234/ab.c', 'https://doi.org/10.1234/ab.c'],
    ['https://dx.doi.org/10.1234/ab.c', 'https://doi.org/10.1234/ab.c'],
    ['urn:uuid:1', 'urn:uuid:1. https://example.org/d'],
  ])('the identifier %s', async (identifier, said) => {
    const {out} = await citeText({
      cronomapa: 1,
      language: 'en',
      title: 'T',
      identifier,
      url: 'https://example.org/d',
      events: [row],
    });
    expect(out).toContain(`[Data set]. ${said} Licence`);
  });
});

test('hostile words stay words', async () => {
  const bad = '"},\r\n</script><b>\\input{x} % & $ # _ ~ ^ } {\u001b[31m';
  const story = {
    cronomapa: 1,
    id: bad,
    language: 'en',
    title: bad,
    authors: [{name: bad}],
    license: bad,
    identifier: bad,
    sources: [{id: 's', title: bad}],
    events: [{...row, title: bad, cite: [{source: 's', quote: bad}]}],
  };
  const as = async (format: string) => (await citeText(story, '--format', format)).out;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what could move the cursor of a terminal.
  expect(await as('plain')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  const bibtex = await as('bibtex');
  const unescaped = bibtex.replace(/\\./g, '');
  let depth = 0;
  for (const character of unescaped) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(unescaped.match(/[%$#&_]/g)).toBeNull();
  expect(await as('jsonld')).not.toContain('</script');
  expect(JSON.parse(await as('csl'))).toMatchObject([{type: 'dataset'}]);
  const written = await packageOf('-', JSON.stringify(story));
  expect(rowsOf(written.get('/package/citations.csv') ?? '')[1]?.[3]).toBe(bad);
  expect(JSON.parse(written.get('/package/datapackage.json') ?? '')).toMatchObject({
    name: expect.stringMatching(/^[a-z\d-]+$/),
  });
});

test.each([
  [['cite'], 'cite needs one file.'],
  [['cite', clean, clean], 'cite needs one file.'],
  [['cite', clean, '--format', 'word'], '"word" is not one of plain, bibtex, csl, jsonld, datapackage.'],
  [['cite', clean, '--format', 'csl', '-o', 'x'], '-o is for --format datapackage'],
  [['cite', clean, '--language', '!'], '"!" is not a language tag.'],
])('%j', async (args, told) => {
  const {status, err} = await command(args);
  expect(status).toBe(2);
  expect(err).toContain(told);
});

test('a file that is no story, and one with an error, fail', async () => {
  expect(await citeText([])).toMatchObject({status: 1, out: expect.any(String)});
  const {status, out} = await citeText({cronomapa: 1, language: 'en', title: 'T', events: [row, {}]});
  expect([status, out]).toEqual([1, expect.stringContaining('T [Data set]')]);
});
