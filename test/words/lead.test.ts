import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {
  figuresBy,
  leadWords,
  nearness,
  nearnessNotes,
  plain,
  quotationsBySource,
  sourceLine,
} from '../../src/words/index.js';

const quoted = (quote: string, locator?: string) =>
  [...quotationsBySource([{source: 's', quote, ...(locator !== undefined && {locator})}]).values()]
    .flat()
    .map((each) => each.quote ?? `(${each.locator})`);

describe('quotations', () => {
  test.each([
    '"name": "Los Teques", … "latitude": "10.34447000", "longitude": "-67.04325000"',
    '{"lat": 10.34}',
    '[10.34447, -67.04325]',
    '<place lat="10.34" lon="-67.04"/>',
    '10°05′00″N 67°34′38″O',
    '10°05′00″N 67°34′38″O / 10.08333333, -67.57722222',
    'Coordinates: 10°06′52″N68°03′56″W / 10.11444°N 68.06556°W',
    'Yabucoa, 18.05052, -65.87933',
    'Levittown; 18.44995 -66.18156',
    "Tehran 35°41'N",
  ])('%s is data, which is found at its source', (quote) => {
    expect(quoted(quote)).toEqual([]);
    expect(quoted(quote, 'row 3')).toEqual(['(row 3)']);
  });

  test.each([
    'released on Thursday 71 political prisoners',
    '7.474 personas se encontraban bajo medidas cautelares',
    'La cifra pasó de 1.139, 2.229 y luego 3.316 personas',
    'At noon it was 40 °C in the shade',
    'The sign said "Closed": nobody came to open it',
    'The ship lay at 18°30′N when it called for help, and nobody answered for two hours',
    'Se elevó de 12.5, 13.7 a 20.1 por ciento',
    '(para. 3) somebody said so',
  ])('%s is words', (quote) => {
    expect(quoted(quote)).toEqual([quote]);
  });
});

const {dataset} = parseDataset({
  cronomapa: 1,
  language: 'en',
  sources: [
    {id: 's', title: 'A report', publisher: 'Paper', url: 'https://example.org/a', published: '2024-03-02'},
    {id: 'bare', title: 'On *paper*'},
  ],
  actors: ['a', 'b', 'c', 'd'].map((id) => ({id, name: id.toUpperCase()})),
  measures: [
    {id: 'freed', name: 'Freed', unit: 'people', kind: 'flow'},
    {id: 'held', name: 'Held', unit: 'people', kind: 'stock'},
    {id: 'wind', name: 'Wind', unit: 'kt', kind: 'stock'},
    {id: 'power', name: 'With power', unit: '%', kind: 'stock'},
  ],
  places: [
    {id: 'near', name: 'Near', lat: 1, lon: 1, radius: 1500, precision: 'locality'},
    {id: 'town', name: 'Town', lat: 1, lon: 1, precision: 'locality'},
    {id: 'site', name: 'Site', lat: 1, lon: 1, precision: 'site'},
    {id: 'lost', name: 'Lost', precision: 'region', obscured: 'for safety'},
  ],
  events: ['all', 'steps', 'many', 'none', 'gale', 'dark'].map((id) => ({id, title: id, date: '2024-03-02'})),
  figures: [
    {id: '1', event: 'all', measure: 'freed', actor: 'a', value: 7},
    {id: '2', event: 'all', measure: 'held', actor: 'a', value: 90},
    {id: '3', event: 'all', measure: 'freed', actor: 'b', value: 9},
    {id: '4', event: 'steps', measure: 'freed', actor: 'a', value: 5, date: '2024-02'},
    {id: '5', event: 'steps', measure: 'freed', actor: 'a', value: 8, date: '2024-03-02'},
    {id: '6', event: 'steps', measure: 'freed', actor: 'a', value: 9, date: '2024-04'},
    {id: '7', event: 'gale', measure: 'wind', actor: 'a', value: 135},
    {id: '8', event: 'dark', measure: 'power', actor: 'a', value: 0},
    ...['a', 'b', 'c', 'd'].map((actor, i) => ({
      id: `m${i}`,
      event: 'many',
      measure: 'freed',
      actor,
      value: i,
    })),
  ],
});
const reading = {dataset, locale: 'en'};
const eventOf = (id: string) => dataset.events.find((event) => event.id === id) ?? expect.fail(`no ${id}`);
const ids = (id: string) => {
  const {lead, rest} = figuresBy(eventOf(id), reading);
  return [lead.map((figure) => figure.id), rest.map((figure) => figure.id)];
};

describe('the figures that lead', () => {
  test('are what claimants give for one thing, in the order of the file', () => {
    expect(ids('all')).toEqual([['1', '3'], ['2']]);
    expect(plain(leadWords(eventOf('all'), reading))).toBe(
      'Freed: 7 according to A, 9 according to B, 1 more figure',
    );
  });

  test('of one claimant it is that of the event itself', () => {
    expect(ids('steps')).toEqual([['5'], ['4', '6']]);
    expect(plain(leadWords(eventOf('steps'), reading))).toBe('Freed: 8 according to A, 2 more figures');
  });

  test('are at most three, and it says how many there are besides', () => {
    expect(ids('many')).toEqual([['m0', 'm1', 'm2'], ['m3']]);
    expect(plain(leadWords(eventOf('many'), reading))).toMatch(/1 more figure$/);
  });

  test('are named by their measure only where there are several', () => {
    const one = {...dataset, measures: dataset.measures.filter(({id}) => id === 'freed')};
    expect(plain(leadWords(eventOf('steps'), {dataset: one, locale: 'en'}))).toBe(
      '8 according to A, 2 more figures',
    );
  });

  test('have their unit on the same line', () => {
    expect(plain(leadWords(eventOf('gale'), reading))).toBe('Wind: 135\u00a0kt according to A');
    expect(plain(leadWords(eventOf('dark'), {dataset, locale: 'es'}))).toBe('With power: 0\u00a0% según A');
  });

  test('of an event without figures there is none', () => {
    expect(ids('none')).toEqual([[], []]);
    expect(plain(leadWords(eventOf('none'), reading))).toBe('');
  });
});

test('how near a place is known is said in few words, and of an exact site not at all', () => {
  const near = dataset.places.map((place) => plain(nearness(place, reading)));
  expect(near).toEqual(['somewhere within 1.5 km', 'known to the town', '', 'position not known']);
  const rest = dataset.places.map((place) => plain(nearnessNotes(place, reading)));
  expect(rest).toEqual(['known to the town', '', '', 'known to the region, Blurred on purpose: for safety']);
});

test('a source in one line is its number, its publisher, linked, and its date', () => {
  const [report, bare] = dataset.sources;
  if (!report || !bare) throw new Error('no sources');
  expect(plain(sourceLine(report, reading))).toBe('Source 1: Paper, published March 2, 2024');
  expect(JSON.stringify(sourceLine(report, reading))).toContain('"url":"https://example.org/a"');
  expect(plain(sourceLine(bare, reading))).toBe('Source 2: On paper');
});
