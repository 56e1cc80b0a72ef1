import {expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {project} from '../../../src/core/geo/index.js';
import {Loader, openDataset} from '../../../src/core/loader/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {boundsOfNamed, focusOf, isCovered} from '../../../src/elements/map/focus.js';
import * as many from '../../../src/elements/map/many.js';

/* What a map is fitted to, in Node. */

test('the places that a step names are found without reading the others of a large file', () => {
  const decoder = new TextDecoder();
  const places = Array.from({length: 3000}, (_, i) => ({id: `p${i}`, lat: i / 100, lon: 1, name: `P${i}`}));
  const events = places.map(({id}, i) => ({id: `e${i}`, date: '2020', title: 'E', places: [id]}));
  const text = JSON.stringify({cronomapa: 1, language: 'en', title: 'T', places, events});
  let read = 0;
  const decode = (bytes: Uint8Array) => {
    read++;
    return decoder.decode(bytes);
  };
  const loader = new Loader({decode});
  loader.push(new TextEncoder().encode(text));
  const {snapshot} = createStore(openDataset(loader.finish(), decode).dataset);
  read = 0;
  expect(boundsOfNamed(snapshot, ['p2000', 'p2100', 'nowhere'])).toMatchObject({south: 20, north: 21});
  expect(read).toBeLessThan(30);
});

test('what stands on a map of many places covers a circle whose middle lies under it', () => {
  // Groups of forty in a square, and a place by itself east of them.
  const grouped = Array.from({length: 640}, (_, i) => ({
    id: `p${i}`,
    lat: 40 - 4 * (i % 4) + (i % 7) / 500,
    lon: 4 * (Math.floor(i / 4) % 4) + (i % 5) / 500,
    name: `P${i}`,
  }));
  const places = [...grouped, {id: 'alone', lat: 34, lon: 20, name: 'Alone'}];
  const events = places.map(({id}, i) => ({id: `e${i}`, date: '2020', title: 'E', places: [id]}));
  const {dataset} = parseDataset({cronomapa: 1, language: 'en', places, events});
  const {snapshot} = createStore(dataset);
  const [zoom, width, height] = [5, 600, 400];
  const [x, y] = project({lat: 34, lon: 8}, zoom);
  const view = {zoom, width, height, origin: [x - width / 2, y - height / 2] as const};
  const bounds = focusOf(snapshot);
  if (!bounds) throw new Error('nothing is shown');
  const covers = (left: number, top: number) =>
    isCovered(snapshot, bounds, view, [{x: left - 20, y: top - 20, width: 40, height: 40}], many);
  const {places: single, circles = []} = many.crowdedPlacesInView(snapshot, view);
  expect([circles.length, single.map(({id}) => id)]).toEqual([16, ['alone']]);
  for (const mark of circles) {
    expect(covers(mark.x, mark.y)).toBe(true);
    expect(covers(mark.x + 35, mark.y + 35)).toBe(false);
  }
});
