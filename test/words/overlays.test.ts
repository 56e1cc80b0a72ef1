import {expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {overlaysOf, sizeOfOverlay} from '../../src/core/overlays/index.js';
import {loadAllMessages} from '../../src/i18n/index.js';
import {overlayFacts, overlayName, plain} from '../../src/words/index.js';
import {storm} from '../overlays.js';

await loadAllMessages();

const {dataset} = parseDataset(storm);

/** What is said of a shape or a route. */
function factsOf(rows: object, id: string, locale = 'en') {
  const reading = {dataset: parseDataset({...storm, ...rows}).dataset, locale};
  const overlay = overlaysOf(reading.dataset).find((each) => each.id === id);
  if (!overlay) throw new Error(`no ${id}`);
  return plain(overlayFacts(overlay, sizeOfOverlay(overlay, reading.dataset), reading));
}

test.each([
  ['en', 'Way of the ship, February 24 to 28, 2016, Auckland → Suva → Apia, about 3,260 km, Relief'],
  [
    'es',
    'Way of the ship, del 24 al 28 de febrero de 2016, Auckland → Suva → Apia, cerca de 3.260 km, Relief',
  ],
])('a route in one breath, in %s', (locale, name) => {
  const [ship] = dataset.routes;
  if (!ship) throw new Error('no route');
  expect(overlayName(ship, sizeOfOverlay(ship, dataset), {dataset, locale})).toBe(name);
});

test('from right to left the way is written from right to left', () => {
  expect(factsOf({}, 'ship', 'ar')).toMatch(/^Auckland ← Suva ← Apia، /);
});

test('areas are in square kilometres, small ones in square metres, of three digits', () => {
  expect(factsOf({}, 'flood-21')).toMatch(/^about 4,\d\d0 km²$/);
  const field = [
    [
      [177, -17],
      [177.001, -17],
      [177.001, -17.001],
      [177, -17.001],
    ],
  ];
  const shapes = [{id: 's', name: 'S', geometry: {type: 'Polygon', coordinates: field}}];
  expect(factsOf({shapes}, 's')).toBe('about 11,800 m²');
  expect(factsOf({shapes}, 's', 'fr')).toBe('environ 11\u202f800\u202fm²');
});

test('what is known to the town or less has two digits, in the unit that it is said in', () => {
  const [ship] = dataset.routes;
  if (!ship) throw new Error('no route');
  const roughly = {precision: 'locality'};
  const places = storm.places.map((place) => (place.id === 'apia' ? {...place, ...roughly} : place));
  expect(factsOf({places}, 'ship')).toMatch(/, about 3,300 km$/);
  const size = sizeOfOverlay(ship, dataset);
  const said = (more: object) => plain(overlayFacts(ship, size, {dataset, locale: 'en', ...more}));
  expect(said({units: 'imperial'})).toMatch(/, about 2,030 mi$/);
});

test('nothing is said that is not known: a size of what crosses itself, or of a file; a way with a gap', () => {
  const bow = [
    [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ],
  ];
  const shapes = [
    {id: 'bow', name: 'S', geometry: {type: 'Polygon', coordinates: bow}, precision: 'region'},
    {id: 'file', name: 'F', src: 'a.json'},
  ];
  expect(factsOf({shapes}, 'bow')).toBe('known to the region');
  expect(factsOf({shapes}, 'file')).toBe('');
  const places = [...storm.places, {id: 'nowhere', name: 'Nowhere'}];
  const routes = [{id: 'r', name: 'R', places: ['suva', 'nowhere', 'apia']}];
  expect(factsOf({places, routes}, 'r')).toBe('Suva → Nowhere → Apia');
});

test('of many places the first are named, how many more there are, and the last', () => {
  const places = Array.from({length: 5000}, (_, i) => ({
    id: `p${i}`,
    name: `P${i}`,
    lat: 1,
    lon: 1 + i / 100,
  }));
  const routes = [{id: 'r', name: 'R', places: places.map(({id}) => id)}];
  expect(factsOf({places, routes}, 'r')).toMatch(/→ P10 → and 4,988 more → P4999, about 5,560 km$/);
});
