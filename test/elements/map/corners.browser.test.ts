import {afterEach, describe, expect, test} from 'vitest';
import type {CronoMap} from '../../../src/elements/map/map.js';
import {all, button, mount, one, reset, rootOf, settled, waitFor} from '../helpers.js';

/* Stories at the corners of the map: every place is inside it at first sight. */

type Where = readonly [name: string, lat: number, lon: number];

const STORIES: Readonly<Record<string, readonly Where[]>> = {
  'from Fiji to Samoa': [
    ['Suva', -18.14, 178.44],
    ['Taveuni', -16.85, -179.97],
    ['Apia', -13.83, -171.77],
  ],
  'from Chukotka to Alaska': [
    ['Anadyr', 64.73, 177.5],
    ['Uelen', 66.16, -169.81],
    ['Nome', 64.5, -165.41],
  ],
  'at both poles': [
    ['North Pole', 90, 0],
    ['Longyearbyen', 78.22, 15.63],
    ['McMurdo', -77.85, 166.67],
    ['South Pole', -90, 0],
  ],
  'at 0/0': [['Null Island', 0, 0]],
  'in eight cities of the world': [
    ['Buenos Aires', -34.6, -58.4],
    ['Los Angeles', 34.05, -118.25],
    ['Reykjavík', 64.15, -21.94],
    ['Lagos', 6.45, 3.4],
    ['Moscow', 55.75, 37.62],
    ['Mumbai', 19.08, 72.88],
    ['Tokyo', 35.68, 139.69],
    ['Auckland', -36.85, 174.76],
  ],
};

afterEach(reset);

const storyOf = (places: readonly Where[]) => ({
  cronomapa: 1,
  language: 'en',
  places: places.map(([name, lat, lon], i) => ({id: `p${i}`, name, lat, lon, precision: 'site'})),
  events: places.map(([name], i) => ({id: `e${i}`, date: `2024-0${i + 1}`, title: name, places: [`p${i}`]})),
});

async function mapOf(places: readonly Where[], width: number) {
  const story = await mount(['crono-map'], storyOf(places), {width: `${width}px`});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => expect(all(map, '[part~="place"], [part~="cluster"]').length).toBeGreaterThan(0));
  await settled(story);
  return {story, map};
}

/** How far what is drawn of the places lies within the map, in pixels: the middles of marks and circles. */
function marginOf(map: CronoMap): number {
  const frame = one(map, '.frame').getBoundingClientRect();
  const margins = all(map, '.place, .cluster').flatMap((mark) => {
    const circle = mark.querySelector('.target, circle') ?? mark;
    const {left, top, width, height} = circle.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return [x - frame.left, frame.right - x, y - frame.top, frame.bottom - y];
  });
  return Math.min(...margins);
}

describe.each(Object.entries(STORIES))('a story %s', (_, places) => {
  test.each([342, 980])(
    'is inside a map of %i pixels at first sight, and after "Show everything"',
    async (width) => {
      const {story, map} = await mapOf(places, width);
      const counted = all(map, '.cluster').map((each) => Number(each.textContent?.replace(/\D/g, '')));
      const single = all(map, '.place').length;
      expect(single + counted.reduce((sum, count) => sum + count, 0)).toBe(places.length);
      expect(marginOf(map)).toBeGreaterThanOrEqual(8);
      // Not by the pointer, which would wait for a button that can do nothing.
      for (const name of ['Zoom in', 'Zoom in', 'Show everything']) {
        (button(name).element() as HTMLElement).click();
        await settled(story);
      }
      expect(marginOf(map)).toBeGreaterThanOrEqual(8);
      expect(rootOf(map).querySelectorAll('.foot [part~="notice"]')).toHaveLength(0);
    },
  );
});
