/** Zooming in leads to places, and a map without any says where they are. */
import {afterEach, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import {all, button, dispatch, frame, mount as mountIn, one, reset, settled, waitFor} from '../helpers.js';

afterEach(reset);

/** Two towns in the east, one in the west, and nothing between. */
const apart = {
  cronomapa: 1,
  language: 'en',
  basemap: 'none',
  places: [
    {id: 'west', name: 'West', lat: 1, lon: -60, precision: 'site'},
    {id: 'east', name: 'East', lat: 1, lon: 60, precision: 'site'},
    {id: 'near', name: 'Near by', lat: 3, lon: 62, precision: 'site'},
  ],
  events: ['west', 'east', 'near'].map((id, i) => ({
    id: `at-${id}`,
    date: `2024-0${i + 1}-01`,
    title: `In the ${id}`,
    places: [id],
  })),
};

async function mount() {
  const story = await mountIn(['crono-map'], apart, {width: '700px'});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  map.scrollIntoView();
  await waitFor(() => expect(all(map, '.place, .cluster').length).toBeGreaterThan(1));
  await settled(story);
  const inView = () => {
    const {left, right, top, bottom} = one(map, '.stage').getBoundingClientRect();
    return all(map, '.place .target, .cluster circle').filter((each) => {
      const box = each.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      return x > left && x < right && y > top && y < bottom;
    }).length;
  };
  const zoomIn = async () => {
    const {map: before} = story.snapshot;
    await button('Zoom in').click();
    await waitFor(() => expect(story.snapshot.map).not.toEqual(before));
    await settled(story);
    await frame();
  };
  return {story, map, inView, zoomIn};
}

test('plus never leads to where nothing is, but to most of what is in view', async () => {
  const {story, map, inView, zoomIn} = await mount();
  for (let i = 0; i < 4; i++) {
    await zoomIn();
    expect(inView()).toBeGreaterThan(0);
  }
  expect(story.snapshot.map?.lon).toBeGreaterThan(20);
  one<SVGElement>(map, '[role="listbox"]').focus();
  const before = story.snapshot.map?.zoom ?? 0;
  await userEvent.keyboard('+');
  await waitFor(() => expect(story.snapshot.map?.zoom).toBeCloseTo(before + 1, 3));
  expect(inView()).toBeGreaterThan(0);
});

test('plus goes towards the selected place', async () => {
  const {story, inView, zoomIn} = await mount();
  await dispatch(story, {type: 'select', id: 'at-west'});
  for (let i = 0; i < 4; i++) await zoomIn();
  expect(inView()).toBeGreaterThan(0);
  expect(story.snapshot.map?.lon).toBeLessThan(-20);
});

test('where nothing is, a button says which way the nearest events lie and leads there', async () => {
  const {story, map, inView} = await mount();
  await dispatch(story, {type: 'map', map: {lat: 1, lon: 10, zoom: 4}});
  await waitFor(() => expect(all(map, '.nearest')).toHaveLength(1));
  expect(inView()).toBe(0);
  // East is to the right.
  expect(one(map, '.nearest path').getAttribute('transform')).toMatch(/^rotate\(-?[0-5]\)$/);
  await button('To the nearest events').click();
  await waitFor(() => expect(inView()).toBeGreaterThan(0));
  await waitFor(() => expect(all(map, '.nearest')).toEqual([]));
});
