import {afterEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import {ODD_STORIES} from '../../odd-stories.js';
import {dispatch, mount, one, reset, rootOf} from '../helpers.js';

afterEach(reset);

const ALL = ['map', 'timeline', 'range', 'card', 'list', 'sources'];
const viewsOf = (story: Element) =>
  [...rootOf(story).querySelectorAll('.layout [exportparts]')].map(({localName}) =>
    localName.replace('crono-', ''),
  );

/** The views without which each story is drawn. */
const WITHOUT: Record<keyof typeof ODD_STORIES, readonly string[]> = {
  'one event': ['timeline', 'range'],
  none: ALL,
  'all undated': ['timeline', 'range'],
  'all on one day': ['range'],
  '4,000 years apart': ['range'],
  '60 categories': [],
  'titles of 300 letters': [],
  '400 events at one place': [],
  'no place': ['map'],
  'neither date nor place': ['map', 'timeline', 'range'],
};

test.each(Object.entries(WITHOUT))(
  '%s: views that have nothing to show leave their room',
  async (name, without) => {
    const story = await mount([], ODD_STORIES[name as keyof typeof ODD_STORIES], {width: '1000px'});
    const views = viewsOf(story).filter((view) => view !== 'filter');
    expect(views).toEqual(ALL.filter((view) => !without.includes(view)));
    // Nothing is wider than its box.
    const box = story.getBoundingClientRect();
    for (const each of rootOf(story).querySelectorAll('.layout > *, .views > *')) {
      const {left, right} = each.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(box.left - 1);
      expect(right).toBeLessThanOrEqual(box.right + 1);
    }
  },
);

describe('on a phone, what the marks mean', () => {
  const named = () =>
    page
      .getByText('Kind of damage 1', {exact: true})
      .elements()
      .filter((each) => each.closest('li')?.checkVisibility() && each.closest('[part~="legend"], .legend'));

  test.each([
    ['of map and timeline', undefined],
    ['of the map alone', 'map'],
    ['of the timeline alone', 'timeline'],
  ])('%s is said once', async (_, views) => {
    await page.viewport(360, 740);
    const story = await mount([], ODD_STORIES['60 categories'], {width: '340px', ...(views && {views})});
    // Below the filters of sixty, it is not on the first screen.
    one(story, '.views').scrollIntoView();
    await expect.poll(() => named().length).toBe(1);
    await page.viewport(1000, 700);
  });
});

test('a story without events keeps its name', async () => {
  await mount([], ODD_STORIES.none);
  const title = page.getByRole('heading', {name: 'No event'});
  await expect.element(title).toBeVisible();
  const notice = page.getByText('There are no events in this story yet.');
  expect(notice.elements()).toHaveLength(1);
  expect(title.element().compareDocumentPosition(notice.element())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

describe('the card of the default layout', () => {
  const data = ODD_STORIES['titles of 300 letters'];

  test('stays beside what is read, no taller than the screen, and begins at its top', async () => {
    await page.viewport(1000, 500);
    const story = await mount([], data, {width: '960px', selected: 'e0'});
    const card = one(story, 'crono-card');
    for (const y of [0, 600, 1200]) {
      scrollTo(0, y);
      const {top, bottom, height} = card.getBoundingClientRect();
      expect(height).toBeLessThanOrEqual(500);
      expect(top).toBeGreaterThanOrEqual(0);
      if (y > 0) expect(bottom).toBeLessThanOrEqual(500);
    }
    card.scrollTop = 100;
    expect(card.scrollTop).toBe(100);
    await dispatch(story, {type: 'select', id: 'e1'});
    expect(card.scrollTop).toBe(0);
    await page.viewport(1000, 700);
  });

  test('fades where it is cut, until its end is reached; one that is whole does not', async () => {
    await page.viewport(1000, 500);
    const story = await mount([], data, {width: '960px', selected: 'e0'});
    const card = one(story, 'crono-card');
    const size = () => getComputedStyle(card).maskSize;
    expect(card.scrollHeight).toBeGreaterThan(card.clientHeight);
    await expect.poll(size).toBe('100% 100%');
    card.scrollTop = card.scrollHeight;
    await expect.poll(size).toBe('100% calc(100% + 48px)');
    await page.viewport(1000, 4000);
    card.scrollTop = 0;
    await expect.poll(size).toBe('100% calc(100% + 48px)');
    await page.viewport(1000, 700);
  });

  test('stands where the author puts it, with the views that the author names', async () => {
    const story = await mount([], data, {width: '960px', views: 'card timeline map'});
    expect(viewsOf(story)).toEqual(['card', 'timeline', 'map']);
    const [card, timeline] = [one(story, 'crono-card'), one(story, 'crono-timeline')].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(card?.right).toBeLessThan(timeline?.left ?? 0);
    expect(card?.top).toBeCloseTo(timeline?.top ?? 0, 0);
  });
});
