import {afterEach, expect, test} from 'vitest';
import {button, mount, one, RELEASE, reset, rootOf, shipped, waitFor, words} from '../helpers.js';

afterEach(reset);

const releases = await shipped('caracas-releases');

test('the card leads to the row of its event, and the focus goes there', async () => {
  const story = await mount([], releases, {selected: RELEASE, width: '340px'});
  await button('Show in the list').click();
  const focused = () => rootOf(one(story, 'crono-list')).activeElement;
  await waitFor(() => expect(words(focused())).toBe('71 political prisoners released'));
  const {top, bottom} = focused()?.getBoundingClientRect() ?? new DOMRect();
  expect(top > 0 && bottom < innerHeight).toBe(true);
});

test('a card leads to no list where the page shows none', async () => {
  const story = await mount([], releases);
  one(story, 'crono-list').hidden = true;
  story.dispatch({type: 'select', id: RELEASE});
  await expect.element(button('Next event')).toBeVisible();
  expect(button('Show in the list').elements()).toEqual([]);
});
