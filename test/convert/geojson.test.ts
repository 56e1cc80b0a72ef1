import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readGeoJson} from '../../src/convert/geojson.js';
import {Notes} from '../../src/convert/notes.js';
import {codesOf, codeUnits, datasetOf, expectRules, rowsOf} from './import-rules.js';

const read = (tree: unknown) => readGeoJson(tree, {language: 'en'}, new Notes('feature'));
const point = (properties: object, coordinates: unknown = [-70.58, 9.79], more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: {type: 'Point', coordinates},
  ...more,
});
const all = (...features: unknown[]) => ({type: 'FeatureCollection', features});
const dates = async (...properties: object[]) =>
  rowsOf(await read(all(...properties.map((each) => point({title: 'A', ...each})))), 'events').map(
    ({date}) => date,
  );

describe('times in the usual properties, as exact as they are', () => {
  test.each<[object[], (string | undefined)[]]>([
    [
      [{time: 1517966773840}, {time: 1517966773000}],
      ['2018-02-07T01:26:13.840Z', '2018-02-07T01:26:13Z'],
    ],
    [[{timestamp: 1517966773}], ['2018-02-07T01:26:13Z']],
    [[{timestamp: '1517966773000'}], ['2018-02-07T01:26:13Z']],
    // Midnights alone are days of a program that has none.
    [
      [{date: 1517961600000}, {date: 1518048000000}],
      ['2018-02-07', '2018-02-08'],
    ],
    [
      [{date: '2018-02-07T00:00:00Z'}, {date: '2018-02-08T00:00:00.000Z'}],
      ['2018-02-07', '2018-02-08'],
    ],
    [
      [{date: '2018-02-07T00:00:00Z'}, {date: '2018-02-08T01:00Z'}],
      ['2018-02-07T00:00:00Z', '2018-02-08T01:00Z'],
    ],
    [
      [{year: 1912}, {year: 602}],
      ['1912', '0602'],
    ],
    [[{Date: '2018-02'}], ['2018-02']],
    [[{datetime: '2018-02-07 01:26:13+00'}], ['2018-02-07T01:26:13Z']],
    [[{datetime: '2018-02-07 01:26:13 UTC'}], ['2018-02-07T01:26:13Z']],
    [[{start: '2018-02-07', end: '2018-03'}], ['2018-02-07/2018-03']],
    [[{start_date: '2018', end_date: ''}], ['2018']],
    [[{timespan: {begin: '1997'}}], ['1997/..']],
    [[{timespan: {end: '1997-07'}}], ['../1997-07']],
    [[{when: '3 May 2023'}], ['2023-05-03']],
    [[{start: '2019', end: '2018'}], ['2019']],
    [[{time: 5e15}], [undefined]],
    [
      [{date: 'soon'}, {}],
      [undefined, undefined],
    ],
  ])('%j', async (properties, expected) => {
    expect(await dates(...properties)).toEqual(expected);
  });

  test('a time of the feature itself, as GeoJSON-T has it', async () => {
    const when = {timespans: [{start: {in: '1648-05'}, end: {latest: '1650'}}]};
    expect(rowsOf(await read(all(point({}, [1, 2], {when}))), 'events')[0]?.date).toBe('1648-05/1650');
  });

  test('what cannot be read is noted', async () => {
    expect(codesOf(await read(all(point({date: 'soon'}))))).toContain('date-not-read');
    expect(codesOf(await read(all(point({start: '2019', end: '2018'}))))).toContain('date-not-read');
  });
});

describe('points are events at their places, lines and areas shapes', async () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [1, 2, 9],
      [3, 4],
    ],
  };
  const imported = await read({
    ...all(
      point(
        {title: 'Quake', place: 'Trujillo', mag: 5, type: 'quake', url: 'https://e.org/x'},
        [-70.58, 9.79, 10],
        {id: 7},
      ),
      point({
        title: 'Again',
        place: 'Trujillo',
        description: '<b>Bad</b>',
        image: 'https://e.org/a.png',
        type: 'quake',
      }),
      {type: 'Feature', properties: {name: 'Water', date: '2024-05-07'}, geometry: line},
      {
        type: 'Feature',
        properties: {name: 'Both'},
        geometry: {
          type: 'GeometryCollection',
          geometries: [
            line,
            {
              type: 'MultiPoint',
              coordinates: [
                [5, 6],
                [190, 6],
              ],
            },
          ],
        },
      },
      {type: 'Feature', properties: {name: 'Nowhere'}, geometry: null},
      {type: 'Feature', properties: null, geometry: null},
      {
        type: 'Feature',
        properties: {name: 'Swapped'},
        geometry: {type: 'Point', coordinates: [9.79, -170.58]},
      },
      point({name: 'Zero'}, [0, 0]),
      point({}, ['x', 1]),
      point({name: 'Text'}, ['-70.5', '9.5']),
      'no feature',
    ),
    metadata: {title: 'Quakes', url: 'https://e.org/all.geojson'},
  });
  const {events, shapes, places, categories, title, sources} = datasetOf(imported);

  test('rows in are rows out', () => {
    expectRules(imported);
    expect(imported.report).toMatchObject({rows: 11, events: 7, others: {shapes: 1}, lost: 3});
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining([
        ...['feature-not-read', 'feature-empty', 'position-not-read', 'position-swapped', 'position-zero'],
        ...['position-wrapped', 'height-lost', 'place-not-given', 'properties-lost', 'date-not-given'],
      ]),
    );
  });

  test('events have title, place, text, media and kind', () => {
    expect(events[0]).toMatchObject({
      id: '7',
      title: 'Quake',
      category: 'quake',
      text: '[e.org](https://e.org/x)',
    });
    expect(events[1]).toMatchObject({text: '**Bad**', media: [{type: 'image', src: 'https://e.org/a.png'}]});
    expect(events[0]?.places).toEqual(events[1]?.places);
    expect(categories.map(({name}) => name)).toEqual(['quake']);
    expect(places.map(({name, lat, lon}) => [name, lat, lon])).toEqual([
      ['Trujillo', 9.79, -70.58],
      ['Both', 6, 5],
      ['Both', 6, -170],
      ['Text', 9.5, -70.5],
    ]);
  });

  test('shapes have their date and lines, without heights', () => {
    expect(shapes.map(({id, event, date}) => [id, event, date])).toEqual([
      ['water', undefined, '2024-05-07'],
      ['both-shape', 'both', undefined],
    ]);
    expect(shapes[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  test('the file is a source, where it says so', () => {
    expect(title).toBe('Quakes');
    expect(sources).toMatchObject([{id: 'file', publisher: 'e.org'}]);
    expect(events.every(({cite}) => cite[0]?.source === 'file')).toBe(true);
  });
});

test('numbers are figures once it is said who claims them', async () => {
  const tree = all(point({title: 'A', mag: 5.1, felt: '12', gap: 3}), point({title: 'B', mag: null}));
  expect(rowsOf(await read(tree), 'figures')).toEqual([]);
  const options = {language: 'en', claimant: 'USGS', roles: new Map([['felt', 'measure']])};
  const imported = await readGeoJson(tree, options, new Notes('feature'));
  expectRules(imported);
  const {figures, measures, actors} = datasetOf(imported);
  expect(figures.map(({event, measure, value, actor}) => [event, measure, value, actor])).toEqual([
    ['a', 'mag', 5.1, 'claimant'],
    ['a', 'felt', 12, 'claimant'],
  ]);
  expect([measures.length, actors[0]?.name]).toEqual([2, 'USGS']);
  const lost = imported.report.notes.find(({code}) => code === 'properties-lost');
  expect(lost?.message).toContain('"gap" (1)');
  expect(lost?.message).not.toContain('mag');
});

test('a feature, a geometry or a collection of them alone', async () => {
  for (const tree of [point({name: 'A'}), {type: 'Point', coordinates: [1, 2]}]) {
    const imported = await read(tree);
    expectRules(imported);
    expect(imported.report).toMatchObject({rows: 1, events: 1});
  }
  const ring = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ];
  const collection = await read({
    type: 'GeometryCollection',
    geometries: [
      {type: 'Polygon', coordinates: ring},
      {type: 'Point', coordinates: [1, 2]},
    ],
  });
  expectRules(collection);
  expect(collection.report).toMatchObject({rows: 2, events: 1, others: {shapes: 1}});
});

test('positions in another system are left out, and the system is named', async () => {
  const crs = {type: 'name', properties: {name: 'urn:ogc:def:crs:EPSG::3857'}};
  const imported = await read({...all(point({name: 'A'})), crs});
  expectRules(imported);
  expect([rowsOf(imported, 'places'), codesOf(imported).includes('crs-unknown')]).toEqual([[], true]);
  expect(
    rowsOf(
      await read({...all(point({name: 'A'})), crs: {properties: {name: 'urn:ogc:def:crs:OGC:1.3:CRS84'}}}),
      'places',
    ),
  ).toHaveLength(1);
});

test('of any features rows in are rows out, and the dataset has no errors', async () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer({min: -400, max: 400}),
    fc.constantFrom('1', 'x', null, 1e300),
  );
  const position = fc.array(number, {maxLength: 3});
  const coordinates = fc.oneof(
    position,
    fc.array(position, {maxLength: 5}),
    fc.array(fc.array(position, {maxLength: 5}), {maxLength: 2}),
    fc.jsonValue({maxDepth: 2}),
  );
  const type = fc.constantFrom(
    'Point',
    'MultiPoint',
    'LineString',
    'Polygon',
    'MultiPolygon',
    'Circle',
    '__proto__',
    'constructor',
  );
  const geometry = fc.oneof(
    fc.record({type, coordinates}),
    fc.constant(null),
    fc.record({
      type: fc.constant('GeometryCollection'),
      geometries: fc.array(fc.record({type, coordinates}), {maxLength: 3}),
    }),
  );
  const value = fc.oneof(
    codeUnits,
    fc.double(),
    fc.constantFrom('2018', '2018-02-30', 1517966773840, 1e9, '', '__proto__'),
    fc.jsonValue({maxDepth: 1}),
  );
  const properties = fc.dictionary(
    fc.constantFrom(
      'time',
      'start',
      'end',
      'title',
      'place',
      'type',
      'url',
      'id',
      'description',
      'image',
      '__proto__',
      'constructor',
    ),
    value,
  );
  const feature = fc.record(
    {
      type: fc.constant('Feature'),
      id: value,
      geometry,
      properties: fc.oneof(properties, fc.constant(null)),
      when: value,
    },
    {requiredKeys: ['type', 'geometry']},
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(feature, fc.jsonValue({maxDepth: 1})), {maxLength: 6}),
      async (features) => {
        expectRules(await read(all(...features)));
      },
    ),
  );
});

test('a geometry nested without end is left out', async () => {
  let geometry: object = {type: 'Point', coordinates: [1, 2]};
  for (let i = 0; i < 50; i++) geometry = {type: 'GeometryCollection', geometries: [geometry]};
  const imported = await read(all({type: 'Feature', properties: {name: 'Deep'}, geometry}));
  expectRules(imported);
  expect(codesOf(imported)).toContain('geometry-not-read');
});
