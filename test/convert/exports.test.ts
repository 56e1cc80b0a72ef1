import {describe, expect, test} from 'vitest';
import {exporters, exportTo} from '../../src/convert/index.js';
import {parseDataset, type Row} from '../../src/core/dataset/index.js';

const STORY = {
  cronomapa: 1,
  id: 'floods',
  language: 'en',
  title: 'Floods',
  timeZone: 'America/Caracas',
  updated: '2025-12-26',
  places: [
    {id: 'site', name: 'A bridge', lat: 10.5, lon: -66.9, precision: 'site'},
    {id: 'vague', name: 'A region', lat: 9, lon: -67, radius: 50_000},
  ],
  sources: [{id: 's', title: 'Report', url: 'https://example.org/report'}],
};

const exported = (events: readonly Row[], kind: string, options = {}, more: Row = {}) =>
  exportTo(parseDataset({...STORY, ...more, events}).dataset, kind, options);

const event = (id: string, more: Row = {}): Row => ({id, title: `Of ${id}`, cite: [{source: 's'}], ...more});
const rowsOf = ({notes}: {readonly notes: readonly {readonly code: string; readonly row: string}[]}) =>
  Object.fromEntries(notes.map(({code, row}) => [code, row]));

describe('every format', () => {
  test.each(exporters.map(({name}) => name))(
    '%s takes an empty dataset and says what it leaves out',
    async (kind) => {
      const empty = await exported([], kind);
      expect(empty.report).toMatchObject({format: kind, events: 0, written: 0});
      const {content, report, mediaType, extension} = await exported(
        [event('a', {date: '2025-12', links: [{to: 'a', rel: 'of'}]})],
        kind,
      );
      expect(content.length).toBeGreaterThan(40);
      expect(rowsOf(report)['events-links-lost']).toBe('event 1');
      expect(`${mediaType} ${extension}`).toMatch(/^\w+\/.+ \w+$/);
      for (const {message, fix = 'A.'} of report.notes) expect(`${message} ${fix}`).toMatch(/^[A-Z].*\.$/s);
    },
  );

  test('an unknown one is refused', async () => {
    await expect(exported([], 'docx')).rejects.toThrow('docx');
  });
});

describe('a table', () => {
  test('has no cell that a spreadsheet runs, and numbers as they are', async () => {
    const hostile = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', "'=1", '＝1', '-5', '12', 'a=1'];
    const {content} = await exported(
      hostile.map((text, i) => event(`e${i}`, {text, places: ['site']})),
      'csv',
    );
    const cells = String(content)
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(','));
    expect(cells.map(([, , , text]) => text)).toEqual([
      "'=1+1",
      "'+1+1",
      "'-1+1",
      "'@SUM(A1)",
      "''=1",
      "'＝1",
      '-5',
      '12',
      'a=1',
    ]);
    expect(cells[0]).toContain('-66.9');
  });

  test('has a byte order mark on request', async () => {
    expect(String((await exported([event('a')], 'csv', {withByteOrderMark: true})).content)).toMatch(
      /^\ufeffid,/,
    );
    expect(String((await exported([event('a')], 'csv')).content)).toMatch(/^id,/);
  });

  test('leaves out what no cell holds, and says of which row', async () => {
    const {report} = await exported(
      [
        event('a'),
        event('b', {
          media: [{type: 'image', src: 'https://example.org/b.jpg', alt: 'B', warning: 'Blood'}],
          cite: [{source: 's', quote: 'It rained.'}],
        }),
      ],
      'csv',
      {},
      {
        shapes: [
          {
            id: 'extent',
            name: 'Extent',
            geometry: {
              type: 'LineString',
              coordinates: [
                [0, 1],
                [1, 2],
              ],
            },
          },
        ],
        actors: [{id: 'x', name: 'X'}],
        measures: [{id: 'm', name: 'M', kind: 'stock'}],
        figures: [{id: 'huge', measure: 'm', event: 'a', actor: 'x', value: 1e-30}],
      },
    );
    expect(rowsOf(report)).toMatchObject({
      'media-with-warning': 'event 2',
      'quotes-lost': 'event 2',
      'shapes-lost': 'shape 1',
      'figures-too-long': 'figure 1',
      'unused-lost': 'places 1, 2',
    });
  });
});

test('GeoJSON has the date as written, timespans where ISO 8601 can say it, and lines', async () => {
  const {content, report} = await exported(
    [event('day', {date: '2025-12-25', places: ['site']}), event('season', {date: '2025-21'})],
    'geojson',
    {},
    {routes: [{id: 'way', name: 'Way', places: ['site', 'vague']}]},
  );
  const {features} = JSON.parse(String(content));
  expect(features).toMatchObject([
    {
      id: 'day',
      when: {timespans: [{start: {in: '2025-12-25'}}], edtf: '2025-12-25'},
      geometry: {type: 'Point', coordinates: [-66.9, 10.5]},
    },
    {id: 'season', when: {edtf: '2025-21'}, geometry: null},
    {
      id: 'way',
      geometry: {
        type: 'LineString',
        coordinates: [
          [-66.9, 10.5],
          [-67, 9],
        ],
      },
    },
  ]);
  expect(features[1].when.timespans).toBeUndefined();
  expect(rowsOf(report)['route-as-line']).toBe('route 1');
});

describe('a calendar', () => {
  const linesOf = (content: unknown) => String(content).replaceAll('\r\n ', '').split('\r\n');

  test('has days and moments, and no month', async () => {
    const {content, report} = await exported(
      [
        event('day', {date: '2025-12-25', places: ['site']}),
        event('days', {date: '2025-12-30/2026-01-01', places: ['vague']}),
        event('moment', {date: '2025-12-25T10:30'}),
        event('month', {date: '2025-12'}),
        event('about', {date: '2025-12-25~'}),
        event('undated'),
        event('since', {date: '2025-12-25/..'}),
      ],
      'icalendar',
    );
    const lines = linesOf(content);
    expect(lines.filter((line) => /^(?:DT|GEO)/.test(line))).toEqual([
      'DTSTAMP:20251226T000000Z',
      'DTSTART;VALUE=DATE:20251225',
      'DTEND;VALUE=DATE:20251226',
      'GEO:10.5;-66.9',
      'DTSTAMP:20251226T000000Z',
      'DTSTART;VALUE=DATE:20251230',
      'DTEND;VALUE=DATE:20260102',
      'DTSTAMP:20251226T000000Z',
      'DTSTART:20251225T143000Z',
    ]);
    expect(report).toMatchObject({events: 7, written: 3});
    expect(rowsOf(report)).toMatchObject({
      'events-without-day': 'events 4, 5, 7',
      'events-undated': 'event 6',
      'position-lost': 'place 2',
    });
  });

  test('escapes texts, and folds lines by their bytes', async () => {
    const text = `a; b, c\\\\d\nX-EVIL:1 ${'ñ€😀'.repeat(40)}`;
    const {content} = await exported([event('a', {date: '2025-12-25', text})], 'icalendar');
    const bytes = String(content)
      .split('\r\n')
      .map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
    expect(linesOf(content)).toContain(
      `DESCRIPTION;LANGUAGE=en:a\\; b\\, c\\\\d\\nX-EVIL:1 ${'ñ€😀'.repeat(40)}`,
    );
  });
});

test('JSON-LD has months as months, and no date that ISO 8601 cannot say', async () => {
  const {content, report} = await exported(
    [event('month', {date: '2025-12', title: '</script>'}), event('about', {date: '1850~'})],
    'jsonld',
  );
  expect(content).not.toContain('</');
  const [dataset, month, about] = JSON.parse(String(content))['@graph'];
  expect(dataset).toMatchObject({'@type': 'Dataset', name: 'Floods'});
  expect(month).toMatchObject({'@type': 'Event', startDate: '2025-12', subjectOf: [{name: 'Report'}]});
  expect(about.startDate).toBeUndefined();
  expect(rowsOf(report)['events-date-lost']).toBe('event 2');
});
