import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {CronoRange} from '../../../src/elements/range/range.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {all, button, click, dispatch, drag, mount, one, reset, rootOf, settled, words} from '../helpers.js';

afterEach(reset);

const DAY = 86_400_000;
/** Half a handle, left free at either end. */
const PAD = 12;
const at = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day);

const year = {
  cronomapa: 1,
  language: 'en',
  events: [
    {id: 'jan', date: '2024-01-10', title: 'January'},
    {id: 'mar', date: '2024-03', title: 'March'},
    {id: 'jun', date: '2024-06-20', title: 'June'},
    {id: 'nov', date: '2024-11-05', title: 'November'},
    {id: 'never', date: 'in spring', title: 'Some spring'},
  ],
};

async function draw(data: unknown = year, more: Record<string, string> = {}) {
  const story = await mount(['crono-range'], data, more);
  const range = story.querySelector('crono-range');
  if (!range) throw new Error('no range');
  // A slotted element has no size until the story has drawn its slot.
  await expect
    .poll(() => Number(rootOf(range).querySelector('svg')?.getAttribute('width')))
    .toBeGreaterThan(0);
  await settled(story);
  return {story, range};
}

const handle = (range: CronoRange, name: 'start' | 'end') =>
  one<SVGElement>(range, `[role="slider"][data-handle="${name}"]`);
const value = (element: Element, name: 'min' | 'max' | 'now') =>
  Number(element.getAttribute(`aria-value${name}`));
const said = (range: CronoRange) =>
  (['start', 'end'] as const).map((name) => handle(range, name).getAttribute('aria-valuetext'));

/** All of time in the story, and where it lies in the page. */
function axis(range: CronoRange) {
  const {left, width, top, height} = one<SVGElement>(range, 'svg').getBoundingClientRect();
  const [start, end] = [value(handle(range, 'start'), 'min'), value(handle(range, 'end'), 'max')];
  const inner = width - 2 * PAD;
  return {
    start,
    end,
    y: top + height / 4,
    x: (instant: number) => left + PAD + ((instant - start) / (end - start)) * inner,
    at: (x: number) => start + ((x - left - PAD) / inner) * (end - start),
  };
}

async function press(story: CronoStory, element: Element, ...keys: readonly string[]) {
  if (element instanceof SVGElement) element.focus();
  for (const key of keys) {
    await userEvent.keyboard(key);
    await settled(story);
  }
}

function rangeOf(story: CronoStory) {
  const {range} = story.snapshot;
  if (!range) throw new Error('no range');
  return range;
}

describe('at rest', () => {
  test.each([
    [['2023-06', '2024-12'], 'June 2023 to December 2024', ['June 1, 2023', 'December 31, 2024']],
    [['2023', '2024-03-05'], 'January 2023 to March 2024', ['January 1, 2023', 'March 5, 2024']],
    [['2023-06/2024', '2023-21'], 'March 2023 to December 2024', ['March 1, 2023', 'December 31, 2024']],
  ])('says of %j the period that the introduction says', async (dates, period, ends) => {
    const events = dates.map((date, i) => ({id: `e${i}`, date, title: 'A'}));
    const story = await mount(['crono-card', 'crono-range'], {cronomapa: 1, language: 'en', events});
    const [card, range] = story.children as unknown as [HTMLElement, CronoRange];
    await expect.poll(() => range.shadowRoot?.querySelector('.words')).not.toBeNull();
    await settled(story);
    expect(words(one(range, '.words'))).toBe(period);
    expect(all(card, '.scope li').map(words)).toContain(period);
    expect(said(range)).toEqual(ends);
  });

  test('is all of time, in words and in handles that say where they stand', async () => {
    const {story, range} = await draw();
    expect(story.snapshot.range).toBeNull();
    await expect.element(page.getByRole('slider', {name: 'Start of the period'})).toBeVisible();
    await expect.element(page.getByRole('slider', {name: 'End of the period'})).toBeVisible();
    const {start, end} = axis(range);
    // From before the first event to after the last, no further than a month.
    expect(start).toBeLessThan(at(2024, 1, 10));
    expect(start).toBeGreaterThan(at(2023, 12, 10));
    expect(end).toBeGreaterThan(at(2024, 11, 6));
    expect(end).toBeLessThan(at(2024, 12, 6));
    expect(value(handle(range, 'start'), 'now')).toBe(start);
    expect(value(handle(range, 'end'), 'now')).toBe(end);
    // The strip has air around the events, which is no part of their period.
    expect(said(range)).toEqual(['January 10, 2024', 'November 5, 2024']);
    expect(words(one(range, '.count'))).toBe('5 of 5 events');
    expect(button('Whole period').query()).toBeNull();
  });

  test('a bar stands where an event is, and none where there is none', async () => {
    const {range} = await draw();
    const {x} = axis(range);
    const bars = all(range, 'path.bin') as SVGGeometryElement[];
    const base = one<SVGElement>(range, '.base').getBoundingClientRect().top;
    const box = one<SVGElement>(range, 'svg').getBoundingClientRect();
    const under = (instant: number) =>
      [-2, -1, 0, 1].some((near) =>
        bars.some((bar) => bar.isPointInFill(new DOMPoint(x(instant) + near - box.left, base - box.top - 1))),
      );
    expect([at(2024, 1, 10), at(2024, 3, 15), at(2024, 6, 20), at(2024, 11, 5)].map(under)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([at(2024, 2, 10), at(2024, 5), at(2024, 9)].map(under)).toEqual([false, false, false]);
  });

  test('a month is no month of news: its bars are low, and the words say how events count', async () => {
    const {range} = await draw();
    const {x} = axis(range);
    const bars = all(range, 'path.bin') as SVGGeometryElement[];
    const box = one<SVGElement>(range, 'svg').getBoundingClientRect();
    const base = one<SVGElement>(range, '.base').getBoundingClientRect().top - box.top;
    const heightAt = (instant: number) => {
      const heights = Array.from({length: Math.floor(base)}, (_, i) => i + 1);
      const isPainted = (height: number) =>
        [-2, -1, 0, 1, 2].some((near) =>
          bars.some((bar) =>
            bar.isPointInFill(new DOMPoint(x(instant) + near - box.left, base - height + 0.5)),
          ),
        );
      return Math.max(0, ...heights.filter(isPainted));
    };
    expect(heightAt(at(2024, 3, 15))).toBeGreaterThan(0);
    expect(heightAt(at(2024, 3, 15)) * 2).toBeLessThan(heightAt(at(2024, 6, 20)));
    const spread = 'each event counts once, spread over its dates';
    expect(words(one(range, '[part~="spread"]'))).toBe(spread);
    expect(one(range, 'svg').getAttribute('aria-description')).toBe(spread);
  });

  test('where every event has its day nothing is said of how they count', async () => {
    const {range} = await draw({...year, events: year.events.filter(({id}) => id !== 'mar')});
    expect(all(range, '[part~="spread"]')).toEqual([]);
    expect(one(range, 'svg').hasAttribute('aria-description')).toBe(false);
  });

  test('without any date there is nothing to choose', async () => {
    const story = await mount(['crono-range'], {
      ...year,
      events: [{id: 'never', date: 'in spring', title: 'Some spring'}],
    });
    const range = story.querySelector('crono-range');
    expect(range && words(rootOf(range).firstElementChild)).toBe('');
    expect(page.getByRole('slider').query()).toBeNull();
  });
});

describe('by keyboard', () => {
  test('arrows go from month to month, and say the date', async () => {
    const {story, range} = await draw();
    const start = handle(range, 'start');
    await press(story, start, '{ArrowRight}');
    expect(rangeOf(story).start).toBe(at(2024, 1));
    expect(said(range)[0]).toBe('January 1, 2024');
    await press(story, start, '{ArrowUp}');
    expect(rangeOf(story).start).toBe(at(2024, 2));
    expect(said(range)[0]).toBe('February 1, 2024');
    expect(words(one(range, '.count'))).toMatch(/^[34] of 5 events$/);
    await press(story, start, '{ArrowDown}');
    expect(rangeOf(story).start).toBe(at(2024, 1));
    await press(story, start, '{ArrowLeft}');
    expect(story.snapshot.range).toBeNull();
  });

  test('the end is its last day in words', async () => {
    const {story, range} = await draw();
    await press(story, handle(range, 'end'), '{ArrowLeft}');
    expect(rangeOf(story).end).toBe(at(2024, 11));
    expect(said(range)[1]).toBe('October 31, 2024');
    expect(value(handle(range, 'start'), 'max')).toBe(at(2024, 11));
  });

  test('Page keys go half a year, Home and End to the ends, Escape gives it up', async () => {
    const {story, range} = await draw();
    const start = handle(range, 'start');
    await press(story, start, '{ArrowRight}', '{PageUp}');
    expect(rangeOf(story).start).toBe(at(2024, 7));
    await press(story, start, '{PageDown}');
    expect(rangeOf(story).start).toBe(at(2024, 1));
    // The handles stay a month's edge apart.
    await press(story, start, '{End}');
    expect(rangeOf(story).start).toBe(at(2024, 11));
    await press(story, start, '{Home}');
    expect(story.snapshot.range).toBeNull();
    await press(story, handle(range, 'end'), '{Home}');
    expect(rangeOf(story).end).toBe(at(2024, 1));
    await press(story, handle(range, 'end'), '{Escape}');
    expect(story.snapshot.range).toBeNull();
    expect(rootOf(range).activeElement).toBe(handle(range, 'end'));
  });

  test('in Spanish', async () => {
    const {story, range} = await draw(year, {lang: 'es'});
    await press(story, handle(range, 'start'), '{ArrowRight}');
    expect(said(range)[0]).toBe('1 de enero de 2024');
  });

  test('a listener may veto', async () => {
    const {story, range} = await draw();
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await press(story, handle(range, 'start'), '{ArrowRight}');
    expect(story.snapshot.range).toBeNull();
  });
});

describe('by pointer', () => {
  test('a handle follows, to the day', async () => {
    const {story, range} = await draw();
    const {x, y, end} = axis(range);
    await drag({x: Math.round(x(axis(range).start)), y}, {x: Math.round(x(at(2024, 5))), y});
    await settled(story);
    const {start} = rangeOf(story);
    expect(start % DAY).toBe(0);
    expect(Math.abs(start - axis(range).at(Math.round(x(at(2024, 5)))))).toBeLessThanOrEqual(DAY);
    expect(rangeOf(story).end).toBe(end);
    expect([...story.snapshot.shown].filter((id) => id !== 'never').sort()).toEqual(['jun', 'nov']);
    expect(rootOf(range).activeElement).toBe(handle(range, 'start'));
    expect(range.matches(':state(dragging)')).toBe(false);
  });

  test('handles do not pass each other', async () => {
    const {story, range} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 3), end: at(2024, 6)}});
    const {x, y} = axis(range);
    await drag({x: x(at(2024, 3)), y}, {x: x(at(2024, 10)), y});
    await settled(story);
    const {start, end} = rangeOf(story);
    expect(end).toBe(at(2024, 6));
    expect(start).toBe(at(2024, 5));
  });

  test('the window between them moves whole, and stops at the end', async () => {
    const {story, range} = await draw();
    const start = at(2024, 3);
    const length = at(2024, 5) - start;
    await dispatch(story, {type: 'range', range: {start, end: start + length}});
    const {x, y, end} = axis(range);
    await drag({x: x(at(2024, 4)), y}, {x: x(at(2024, 6)), y});
    await settled(story);
    expect(rangeOf(story).end - rangeOf(story).start).toBe(length);
    expect(Math.abs(rangeOf(story).start - at(2024, 5))).toBeLessThanOrEqual(2 * DAY);
    await drag({x: x(at(2024, 6)), y}, {x: x(end) + 200, y});
    await settled(story);
    expect(rangeOf(story)).toEqual({start: end - length, end});
  });

  test('beside the window the nearer handle comes', async () => {
    const {story, range} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 3), end: at(2024, 5)}});
    const {x, y} = axis(range);
    await click({x: x(at(2024, 8)), y});
    await settled(story);
    expect(rangeOf(story).start).toBe(at(2024, 3));
    expect(Math.abs(rangeOf(story).end - at(2024, 8))).toBeLessThanOrEqual(2 * DAY);
  });

  test('a button gives the whole period back', async () => {
    const {story, range} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 3), end: at(2024, 5)}});
    expect(words(one(range, '.words'))).toMatch(/2024/);
    await button('Whole period').click();
    expect(story.snapshot.range).toBeNull();
    await settled(story);
    expect(button('Whole period').query()).toBeNull();
  });
});

test('fits in 340 pixels', async () => {
  const {range} = await draw(year, {width: '340px'});
  expect(range.scrollWidth).toBeLessThanOrEqual(340);
  const outer = range.getBoundingClientRect();
  for (const text of all(range, '.axis text, .handle .grip')) {
    const {left, right} = text.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(outer.left - 0.5);
    expect(right).toBeLessThanOrEqual(outer.right + 0.5);
  }
});

test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
  const {story, range} = await draw(year, {theme});
  document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
  await dispatch(story, {type: 'range', range: {start: at(2024, 3), end: at(2024, 8)}});
  const {violations} = await axe.run(range, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});
