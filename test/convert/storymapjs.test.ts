import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Notes} from '../../src/convert/notes.js';
import {readStoryMapJs} from '../../src/convert/storymapjs.js';
import {codesOf, codeUnits, datasetOf, expectRules, rowsOf} from './import-rules.js';

const read = (slides: unknown, more: object = {}) =>
  readStoryMapJs({storymap: {slides, ...more}}, {language: 'en'}, new Notes('slide'));

const slide = (headline: string, date: string, location: object, more: object = {}) => ({
  date,
  text: {headline, text: ''},
  location,
  ...more,
});

const SLIDES = [
  {type: 'overview', date: '2013', text: {headline: 'The storm', text: '<p>Its <b>path</b>.</p>'}},
  slide('It forms', 'Aug 23', {name: 'Bahamas', lat: 23.2, lon: '-75.5', line: true}),
  slide(
    'Aug 26',
    'Aug 26',
    {name: 'location', lat: 25.4, lon: -81.1, line: true},
    {background: {url: 'a.jpg'}},
  ),
  slide('It stays', 'August 29, 2005', {name: '', lat: 25.4, lon: -81.1, line: true, icon: 'x.png'}),
  slide('Elsewhere', '2005', {name: 'New Orleans', lat: 29.95, lon: -90.07, line: false}),
  slide('Nowhere', '', {lat: 0, lon: 0, line: true}),
  {type: 'overview', text: {headline: 'It ends'}, location: {lat: 36.3, lon: -87.5, line: true}},
  7,
];

describe('slides are events, in order, at their places', async () => {
  const storm = await read(SLIDES);
  const {events, places, routes, title, summary} = datasetOf(storm);

  test('rows in are rows out', () => {
    expectRules(storm);
    expect(storm.report).toMatchObject({rows: 8, events: 6, others: {title: 1}, lost: 1});
  });

  test('the overview is the title, and only the first one', () => {
    expect([title, summary]).toEqual(['The storm', 'Its **path**.']);
    expect(events.at(-1)?.title).toBe('It ends');
    expect(codesOf(storm)).toContain('title-date-lost');
  });

  test('each is a step that shows its event, as near as the slide', async () => {
    const near = slide(
      'Near',
      '2005',
      {name: 'Bahamas', lat: 23.2, lon: -75.5, zoom: '9'},
      {media: {url: 'b.jpg'}},
    );
    const {steps} = datasetOf(await read([...SLIDES, near]));
    expect(steps.map(({select, view}) => [select, view])).toEqual([
      ...events.map(({id, places: [place] = []}) => [id, place && {places: [place]}]),
      ['near', {places: ['bahamas'], zoom: 9}],
    ]);
    expect(steps.at(-1)).toMatchObject({id: 'near', title: 'Near', media: [{src: 'b.jpg'}]});
  });

  test('a date without a year stays a text', () => {
    expect(events.map(({date, text}) => date ?? text)).toEqual([
      'Aug 23',
      undefined,
      '2005-08-29',
      '2005',
      undefined,
      undefined,
    ]);
    expect(storm.report.notes.find(({code}) => code === 'date-as-text')?.row).toBe('slides 2, 3');
  });

  test('places of one name and position are one, and none lies at 0, 0', () => {
    expect(places.map(({name, lat, lon}) => [name, lat, lon])).toEqual([
      ['Bahamas', 23.2, -75.5],
      ['25.4, -81.1', 25.4, -81.1],
      ['New Orleans', 29.95, -90.07],
      ['36.3, -87.5', 36.3, -87.5],
    ]);
    expect(codesOf(storm)).toEqual(
      expect.arrayContaining(['position-zero', 'place-without-name', 'icon-lost']),
    );
  });

  test('the line is a route of the slides that have it', async () => {
    expect(routes).toMatchObject([{name: 'The storm', places: ['bahamas', '25-4-81-1', '36-3-87-5']}]);
    expect(rowsOf(await read(SLIDES.slice(0, 2)), 'routes')).toEqual([]);
  });
});

test('the picture of a map of tiles is refused, and its slides are kept without a place', async () => {
  for (const map of [{map_type: 'zoomify'}, {map_as_image: true, map_type: ''}]) {
    const picture = await read(SLIDES, map);
    expectRules(picture);
    expect(picture.report).toMatchObject({events: 6, lost: 1});
    expect(rowsOf(picture, 'places')).toEqual([]);
    expect(codesOf(picture)).toEqual(expect.arrayContaining(['picture-map', 'picture-position-lost']));
  }
  expect(rowsOf(await read(SLIDES, {map_as_image: true, map_type: 'osm:standard'}), 'places')).toHaveLength(
    4,
  );
});

test('positions of a picture are no places of the Earth', async () => {
  const far = await read([slide('A', '1900', {lat: 500, lon: 20}), slide('B', '1900', {lat: 12, lon: 'x'})]);
  expectRules(far);
  expect(rowsOf(far, 'places')).toEqual([]);
  expect(codesOf(far)).toContain('position-not-on-earth');
});

test('slides without what is around them are read, too', async () => {
  expect((await readStoryMapJs({slides: SLIDES}, {}, new Notes('slide'))).report.events).toBe(6);
});

test('its own language is taken where none is given', async () => {
  const tree = {storymap: {language: 'es', slides: SLIDES}};
  expect((await readStoryMapJs(tree, {}, new Notes('slide'))).dataset?.language).toBe('es');
});

test('of any slides rows in are rows out, and the dataset has no errors', async () => {
  const text = fc.oneof(codeUnits, fc.constantFrom('', '2005', 'Aug 3', '<b>x'), fc.jsonValue());
  const degrees = fc.oneof(fc.double(), fc.integer({min: -200, max: 200}), text);
  const any = fc.record(
    {
      type: fc.constantFrom('overview', ''),
      date: text,
      text: fc.oneof(fc.record({headline: text, text}), text),
      location: fc.record({name: text, lat: degrees, lon: degrees, line: fc.boolean()}),
      media: fc.record({url: text, caption: text}),
      uniqueid: text,
    },
    {requiredKeys: []},
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(any, fc.jsonValue({maxDepth: 1})), {maxLength: 6}),
      text,
      async (slides, type) => {
        expectRules(await read(slides, {map_type: type}));
      },
    ),
  );
});
