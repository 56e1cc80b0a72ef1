import {afterEach, expect, test} from 'vitest';
import {POINTS_OF_VIEW} from '../../../src/core/geo/index.js';
import {all, mount, reset, rootOf, settled, waitFor, words} from '../helpers.js';

afterEach(reset);

/** Two days on both sides of the isthmus of Crimea. */
const story = {
  cronomapa: 1,
  id: 'isthmus',
  language: 'en',
  title: 'Two towns',
  basemap: new URL('../../../data/basemaps/world.json', import.meta.url).href,
  categories: [{id: 'a', label: 'A'}],
  places: [
    {id: 'north', name: 'Kherson', lat: 46.63, lon: 32.6},
    {id: 'south', name: 'Simferopol', lat: 44.95, lon: 34.1},
  ],
  events: [
    {id: 'e', when: '2024-01-01', title: 'One', category: 'a', places: ['north']},
    {id: 'f', when: '2024-01-02', title: 'Two', category: 'a', places: ['south']},
  ],
};

/** The lines of a layer, whatever file they are of. */
const linesOf = (map: Element, layer: string) =>
  all(map, `.basemap .${layer}`)
    .flatMap((path) => (path.getAttribute('d') ?? '').split('M').slice(1))
    .toSorted();

test('borders are disputed by default, and a view of them is one that the map names', async () => {
  const element = await mount(['crono-map'], story, {width: '700px'});
  const map = element.querySelector('crono-map');
  if (!map) throw new Error('no map');
  const draw = async (code: string | undefined) => {
    map.pointOfView = code;
    await settled(element);
    await waitFor(() => expect(linesOf(map, 'land')).not.toEqual([]));
    return {disputed: linesOf(map, 'disputed'), plain: linesOf(map, 'border')};
  };
  const views = () => all(map, '[part~="point-of-view"]').map(words);

  await waitFor(() => expect(linesOf(map, 'disputed')).not.toEqual([]));
  const usual = await draw(undefined);
  expect(views()).toEqual([]);

  map.pointOfView = 'RU';
  await waitFor(() => expect(views()).toEqual(['Borders as seen by Russia']));
  const russian = await draw('RU');
  const known = new Set([...usual.plain, ...usual.disputed]);
  const moved = russian.plain.filter((line) => !usual.plain.includes(line));
  expect(moved.length).toBeGreaterThan(0);
  for (const line of moved) {
    expect(usual.disputed).toContain(line);
    expect(russian.disputed).not.toContain(line);
  }
  expect(russian.plain.every((line) => known.has(line))).toBe(true);

  const ukrainian = await draw('UA');
  expect(views()).toEqual(['Borders as seen by Ukraine']);
  // Crimea's is a border for one, and none for the other.
  const seen = new Set([...ukrainian.plain, ...ukrainian.disputed]);
  const hidden = usual.disputed.filter((line) => !seen.has(line));
  expect(hidden.filter((line) => russian.plain.includes(line)).length).toBeGreaterThan(0);

  const unknown = await draw('QQ');
  expect(unknown).toEqual(usual);
  expect(views()).toEqual([]);
  const notice = all(map, '[part~="notice"]').map(words).join();
  expect(notice).toContain('“QQ”');
  for (const code of POINTS_OF_VIEW) expect(notice).toContain(code);

  expect(await draw(undefined)).toEqual(usual);
  expect(rootOf(map).textContent).not.toContain('“QQ”');
});

test('the dataset says it too, in the language of the reader', async () => {
  const element = await mount(
    ['crono-map'],
    {...story, language: 'es', pointOfView: 'UA'},
    {width: '700px', lang: 'es'},
  );
  const map = element.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() =>
    expect(all(map, '[part~="point-of-view"]').map(words)).toEqual(['Fronteras según: Ucrania']),
  );
});
