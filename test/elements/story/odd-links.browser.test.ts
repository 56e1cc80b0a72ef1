import {afterEach, beforeEach, expect, test} from 'vitest';
import {address, mount, one, pause, reset, resetAddress, rootOf, shipped, waitFor} from '../helpers.js';

/* Malformed and unusual permalinks. */

const releases = await shipped('caracas-releases');
beforeEach(() => history.replaceState(null, '', address));
afterEach(async () => {
  reset();
  await resetAddress();
});

test.each([
  'v=90,540,24',
  'v=-90,-540,0',
  'v=10,-180,3',
  'r=-999999999999-01-01/999999999999-01-01',
  'r=2024-07-28T10:00:00.000/2024-07-28T10:00:00.001',
  'r=/1000-01-01',
  'r=2300-01-01/',
  'r=/2025-01-01',
])('"%s" is drawn without harm', async (link) => {
  history.replaceState(null, '', `#${link}`);
  const story = await mount(['crono-map', 'crono-timeline', 'crono-range', 'crono-list'], releases, {
    permalink: '',
    width: '700px',
  });
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  // Near a pole there is no land to be drawn.
  await waitFor(() => expect(rootOf(map).querySelector('[part~="scale"]')).not.toBe(null));
  await pause(700);
  expect(rootOf(map).innerHTML).not.toMatch(/NaN|Infinity/);
  for (const tag of ['crono-timeline', 'crono-range'])
    expect([
      tag,
      rootOf(story.querySelector(tag) as Element).innerHTML.match(/.{60}(NaN|Infinity).{30}/g),
    ]).toEqual([tag, null]);
  const slider = one(story.querySelector('crono-range') as Element, '[role=slider]');
  for (const key of ['ArrowRight', 'PageDown', 'End'])
    slider.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  const {range} = story.snapshot;
  expect(range === null || (Number.isFinite(range.start) && range.start < range.end)).toBe(true);
  // Where it fits everything is in view again.
  one(map, '.controls button:last-child').click();
  await waitFor(() => expect(story.snapshot.map).toBe(null));
});
