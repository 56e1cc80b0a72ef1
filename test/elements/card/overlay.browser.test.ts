import axe from 'axe-core';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {storm} from '../../overlays.js';
import {
  all,
  button,
  dispatch,
  mount,
  one,
  reset,
  resetAddress,
  rest,
  settled,
  waitFor,
  words,
} from '../helpers.js';

beforeEach(reset);
afterEach(async () => {
  reset();
  await resetAddress();
});

const inside = (story: CronoStory, tag: string) => story.querySelector(tag) as HTMLElement;

async function mounted(data: object = storm, attributes: Record<string, string> = {}) {
  const story = await mount(['crono-card', 'crono-list', 'crono-sources'], data, attributes);
  await waitFor(() => one(inside(story, 'crono-list'), '[aria-label="On the map"] .item'));
  await settled(story);
  return story;
}

/** The card, once it shows a row. */
async function cardOf(story: CronoStory, id: string) {
  const card = inside(story, 'crono-card');
  await waitFor(() => one(card, `.event[data-id="${id}"]`));
  await waitFor(() => one(card, '[part="source"]'));
  await settled(story);
  return card;
}

test('a card says when, what, how large, how exactly it is known, and its sources by number', async () => {
  const story = await mounted();
  await dispatch(story, {type: 'select', id: 'track'});
  const card = await cardOf(story, 'track');
  expect(words(one(card, '[part="date"]'))).toBe('February 17 to 21, 2016');
  expect(words(one(card, '[part="title"]'))).toBe('Track of the storm');
  await waitFor(() =>
    expect(words(one(card, '[part="text"]'))).toBe('about 1,600 km, known to the district'),
  );
  expect(words(one(card, '.main'))).toContain('From six-hourly positions.');
  expect(words(one(card, '[part="source"]'))).toContain('Best track');
  expect(words(one(card, '[part="source"]'))).toContain('best track');
  expect(one(card, '[part="source"]').getAttribute('value')).toBe('1');
  const {violations} = await axe.run(story, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']});
  expect(violations).toEqual([]);
});

test('it goes on through shapes and routes in time, to the event that one belongs to, and back to it', async () => {
  const story = await mounted();
  await dispatch(story, {type: 'select', id: 'track'});
  await cardOf(story, 'track');
  await button('Next event').click();
  await cardOf(story, 'flood-21');
  await button('Previous event').click();
  const card = await cardOf(story, 'track');
  one(card, '.related button').click();
  await cardOf(story, 'landfall');
  expect(words(one(card, '.related'))).toContain('On the map Track of the storm');
  one(card, '.related [data-id="track"]').click();
  await cardOf(story, 'track');
  await button('Close').click();
  expect(story.snapshot.selected).toBeNull();
});

test('the list has them below the events, in time, each with what it says', async () => {
  const story = await mounted();
  const items = all(inside(story, 'crono-list'), '[role="group"][aria-label="On the map"] .item');
  expect(items.map(({dataset}) => dataset.id)).toEqual(['track', 'flood-21', 'ship', 'flood-25']);
  expect(words(items[2])).toBe(
    'February 24 to 28, 2016 Way of the ship Relief 1 Auckland → Suva → Apia, about 3,260 km',
  );
  await dispatch(story, {
    type: 'range',
    range: {start: Date.UTC(2016, 1, 24), end: Date.UTC(2016, 1, 26)},
  });
  expect(items.filter((item) => item.matches('.item-dimmed')).map(({dataset}) => dataset.id)).toEqual([
    'track',
    'flood-21',
  ]);
  expect(words(items[0])).toContain('outside the chosen period or filters');
});

test('in the list Tab comes to one of them, arrows go on, and Enter selects', async () => {
  const story = await mounted();
  const list = inside(story, 'crono-list');
  const titles = () => all(list, '[aria-label="On the map"] .title');
  expect(titles().map((title) => title.tabIndex)).toEqual([0, -1, -1, -1]);
  titles()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await settled(story);
  expect(story.snapshot.selected).toBe('ship');
  expect(titles().map((title) => title.tabIndex)).toEqual([-1, -1, 0, -1]);
  expect(titles()[2]?.getAttribute('aria-current')).toBe('true');
  await userEvent.keyboard('{End}');
  expect(list.shadowRoot?.activeElement?.textContent?.trim()).toBe('Water on 25 February');
});

test('a link to one is followed, and written', async () => {
  history.replaceState(null, '', '#e=ship');
  const story = await mounted(storm, {permalink: ''});
  expect(story.snapshot.selected).toBe('ship');
  expect(words(story.shadowRoot?.querySelector('[part="notice"]'))).toBe('');
  await dispatch(story, {type: 'select', id: 'flood-21'});
  await rest();
  expect(location.hash).toBe('#e=flood-21');
});

test('a thousand are listed step by step, and a selected one always', async () => {
  const shapes = Array.from({length: 1000}, (_, i) => ({
    ...storm.shapes[0],
    id: `s${i}`,
    name: `Track ${i}`,
  }));
  const story = await mounted({...storm, shapes});
  const items = () => all(inside(story, 'crono-list'), '[aria-label="On the map"] .item');
  expect(items()).toHaveLength(100);
  await button('and 901 more').click();
  await settled(story);
  expect(items()).toHaveLength(200);
  await dispatch(story, {type: 'select', id: 's700'});
  expect(one(inside(story, 'crono-list'), '.item-selected').dataset.id).toBe('s700');
});
