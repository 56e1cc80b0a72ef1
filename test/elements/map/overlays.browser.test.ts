import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {storm} from '../../overlays.js';
import {
  all,
  button,
  click,
  dispatch,
  mount,
  one,
  reset,
  rootOf,
  settled,
  waitFor,
  words,
} from '../helpers.js';

beforeEach(reset);
afterEach(reset);

const mapOf = (story: CronoStory) => story.querySelector('crono-map') as HTMLElement;
const options = (story: CronoStory) => all(mapOf(story), '.overlay[role="option"]');

/** A story with its map, on which so many shapes and routes are drawn. */
async function drawn(data: object = storm, count = 4, attributes: Record<string, string> = {}) {
  const story = await mount(['crono-map'], data, {width: '700px', ...attributes});
  await waitFor(() => expect(options(story)).toHaveLength(count));
  await settled(story);
  return story;
}

const overlay = (story: CronoStory, id: string) =>
  one<SVGGElement>(mapOf(story), `.overlay[data-id="${id}"]`);

/** A place on what is drawn of a line, in the page. */
function pointOn(story: CronoStory, id: string, share: number) {
  const path = overlay(story, id).querySelector<SVGPathElement>('.line') as SVGPathElement;
  const {x, y} = path.getPointAtLength(path.getTotalLength() * share);
  const {a, d, e, f} = path.getScreenCTM() as DOMMatrix;
  return {x: a * x + e, y: d * y + f};
}

describe('shapes and routes on a map', () => {
  test('each has a name that says when, where and how large, and lies in the view at first', async () => {
    const story = await drawn();
    const box = mapOf(story).getBoundingClientRect();
    for (const each of options(story)) {
      const {left, right, top, bottom} = each.getBoundingClientRect();
      expect(left > box.left && right < box.right && top > box.top && bottom < box.bottom).toBe(true);
    }
    expect(overlay(story, 'ship').ariaLabel).toBe(
      'Way of the ship, February 24 to 28, 2016, Auckland → Suva → Apia, about 3,260 km, Relief',
    );
    expect(overlay(story, 'track').ariaLabel).toMatch(
      /^Track of the storm, .*, about 1,\d00 km, known to the district, Storm$/,
    );
    expect(overlay(story, 'flood-21').ariaLabel).toMatch(/, about 4,\d\d0 km², Flood$/);
  });

  test('lengths and areas are in the units that the author asks for', async () => {
    const story = await drawn();
    mapOf(story).setAttribute('units', 'imperial');
    await waitFor(() => expect(overlay(story, 'ship').ariaLabel).toMatch(/Apia, about 2,030 mi, Relief$/));
    expect(overlay(story, 'flood-21').ariaLabel).toMatch(/, about 1,\d\d0 mi², Flood$/);
  });

  test('across 180° nothing runs around the world', async () => {
    const story = await drawn();
    for (const id of ['track', 'ship']) {
      const {width} = overlay(story, id).getBoundingClientRect();
      expect(width).toBeLessThan(260);
    }
  });

  test('a click near a line selects it, one on an area that; Escape lets go', async () => {
    const story = await drawn();
    const at = pointOn(story, 'ship', 0.2);
    await click({x: at.x + 7, y: at.y});
    await waitFor(() => expect(story.snapshot.selected).toBe('ship'));
    await settled(story);
    expect(overlay(story, 'ship').getAttribute('aria-selected')).toBe('true');
    expect(overlay(story, 'ship').getAttribute('part')).toBe('route route-selected');
    await dispatch(story, {type: 'map', map: {lat: -17.6, lon: 177.6, zoom: 8}});
    await settled(story);
    const {left, top, width, height} = overlay(story, 'flood-21').getBoundingClientRect();
    await click({x: left + width / 2, y: top + height / 3});
    await waitFor(() => expect(story.snapshot.selected).toBe('flood-21'));
  });

  test('what is selected is said under the map, with its sources, where there is no card', async () => {
    const story = await drawn();
    const foot = () => words(one(mapOf(story), '.foot'));
    await dispatch(story, {type: 'select', id: 'flood-21'});
    expect(foot()).toMatch(/^.*Water on 21 February, February 21, 2016, about 4,\d\d0 km², Flood 2/);
    story.append(document.createElement('crono-card'));
    await settled(story);
    await dispatch(story, {type: 'select', id: 'ship'});
    expect(foot()).not.toContain('Way of the ship');
  });

  test('outside the range they are dimmed', async () => {
    const story = await drawn();
    await dispatch(story, {
      type: 'range',
      range: {start: Date.UTC(2016, 1, 24), end: Date.UTC(2016, 1, 26)},
    });
    const dimmed = () =>
      options(story)
        .filter((each) => each.matches('.dimmed'))
        .map((each) => each.dataset.id);
    expect(dimmed().sort()).toEqual(['flood-21', 'track']);
    await dispatch(story, {type: 'range', range: null});
    await dispatch(story, {type: 'filter', filters: {categories: ['flood']}});
    expect(dimmed().sort()).toEqual(['ship', 'track']);
  });

  test('the keys go on from the last event through them, and back', async () => {
    const story = await drawn();
    const listbox = one<SVGElement>(mapOf(story), '[role="listbox"]');
    listbox.focus();
    const at = async () => {
      await settled(story);
      const id = listbox.getAttribute('aria-activedescendant') ?? '';
      return one(mapOf(story), `#${CSS.escape(id)}`).getAttribute('aria-label');
    };
    expect(await at()).toMatch(/landfall/);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(await at()).toMatch(/^Track of the storm/);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(await at()).toMatch(/^Water on 21 February/);
    await waitFor(() => expect(story.snapshot.selected).toBe('flood-21'));
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(await at()).toMatch(/ship with water/);
    await userEvent.keyboard('{End}');
    expect(await at()).toMatch(/^Water on 25 February/);
    await userEvent.keyboard('{Home}');
    expect(await at()).toMatch(/landfall/);
  });

  test('axe finds nothing', async () => {
    const story = await drawn();
    await dispatch(story, {type: 'select', id: 'ship'});
    const {violations} = await axe.run(story, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']});
    expect(violations).toEqual([]);
  });
});

describe('shapes of files', () => {
  const withShape = (shape: object) => ({...storm, shapes: [{id: 's', name: 'The far shore', ...shape}]});
  const foot = (story: CronoStory) => words(one(mapOf(story), '.foot'));

  test('one of the own server is drawn', async () => {
    const src = new URL('./fixtures/track.json', import.meta.url).href;
    const story = await drawn(withShape({src}), 2);
    expect(foot(story)).not.toContain('The far shore');
  });

  test.each(['crono-map', 'crono-card'])(
    'its address is seen from the dataset’s file, and not from the page, in %s',
    async (tag) => {
      const story = document.createElement('crono-story');
      story.src = new URL('./fixtures/story.json', import.meta.url).href;
      story.append(document.createElement(tag));
      document.body.append(story);
      await story.ready;
      await dispatch(story, {type: 'select', id: 's'});
      const element = story.querySelector(tag) as HTMLElement;
      if (tag === 'crono-card') await waitFor(() => expect(words(one(element, '.event'))).toContain('km'));
      else await waitFor(() => expect(options(story)).toHaveLength(1));
      expect(words(rootOf(element).querySelector('.foot'))).not.toContain('Could not be drawn');
    },
  );

  test('one that does not come, and one that holds nothing, is named', async () => {
    for (const shape of [{src: '/nowhere.json'}, {geometry: {type: 'Feature', geometry: null}}, {}]) {
      const story = await drawn(withShape(shape), 1);
      await waitFor(() => expect(foot(story)).toContain('Could not be drawn: The far shore.'));
      story.remove();
    }
  });

  test('one of another server waits for the reader', async () => {
    const story = await drawn(withShape({src: 'https://example.invalid/far.json'}), 1);
    expect(foot(story)).toContain('The far shore: It is on another server, example.invalid');
    expect(
      performance.getEntriesByType('resource').filter(({name}) => name.includes('example.invalid')),
    ).toEqual([]);
    await button('Load from example.invalid').click();
    expect(story.snapshot.hosts).toEqual(['example.invalid']);
    await waitFor(() => expect(foot(story)).toContain('Could not be drawn: The far shore.'));
  });
});

test('a thousand shapes are some hundred elements, and what is merged is to be seen', async () => {
  const square = (x: number, y: number) => [
    [x, y],
    [x + 0.5, y],
    [x + 0.5, y + 0.5],
    [x, y + 0.5],
    [x, y],
  ];
  const shapes = Array.from({length: 5000}, (_, i) => ({
    id: `s${i}`,
    name: `Shape ${i}`,
    geometry: {type: 'Polygon', coordinates: [square(i % 100, Math.floor(i / 100))]},
  }));
  const story = await drawn({...storm, routes: [], shapes}, 400);
  expect(all(mapOf(story), '*').length).toBeLessThan(4000);
  expect(all(mapOf(story), '.overlays > [aria-hidden] > .line')).toHaveLength(1);
});

test('a story of shapes alone is one', async () => {
  const story = await drawn({...storm, places: [], events: [], routes: []}, 3);
  expect(story.matches(':state(empty)')).toBe(false);
  expect(page.getByText('There are no events').elements()).toEqual([]);
});

describe('what is drawn badly', () => {
  /** A coast of so many positions, rough at every zoom. */
  const line = (count: number) =>
    Array.from({length: count}, (_, i) => [170 + i / 50_000, Math.sin(i / 3000) + 0.001 * Math.sin(i) - 17]);
  const polygon = (...ring: readonly (readonly number[])[]) => ({type: 'Polygon', coordinates: [ring]});
  const bow = polygon([170, -20], [172, -18], [172, -20], [170, -18], [170, -20]);
  const clockwise = polygon([170, -20], [170, -18], [172, -18], [172, -20], [170, -20]);
  const beyond = {type: 'LineString', coordinates: [...line(3), [171, 95], [172, -120]]};
  const lost = {type: 'LineString', coordinates: line(3).map(([lon = 0, lat = 0]) => [lon, lat - 90])};
  const row = (id: string, more: object) => ({id, name: id, date: '2016-02-20', ...more});

  test('is drawn as far as it is right, or named; the story goes on', async () => {
    const many = Array.from({length: 5000}, (_, i) => ({
      id: `p${i}`,
      name: `P${i}`,
      lat: -17 + Math.sin(i),
      lon: 170 + i / 500,
      precision: 'site',
    }));
    const story = await drawn(
      {
        ...storm,
        places: [...storm.places, ...many],
        shapes: [
          row('bow', {geometry: bow}),
          row('clockwise', {geometry: clockwise}),
          row('beyond', {geometry: beyond}),
          row('lost', {geometry: lost}),
          row('null', {geometry: {type: 'Feature', geometry: null}}),
        ],
        routes: [
          row('alone', {places: ['suva']}),
          row('still', {places: ['suva', 'suva']}),
          row('twice', {places: ['suva', 'suva', 'apia']}),
          row('long', {places: many.map(({id}) => id)}),
        ],
      },
      5,
    );
    const ids = options(story).map(({dataset}) => dataset.id);
    expect(ids.sort()).toEqual(['beyond', 'bow', 'clockwise', 'long', 'twice']);
    await waitFor(() =>
      expect(words(one(mapOf(story), '.foot'))).toContain('Could not be drawn: lost, null, alone, still.'),
    );
    // An area is where it is drawn, whichever way it is written.
    const box = overlay(story, 'clockwise').getBoundingClientRect();
    expect(box.width).toBeLessThan(mapOf(story).getBoundingClientRect().width / 2);
    expect(overlay(story, 'bow').ariaLabel).toBe('bow, February 20, 2016');
    expect(overlay(story, 'twice').ariaLabel).toMatch(/^twice, .*, Suva → Suva → Apia, about 1,\d\d0 km$/);
    expect(overlay(story, 'long').ariaLabel).toContain('and 4,988 more');
    expect(all(mapOf(story), '*').length).toBeLessThan(4000);
    await dispatch(story, {type: 'select', id: 'landfall'});
    expect(story.snapshot.selected).toBe('landfall');
  });

  test('10 MB of it are drawn as some hundred positions', async () => {
    const coordinates = line(300_000);
    expect(JSON.stringify(coordinates).length).toBeGreaterThan(9e6);
    const story = await drawn(
      {...storm, routes: [], shapes: [row('large', {geometry: {type: 'LineString', coordinates}})]},
      1,
    );
    const path = overlay(story, 'large').querySelector('.line')?.getAttribute('d') ?? '';
    expect(path.length).toBeGreaterThan(100);
    expect(path.length).toBeLessThan(100_000);
  });
});
