import {expect, test} from 'vitest';
import {Loader, openDataset} from '../../../src/core/loader/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {boundsOfNamed} from '../../../src/elements/map/focus.js';

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
