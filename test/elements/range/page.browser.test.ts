import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {instantOf} from '../../../src/core/time/index.js';
import {
  all,
  dispatch,
  frame,
  mount as mountIn,
  one,
  reset,
  settled,
  shipped,
  waitFor,
  watchLeaks,
  words,
} from '../helpers.js';

const releases = await shipped('caracas-releases');
const cite = [{source: 's'}];
const DAY = 86_400_000;

const months = {
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'Report', url: 'https://example.org/s'}],
  events: ['2024-01-01', '2024-05', '2024-09-09', '2025-12-31'].map((date, i) => ({
    id: `e${i}`,
    date,
    title: `Event ${i}`,
    cite,
  })),
};

afterEach(reset);

async function mount(data: unknown = months, attributes: Record<string, string> = {}) {
  const story = await mountIn(['crono-range'], data, attributes);
  const range = story.querySelector('crono-range');
  if (!range) throw new Error('no range');
  const handle = (name: 'start' | 'end') => one<SVGElement>(range, `[part="handle"][data-handle="${name}"]`);
  const press = async (name: 'start' | 'end', keys: string) => {
    handle(name).focus();
    await userEvent.keyboard(keys);
    await settled(story);
    return story.snapshot.range;
  };
  return {story, range, handle, press};
}

describe('what it says', () => {
  test('nothing leaves its box, however narrow', async () => {
    for (const width of ['960px', '340px', '200px']) {
      const {range} = await mount(releases, {width});
      const box = range.getBoundingClientRect();
      for (const each of all(range, 'svg .bin, svg .grip, svg text, .head > *')) {
        const {left, right} = each.getBoundingClientRect();
        expect(left, words(each)).toBeGreaterThanOrEqual(box.left - 1);
        expect(right, words(each)).toBeLessThanOrEqual(box.right + 1);
      }
      reset();
    }
  });
});

describe('keyboard', () => {
  test('Home and End go as far as there is room, and the handles never cross', async () => {
    const {press, story} = await mount();
    await dispatch(story, {type: 'range', range: {start: instantOf(2024, 3), end: instantOf(2024, 6)}});
    expect(await press('start', '{End}')).toEqual({start: instantOf(2024, 5), end: instantOf(2024, 6)});
    expect(await press('start', '{ArrowRight}')).toEqual({
      start: instantOf(2024, 5),
      end: instantOf(2024, 6),
    });
    expect(await press('end', '{Home}')).toEqual({start: instantOf(2024, 5), end: instantOf(2024, 6)});
    await press('end', '{End}');
    expect(await press('start', '{Home}')).toBeNull();
  });

  test('a story of days goes by days, one of centuries by years', async () => {
    const events = (...dates: string[]) => ({
      ...months,
      events: dates.map((date) => ({id: date, date, title: date, cite})),
    });
    const days = await mount(events('2024-03-01', '2024-03-20'));
    const day = await days.press('start', '{ArrowRight}');
    expect(Math.abs((day?.start ?? NaN) % DAY)).toBe(0);
    expect((await days.press('start', '{ArrowRight}'))?.start).toBe((day?.start ?? NaN) + DAY);
    reset();
    const ages = await mount(events('1500', '1900'));
    const range = await ages.press('start', '{ArrowRight}');
    const again = await ages.press('start', '{ArrowRight}');
    expect(((again?.start ?? NaN) - (range?.start ?? NaN)) / DAY).toBeGreaterThanOrEqual(365);
    expect(((again?.start ?? NaN) - (range?.start ?? NaN)) / DAY).toBeLessThanOrEqual(366);
  });

  test('focus can be seen, and Tab reaches the two handles', async () => {
    const {handle, range} = await mount();
    await userEvent.keyboard('{Tab}');
    expect(range.shadowRoot?.activeElement).toBe(handle('start'));
    const {stroke} = getComputedStyle(one(range, '[data-handle="start"] .target'));
    expect(stroke).not.toBe('none');
    await userEvent.keyboard('{Tab}');
    expect(range.shadowRoot?.activeElement).toBe(handle('end'));
  });
});

describe('in the page', () => {
  test('shows its fallback until a dataset is ready; of an empty one, nothing', async () => {
    document.body.innerHTML =
      '<crono-story><crono-range><p>Without JavaScript</p></crono-range></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
    const {range} = await mount({cronomapa: 1, language: 'en', events: []});
    expect(all(range, 'svg')).toEqual([]);
  });

  test('joins by `for`, follows a story that comes later, and lets go', async () => {
    const range = document.createElement('crono-range');
    range.setAttribute('for', 'story');
    document.body.append(range);
    await range.updateComplete;
    const {story} = await mount(months, {id: 'story'});
    await waitFor(() => expect(all(range, '[part="handle"]').length).toBe(2));
    await dispatch(story, {type: 'range', range: {start: instantOf(2024, 5), end: instantOf(2024, 6)}});
    await waitFor(() => expect(words(one(range, '.words'))).toBe('May 2024'));
    story.remove();
    await waitFor(() => expect(all(range, '[part="handle"]').length).toBe(0));
  });

  test('mounted and unmounted it leaves no listener and no observer behind', async () => {
    const watch = watchLeaks();
    for (let i = 0; i < 10; i++) {
      const {story} = await mount();
      story.parentElement?.remove();
    }
    await frame();
    const {added, alive} = watch.stop();
    expect(added).toBeGreaterThan(20);
    expect(alive).toEqual([]);
  });
});
