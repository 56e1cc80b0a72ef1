import {describe, expect, test} from 'vitest';
import {reviewOverlays} from '../../src/cli/review-overlays.js';
import {type Issue, parseDataset} from '../../src/core/dataset/index.js';
import {storm} from '../overlays.js';

type At = readonly [number, number];
const line = (...coordinates: readonly At[]) => ({type: 'LineString', coordinates});
const polygon = (...coordinates: readonly (readonly At[])[]) => ({type: 'Polygon', coordinates});

/** What is said of a tree, of the two tables alone. */
function issuesOf(tree: object): readonly Issue[] {
  return reviewOverlays(parseDataset(tree).dataset, tree as never);
}

const shapeIssues = (shape: object) => issuesOf({...storm, shapes: [{id: 's', name: 'S', ...shape}]});
const routeIssues = (places: readonly string[], more: readonly object[] = []) =>
  issuesOf({...storm, places: [...storm.places, ...more], routes: [{id: 'r', name: 'R', places}]});

const said = (issues: readonly Issue[]) => issues.map(({code, severity}) => `${severity} ${code}`);

test('of a sound story nothing is said but that a line runs across 180°', () => {
  expect(said(issuesOf(storm))).toEqual(['info geometry-across-180']);
});

describe('shapes', () => {
  test.each<[string, object, readonly string[]]>([
    ['nothing', {}, ['error shape-without-geometry']],
    ['null', {geometry: null}, ['error shape-without-geometry']],
    ['what the parser has refused', {geometry: 7}, []],
    ['a file', {src: 'a.json'}, []],
    ['both', {src: 'a.json', geometry: line([0, 0], [1, 1])}, ['warning shape-with-both']],
    ['a null geometry in a feature', {geometry: {type: 'Feature', geometry: null}}, ['error geometry-empty']],
    ['no features', {geometry: {type: 'FeatureCollection', features: []}}, ['error geometry-empty']],
    [
      'a part without any',
      {geometry: {type: 'GeometryCollection', geometries: [line([0, 0], [1, 1]), line()]}},
      ['warning geometry-part-empty'],
    ],
    ['points', {geometry: {type: 'Point', coordinates: [1, 2]}}, ['warning geometry-has-points']],
    [
      'a line of one position',
      {geometry: line([1, 2])},
      ['error geometry-empty', 'warning geometry-too-short'],
    ],
    ['positions beyond the pole', {geometry: line([0, 0], [1, 95], [2, 2])}, ['error geometry-position']],
    [
      'a bow',
      {
        geometry: polygon([
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ]),
      },
      ['warning geometry-crosses-itself'],
    ],
    [
      'a ring that winds the wrong way',
      {
        geometry: polygon([
          [0, 0],
          [0, 2],
          [2, 2],
          [2, 0],
          [0, 0],
        ]),
      },
      [],
    ],
    [
      'a hundred thousand positions',
      {geometry: line(...Array.from({length: 100_000}, (_, i): At => [i / 1000, Math.sin(i)]))},
      ['warning geometry-large'],
    ],
  ])('%s', (_, shape, expected) => {
    expect(said(shapeIssues(shape))).toEqual(expected);
  });

  test('a sentence names the row, where it is, and what to do', () => {
    const [issue] = shapeIssues({geometry: line([1.3e7, -2e6], [1.4e7, -2e6])});
    expect(issue).toEqual({
      code: 'geometry-position',
      severity: 'error',
      path: '/shapes/0/geometry',
      row: 'shape "s"',
      message: '2 positions are left out: [13000000,-2000000] looks like metres of a projection.',
      fix: 'Export it in degrees (WGS84, EPSG:4326).',
    });
    expect(shapeIssues({geometry: line([10, 120], [11, 121], [0, 0])})[0]?.message).toBe(
      '2 positions are left out: [10,120] looks as if latitude came first.',
    );
  });
});

describe('routes', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['no place', [], ['error route-too-short']],
    ['one', ['suva'], ['error route-too-short']],
    ['one that is known', ['suva', 'atlantis'], ['error route-too-short']],
    ['the same twice', ['suva', 'suva', 'apia'], ['warning route-place-twice']],
    ['there and back', ['suva', 'apia', 'suva'], []],
    ['one without a position', ['suva', 'nowhere', 'apia'], ['warning route-place-without-position']],
  ])('%s', (_, places, expected) => {
    const track = ['info geometry-across-180'];
    expect(said(routeIssues(places, [{id: 'nowhere', name: 'Nowhere'}]))).toEqual([...track, ...expected]);
  });

  test('of five thousand places', () => {
    const places = Array.from({length: 5000}, (_, i) => ({id: `p${i}`, name: 'P', lat: 1, lon: i / 100}));
    const issues = routeIssues(
      places.map(({id}) => id),
      places,
    );
    expect(said(issues)).toContain('info route-long');
  });
});
