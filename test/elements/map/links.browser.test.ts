import {afterEach, beforeEach, expect, test} from 'vitest';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  address,
  mount,
  one,
  pause,
  reset,
  resetAddress,
  rootOf,
  shipped,
  waitFor,
  words,
} from '../helpers.js';

const releases = await shipped('caracas-releases');
beforeEach(() => history.replaceState(null, '', address));
afterEach(async () => {
  reset();
  await resetAddress();
});

const maps = (story: CronoStory) => [...story.querySelectorAll('crono-map')];
const drawn = (map: Element) => waitFor(() => expect(rootOf(map).querySelector('.land')).not.toBe(null));
const scale = (map: Element) => words(one(map, '.scale') ?? null);

test('a map in a tab that is hidden goes where the link wants it when it is shown', async () => {
  const shown = await mount(['crono-map'], releases, {width: '700px'});
  await drawn(maps(shown)[0] as Element);
  const whole = scale(maps(shown)[0] as Element);
  reset();
  const story = await mount(['crono-map'], releases, {permalink: '', width: '700px'});
  const [map] = maps(story);
  if (!map) throw new Error('no map');
  await drawn(map);
  map.hidden = true;
  await pause(100);
  await story.follow('v=10.2,-67.1,6.5');
  await pause(500);
  map.hidden = false;
  await waitFor(() => expect(scale(map)).not.toBe(whole));
  await pause(600);
  expect(story.snapshot.map).toEqual({lat: 10.2, lon: -67.1, zoom: 6.5});
});

test('of two maps of a story none follows the other, also when one shows all', async () => {
  const story = await mount(['crono-map', 'crono-map'], releases, {permalink: '', width: '700px'});
  const [a, b] = maps(story);
  if (!a || !b) throw new Error('no maps');
  b.scrollIntoView();
  await drawn(a);
  await drawn(b);
  const whole = scale(a);
  one(b, '.controls button').click();
  await pause(350);
  one(a, '.controls button').click();
  await pause(350);
  const near = scale(b);
  expect(near).not.toBe(whole);
  one(a, '.controls button:last-child').click();
  await pause(350);
  expect(scale(a)).toBe(whole);
  expect(scale(b)).toBe(near);
});
