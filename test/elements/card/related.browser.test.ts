import {afterEach, expect, test} from 'vitest';
import {all, button, dispatch, mount, one, reset, rootOf, settled, waitFor, words} from '../helpers.js';

afterEach(reset);

/** A storm at sea: it begins far from where it is counted, and three years later something answers it. */
const STORM = {
  cronomapa: 1,
  language: 'en',
  title: 'The storm',
  places: [
    {id: 'suva', name: 'Suva', lat: -18.14, lon: 178.44, precision: 'site'},
    {id: 'apia', name: 'Apia', lat: -13.83, lon: -171.77, precision: 'site'},
    {id: 'geneva', name: 'Geneva', lat: 46.2, lon: 6.14, precision: 'site'},
  ],
  events: [
    {id: 'storm', date: '2021-03-01', title: 'The storm comes', places: ['suva']},
    {id: 'count', date: '2021-03-09', title: 'The dead are counted', places: ['apia']},
    {
      id: 'law',
      date: '2024-06-20',
      title: 'A law answers it',
      places: ['geneva'],
      links: [{to: 'storm', rel: 'responds'}],
    },
  ],
};

test('a related event outside the period is brought to every view, and leads back into it', async () => {
  const tags = ['crono-card', 'crono-map', 'crono-timeline', 'crono-list'];
  const story = await mount(tags, STORM, {width: '700px', selected: 'storm'});
  const [card, map, timeline, list] = tags.map((tag) => story.querySelector(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  await waitFor(() => expect(all(map, '.place[data-id="suva"]')).toHaveLength(1));
  // As a gesture of the reader would: the list is below the screen.
  dispatchEvent(new Event('crono-arrive'));
  await waitFor(() => expect(all(list, '.title').length).toBeGreaterThan(0));
  await dispatch(story, {type: 'range', range: {start: Date.UTC(2021, 1, 1), end: Date.UTC(2021, 4, 1)}});
  // Where the reader looks closely Geneva is out of view.
  await dispatch(story, {type: 'map', map: {lat: -16, lon: 181, zoom: 5}});
  one(card, '[data-section="related"]').toggleAttribute('open', true);
  await button('A law answers it').click();
  await settled(story);
  expect(story.snapshot.selected).toBe('law');
  const isInMap = () => {
    const frame = one(map, '.frame').getBoundingClientRect();
    return all(map, '[part~="place"] .target, [part~="cluster"] circle').some((mark) => {
      const {left, top, width, height} = mark.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isIn = x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
      return isIn && mark.closest('[data-id="geneva"], [part~="cluster"]') !== null;
    });
  };
  await waitFor(() => expect(isInMap()).toBe(true));
  await waitFor(() =>
    expect(words(rootOf(timeline).querySelector('[part~="outside"]'))).toBe('Selected: June 20, 2024'),
  );
  const row = one(list, '[part~="item-selected"]');
  expect([row.dataset.id, words(row.querySelector('.outside'))]).toEqual([
    'law',
    'outside the chosen period or filters',
  ]);
  const way = one(card, '[part~="step"]');
  expect(way.getAttribute('aria-disabled')).toBe('false');
  way.click();
  await waitFor(() => expect(story.snapshot.selected).toBe('count'));
  await waitFor(() => expect(rootOf(timeline).querySelector('[part~="outside"]')).toBe(null));
});
