import {describe, expect, test} from 'vitest';
import {prepare} from '../../src/core/topology/index.js';
import {readBasemap} from '../../src/map/basemap.js';

type Position = readonly [number, number];

const ring: readonly Position[] = [
  [10, 10],
  [10, 20],
  [20, 20],
  [20, 10],
  [10, 10],
];

const fileOf = (arcs: unknown = [ring], more: object = {}) => ({
  type: 'Topology',
  arcs,
  objects: {countries: {type: 'GeometryCollection', geometries: [{type: 'Polygon', id: 'TD', arcs: [[0]]}]}},
  ...more,
});

const countries = (...geometries: unknown[]) => ({
  objects: {countries: {type: 'GeometryCollection', geometries}},
});

describe('what cannot be drawn is told with what to do', () => {
  test.each<[string, unknown, RegExp]>([
    ['GeoJSON', {type: 'FeatureCollection', features: []}, /GeoJSON.*mapshaper/],
    ['one feature', {type: 'Feature', geometry: null}, /GeoJSON/],
    ['nothing', null, /no TopoJSON/],
    ['a list', [], /no TopoJSON/],
    ['a story', {cronomapa: 1, events: []}, /It is a story/],
    [
      'objects of other names',
      {...fileOf(), objects: {states: {type: 'Polygon', arcs: [[0]]}}},
      /but "states": rename/,
    ],
    ['no objects', {...fileOf(), objects: {}}, /no object "countries"\./],
    ['metres', fileOf([ring.map(([x, y]) => [x * 111_000, y * 111_000])]), /1110000, 1110000.*-proj wgs84/],
    [
      'metres, as steps',
      fileOf(
        [
          [
            [1, 1],
            [500_000, 0],
          ],
        ],
        {transform: {scale: [1, 1], translate: [0, 0]}},
      ),
      /500001, 1.*WGS 84/,
    ],
    [
      'latitude first, in the far north',
      fileOf([ring.map(([x, y]) => [y, x + 80])]),
      /position 10, 90\.|position 10, 100|WGS 84/,
    ],
    ['no arcs', fileOf(undefined, {arcs: undefined}), /cut off/],
    ['an arc that is text', fileOf(['10,10']), /Arc 0 is no array/],
    ['a position that is text', fileOf([[['10', 10]]]), /Arc 0 has a position/],
    ['a position that is no number', fileOf([[[Number.NaN, 10]]]), /Arc 0 has a position/],
    ['arcs that are not there', fileOf([]), /"countries" names an arc 0, and there are 0/],
    [
      'arcs that are no numbers',
      fileOf([ring], countries({type: 'Polygon', arcs: [['0']]})),
      /names an arc 0/,
    ],
    ['arcs before the first', fileOf([ring], countries({type: 'Polygon', arcs: [[-2]]})), /names an arc -2/],
  ])('%s', (_, json, words) => {
    const tell = () => readBasemap(prepare(json));
    expect(tell).toThrow(TypeError);
    expect(tell).toThrow(words);
  });
});

describe('what can be drawn is', () => {
  test('a file without names, codes or properties', () => {
    const basemap = readBasemap(prepare(fileOf([ring], countries({type: 'Polygon', arcs: [[0]]}))));
    expect(basemap.land).not.toBe('');
    expect(basemap.areas).toMatchObject([{id: undefined, name: undefined}]);
  });

  test('null geometries are nothing, and the others stay', () => {
    const basemap = readBasemap(
      prepare(
        fileOf([ring], countries({type: null}, null, {type: 'Polygon', arcs: [[0]]}, {type: 'Polygon'})),
      ),
    );
    expect(basemap.land).toBe(readBasemap(fileOf()).land);
  });

  test('steps and positions are the same', () => {
    const steps = ring.map(([x, y], i) => {
      const [px, py] = ring[i - 1] ?? [0, 0];
      return [(x - px) * 10, (y - py) * 10];
    });
    const transform = {scale: [0.1, 0.1], translate: [0, 0]};
    expect(readBasemap(prepare(fileOf([steps], {transform}))).land).toBe(readBasemap(fileOf()).land);
  });

  /** A coast of so many points, in and out. */
  const coast = (count: number): Position[] => {
    const points = Array.from({length: count}, (_, i): Position => {
      const turn = (2 * Math.PI * i) / count;
      const radius = 10 + 0.02 * Math.sin(i * 1.7);
      return [radius * Math.cos(turn), radius * Math.sin(turn)];
    });
    return [...points, points[0] ?? [0, 0]];
  };
  const pointsOf = (path: string) => path.split(/[ML]/).length - 1;

  test('a polygon of 100,000 points is thinned to what can be seen, and closed', () => {
    const basemap = readBasemap(prepare(fileOf([coast(100_000)])));
    expect(pointsOf(basemap.land)).toBeLessThan(40_000);
    expect(pointsOf(basemap.land)).toBeGreaterThan(2000);
    const points = basemap.land.slice(1).split('L');
    expect(points.at(-1)).toBe(points[0]);
  });

  test('one of 20,000 points is left as it is', () => {
    expect(pointsOf(readBasemap(prepare(fileOf([coast(20_000)]))).land)).toBeGreaterThan(19_000);
  });

  test('neighbours that share a border share it thinned, too', () => {
    const border = Array.from({length: 60_000}, (_, i): Position => [0.001 * Math.sin(i), -10 + i / 3000]);
    const [from, to] = [border[0] ?? [0, 0], border.at(-1) ?? [0, 0]];
    const file = fileOf([border, [to, [-5, 0], from], [to, [5, 0], from]], {
      ...countries({type: 'Polygon', id: 'A', arcs: [[0, 1]]}, {type: 'Polygon', id: 'B', arcs: [[0, 2]]}),
    });
    const {areas, borders} = readBasemap(prepare(file));
    const [one, other] = areas.map(({shape}) => [...(shape.rings[0] ?? [])].join());
    expect(pointsOf(borders)).toBeLessThan(10_000);
    // The first points of both are those of their border.
    const shared = 2 * (pointsOf(borders) - 1);
    expect(one?.split(',').slice(0, shared)).toEqual(other?.split(',').slice(0, shared));
  });

  test('10 MB are read, and thinned to what can be drawn', () => {
    const arcs = Array.from({length: 50}, (_, i) => coast(5000).map(([x, y]) => [x / 20 + i, y / 20]));
    const file = fileOf(
      arcs,
      countries(...arcs.map((_, i) => ({type: 'Polygon', id: `A${i}`, arcs: [[i]]}))),
    );
    const text = JSON.stringify(file);
    expect(text.length).toBeGreaterThan(8_000_000);
    const basemap = readBasemap(prepare(JSON.parse(text)));
    expect(pointsOf(basemap.land)).toBeLessThan(60_000);
  });
});
