import {expect, test} from 'vitest';
import {parseDataset, parseLines} from '../../../src/core/dataset/index.js';
import {Loader, openDataset} from '../../../src/core/loader/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {storm} from '../../overlays.js';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const issuesOf = (rows: object) =>
  parseDataset({...storm, ...rows}).issues.map(({code, path}) => `${path} ${code}`);

/** The story as newline JSON. */
function linesOf(tree: Readonly<Record<string, unknown>>): string {
  const isTable = (key: string) => Array.isArray(tree[key]);
  const head = Object.fromEntries(Object.entries(tree).filter(([key]) => !isTable(key)));
  const rows = Object.keys(tree)
    .filter(isTable)
    .flatMap((table) => (tree[table] as readonly unknown[]).map((row) => JSON.stringify({[table]: row})));
  return [JSON.stringify(head), ...rows].join('\n');
}

test('a sound story has no issue, and keeps geometry as it is written', () => {
  const {dataset, issues} = parseDataset(storm);
  expect(issues).toEqual([]);
  expect(dataset.shapes[0]?.geometry).toEqual(storm.shapes[0]?.geometry);
  expect(Object.isFrozen(dataset.shapes[0]?.geometry)).toBe(true);
  expect(dataset.routes[0]?.interval?.start).toBe(Date.UTC(2016, 1, 24));
});

test('what is wrong with a row is said, and the row stays where it can', () => {
  const [shape] = storm.shapes;
  const [route] = storm.routes;
  expect(
    issuesOf({
      shapes: [
        {...shape, geometry: {type: 'Circle'}},
        {...shape, id: 'b', geometry: 'a line', category: 'nothing'},
        {id: 'c', name: 'C', src: 'javascript:alert(1)', precision: 'roughly'},
      ],
      routes: [
        {...route, places: ['suva', 'atlantis'], kind: 'curved', event: 'nothing', date: '2016-02-31'},
      ],
    }),
  ).toEqual([
    '/shapes/0/geometry wrong-type',
    '/shapes/1/category reference-to-nothing',
    '/shapes/1/geometry wrong-type',
    '/shapes/2/src address-unsafe',
    '/shapes/2/precision value-unknown',
    '/routes/0/date date-impossible',
    '/routes/0/places/1 reference-to-nothing',
    '/routes/0/kind value-unknown',
    '/routes/0/event reference-to-nothing',
    '/shapes/2 shape-without-source',
  ]);
});

test('ids are one namespace with events: what is taken is left out', () => {
  const [route] = storm.routes;
  const rows = {routes: [{...route, id: 'landfall'}, {...route, id: 'track'}, route]};
  expect(issuesOf(rows)).toEqual(['/routes/0/id id-twice', '/routes/1/id id-twice']);
  expect(parseDataset({...storm, ...rows}).dataset.routes.map(({id}) => id)).toEqual(['ship']);
});

test.each([
  ['sound', storm],
  [
    'with faults',
    {
      ...storm,
      routes: [
        {id: 'landfall', name: 'R', places: ['suva', 'atlantis']},
        {id: 'r', name: 'R', places: ['atlantis']},
      ],
    },
  ],
])('newline JSON, %s, read row by row, is the same', (_, tree) => {
  const text = linesOf(tree);
  const loader = new Loader({lines: true, decode});
  loader.push(new TextEncoder().encode(text));
  const opened = openDataset(loader.finish(), decode);
  const whole = parseDataset(parseLines(text).json);
  expect(opened.dataset.shapes).toEqual(whole.dataset.shapes);
  expect(opened.dataset.routes).toEqual(whole.dataset.routes);
  expect(opened.issues).toEqual(whole.issues);
});

test('a store selects a shape or a route by its id, and nothing that is not there', () => {
  const store = createStore(parseDataset(storm).dataset);
  for (const id of ['ship', 'track', 'landfall']) {
    store.dispatch({type: 'select', id});
    expect(store.snapshot.selected).toBe(id);
  }
  store.dispatch({type: 'select', id: 'atlantis'});
  expect(store.snapshot.selected).toBe('landfall');
  store.dispatch({type: 'select', id: 'ship'});
  store.dispatch({type: 'load', dataset: parseDataset({...storm, routes: []}).dataset, issues: []});
  expect(store.snapshot.selected).toBeNull();
});
