import {afterEach, expect, test, vi} from 'vitest';
import type {CronoMap} from '../../../src/elements/map/map.js';
import {all, frame, mount, one, pause, reset, waitFor} from '../helpers.js';

/* What a step shows is in view, whatever the map's size, and whenever the module that flies there comes. */

const {isThere, arrive} = vi.hoisted(() => {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return {isThere: promise, arrive: () => resolve()};
});
vi.mock(import('../../../src/elements/map/flight.js'), async (original) => {
  await isThere;
  return original();
});

const COAST = {
  cronomapa: 1,
  language: 'en',
  title: 'A coast',
  sources: [{id: 'log', title: 'The log'}],
  places: [
    {id: 'west', name: 'West', lat: 18.4, lon: -67, radius: 8000},
    {id: 'east', name: 'East', lat: 15.4, lon: -61.3, radius: 8000},
  ],
  events: ['west', 'east'].map((id) => ({
    id,
    date: '2017-09-18',
    title: id,
    places: [id],
    cite: [{source: 'log'}],
  })),
};

afterEach(reset);

/** A story on a wide map, and what tells a step of it. */
async function told(zoom?: number) {
  const story = await mount(['crono-map'], COAST, {width: '1000px'});
  const map = story.querySelector<CronoMap>('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => expect(all(map, '.area')).toHaveLength(2));
  const step = {id: 'a', places: ['west', 'east'], zoom, question: undefined, isPassed: false};
  return {map, tell: () => story.dispatch({type: 'step', view: {step}})};
}

/** How far the circles are from the nearest edge of the map, in pixels: less than nothing when one is cut. */
function air(map: CronoMap): number {
  const {width, height} = one(map, '.frame').getBoundingClientRect();
  const edges = all(map, '.area').flatMap((area) => {
    const [x = NaN, y = NaN, r = NaN] = ['cx', 'cy', 'r'].map((name) => Number(area.getAttribute(name)));
    return [x - r, y - r, width - x - r, height - y - r];
  });
  return Math.min(...edges);
}

test('a map that has become narrower before it could fly shows all of its step', async () => {
  const {map, tell} = await told();
  tell();
  map.style.inlineSize = '400px';
  await waitFor(() => expect(one(map, '.frame').clientWidth).toBeLessThan(400));
  await frame();
  arrive();
  await pause(700);
  expect(air(map)).toBeGreaterThan(0);
});

test('a step that is to be shown nearer than its places have room is shown from farther away', async () => {
  arrive();
  const {map, tell} = await told(10);
  tell();
  await pause(700);
  expect(air(map)).toBeGreaterThan(0);
});
