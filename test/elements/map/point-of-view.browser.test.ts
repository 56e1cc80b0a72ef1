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

const pathsOf = (map: Element, layer: string) =>
  all(map, `.basemap .${layer}`)
    .map((path) => path.getAttribute('d') ?? '')
    .join('');

test('borders are disputed by default, and a view of them is one that the map names', async () => {
  const element = await mount(['crono-map'], story, {width: '700px'});
  const map = element.querySelector('crono-map');
  if (!map) throw new Error('no map');
  const draw = async (code: string | undefined) => {
    map.pointOfView = code;
    await settled(element);
    await waitFor(() => expect(pathsOf(map, 'land')).not.toBe(''));
    return {disputed: pathsOf(map, 'disputed'), plain: pathsOf(map, 'border')};
  };
  const views = () => all(map, '[part~="point-of-view"]').map(words);

  await waitFor(() => expect(pathsOf(map, 'disputed')).not.toBe(''));
  const usual = await draw(undefined);
  expect(views()).toEqual([]);

  map.pointOfView = 'RU';
  await waitFor(() => expect(views()).toEqual(['Borders as seen by Russia']));
  const russian = await draw('RU');
  expect(russian.plain).toBe(usual.plain + usual.disputed);
  expect(russian.disputed).toBe('');

  const ukrainian = await draw('UA');
  expect(views()).toEqual(['Borders as seen by Ukraine']);
  expect(ukrainian).toEqual({plain: usual.plain, disputed: ''});

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
  const element = await mount(['crono-map'], {...story, language: 'es', pointOfView: 'UA'}, {width: '700px'});
  const map = element.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() =>
    expect(all(map, '[part~="point-of-view"]').map(words)).toEqual(['Fronteras según: Ucrania']),
  );
});
