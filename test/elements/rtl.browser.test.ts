import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import {all, dispatch, drag, middle, mount, one, reset, rootOf, settled, shipped, words} from './helpers.js';

const releases = await shipped('caracas-releases');
const cite = [{source: 's'}];
const arabic = {
  cronomapa: 1,
  language: 'ar',
  title: 'قصة',
  sources: [{id: 's', title: 'تقرير', url: 'https://example.org/s'}],
  actors: [{id: 'a', name: 'لجنة', kind: 'ngo'}],
  categories: [
    {id: 'x', name: 'إفراج'},
    {id: 'y', name: 'اعتقال'},
  ],
  places: [
    {id: 'west', name: 'الغرب', lat: 10, lon: -70},
    {id: 'east', name: 'الشرق', lat: 10, lon: -64},
  ],
  events: [
    {id: 'jan', date: '2024-01-10', category: 'x', title: 'أول', places: ['west'], cite},
    {id: 'jun', date: '2024-06-20', category: 'y', title: 'ثان', places: ['east'], cite},
    {id: 'nov', date: '2024-11-05', category: 'x', title: 'ثالث', places: ['east'], cite},
  ],
  measures: [{id: 'held', name: 'محتجزون', unit: 'people', kind: 'stock'}],
  figures: [
    {id: 'f1', measure: 'held', date: '2024-02-01', actor: 'a', value: 10, cite},
    {id: 'f2', measure: 'held', date: '2024-09-01', actor: 'a', value: 30, cite},
  ],
};

beforeEach(() => {
  document.documentElement.lang = 'ar';
});
afterEach(reset);

/** A story with one element, in its words: they come on demand. */
async function show(tag: string, data: unknown = arabic, width = '800px') {
  const story = await mount([tag], data, {width});
  await expect.poll(() => getComputedStyle(story).direction).toBe('rtl');
  await settled(story);
  const element = story.querySelector<HTMLElement>(tag);
  if (!element) throw new Error(`no ${tag}`);
  return {story, element};
}

const leftOf = (element: Element, selector: string) => one(element, selector).getBoundingClientRect().left;
const rangeOf = (story: {readonly snapshot: {readonly range: {start: number; end: number} | null}}) => {
  const {range} = story.snapshot;
  if (!range) throw new Error('no range');
  return range;
};

describe('the timeline', () => {
  const draw = async (width = '800px') => {
    const {story, element} = await show('crono-timeline', arabic, width);
    await expect.poll(() => rootOf(element).querySelector('[part~="mark"]')).not.toBeNull();
    await settled(story);
    return {story, element};
  };

  test('runs from right to left, with the names of its lanes on the right', async () => {
    const {element} = await draw();
    const places = ['jan', 'jun', 'nov'].map((id) => leftOf(element, `[part~="mark"][data-id="${id}"]`));
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    const {right} = element.getBoundingClientRect();
    for (const name of all(element, '[part="lane-label"]')) {
      const box = name.getBoundingClientRect();
      expect(box.right).toBeLessThanOrEqual(right + 1);
      expect(box.left).toBeGreaterThan(places[0] ?? 0);
    }
    const edge = element.getBoundingClientRect();
    for (const text of all(element, 'svg text')) {
      const {left, right: end} = text.getBoundingClientRect();
      expect(left, words(text)).toBeGreaterThanOrEqual(edge.left - 1);
      expect(end, words(text)).toBeLessThanOrEqual(edge.right + 1);
    }
    expect((await axe.run(element)).violations).toEqual([]);
  });

  test('a title stands beside its mark and not over it', async () => {
    const {element} = await draw();
    for (const label of all(element, '[part="label"]')) {
      const mark = one(
        element,
        `[part~="mark"][data-id="${label.dataset.id}"] .body`,
      ).getBoundingClientRect();
      const text = label.getBoundingClientRect();
      expect(text.right <= mark.left + 1 || text.left >= mark.right - 1).toBe(true);
    }
  });

  test('Left leads onward', async () => {
    const {story, element} = await draw();
    one<SVGElement>(element, '[role="listbox"]').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    await settled(story);
    expect(story.snapshot.selected).toBe('jun');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await settled(story);
    expect(story.snapshot.selected).toBe('jan');
  });

  test('what is dragged follows the hand, and zooming keeps what is under the pointer', async () => {
    const {story, element} = await draw();
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2024, 3, 1), end: Date.UTC(2024, 8, 1)}});
    const june = () => middle(one(element, '[part~="mark"][data-id="jun"]'));
    const before = june();
    const at = middle(one(element, '[role="listbox"]'));
    await drag(at, {x: at.x - 80, y: at.y});
    await settled(story);
    expect(june().x - before.x).toBeCloseTo(-80, 0);
    expect(rangeOf(story).start).toBeLessThan(Date.UTC(2024, 3, 1));
    const here = june();
    const box = one(element, '[role="listbox"]');
    box.dispatchEvent(
      new WheelEvent('wheel', {
        clientX: here.x,
        clientY: here.y,
        deltaY: -120,
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    );
    await settled(story);
    expect(june().x).toBeCloseTo(here.x, 0);
  });

  test('upright, the marks stand on the right, and dates and titles on the left', async () => {
    const {element} = await draw('340px');
    expect(element.matches(':state(upright)')).toBe(true);
    const dates = all(element, '[part="axis"] text').map((text) => text.getBoundingClientRect().right);
    const marks = all(element, '[part~="mark"] .body').map((mark) => mark.getBoundingClientRect());
    const titles = all(element, '[part="label"] text').map((text) => text.getBoundingClientRect().right);
    expect(Math.max(...dates)).toBeLessThan(Math.min(...marks.map(({left}) => left)));
    expect(Math.max(...titles)).toBeLessThan(Math.min(...marks.map(({left}) => left)));
    expect(
      Math.min(...all(element, '[part="label"] text').map((text) => text.getBoundingClientRect().left)),
    ).toBeGreaterThanOrEqual(element.getBoundingClientRect().left - 1);
  });
});

test('the range begins on the right: Left is later', async () => {
  const {story, element} = await show('crono-range');
  const handle = (name: string) => one<SVGElement>(element, `[part="handle"][data-handle="${name}"]`);
  expect(middle(handle('start')).x).toBeGreaterThan(middle(handle('end')).x);
  handle('start').focus();
  await userEvent.keyboard('{ArrowLeft}');
  await settled(story);
  const {start} = rangeOf(story);
  await userEvent.keyboard('{ArrowLeft}');
  await settled(story);
  expect(rangeOf(story).start).toBeGreaterThan(start);
  await userEvent.keyboard('{ArrowUp}');
  await settled(story);
  const third = rangeOf(story).start;
  await userEvent.keyboard('{ArrowRight}');
  await settled(story);
  expect(rangeOf(story).start).toBeLessThan(third);
  const at = middle(handle('end'));
  await drag(at, {x: at.x + 150, y: at.y});
  await settled(story);
  expect(Math.abs(middle(handle('end')).x - at.x - 150)).toBeLessThan(4);
  const bins = all(element, '.bin').map((bin) => bin.getBoundingClientRect());
  const box = element.getBoundingClientRect();
  for (const {left, right} of bins.filter(({width}) => width > 0)) {
    expect(left).toBeGreaterThanOrEqual(box.left);
    expect(right).toBeLessThanOrEqual(box.right);
  }
});

test('the chart runs as the timeline does, and Left leads onward', async () => {
  const {story, element} = await show('crono-chart');
  await expect.poll(() => rootOf(element).querySelector('[part~="point"]')).not.toBeNull();
  expect(leftOf(element, '[data-id="f2"]')).toBeLessThan(leftOf(element, '[data-id="f1"]'));
  const line = one(element, '[part="series"]').getBoundingClientRect();
  for (const id of ['f1', 'f2']) {
    const {x} = middle(one(element, `[part~="point"][data-id="${id}"] .body`));
    expect(x).toBeGreaterThanOrEqual(line.left - 1);
    expect(x).toBeLessThanOrEqual(line.right + 1);
  }
  one<SVGElement>(element, '[role="listbox"]').focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await settled(story);
  expect(one(element, '[role="listbox"]').getAttribute('aria-activedescendant')).toBe('figure-f2');
});

test('the map does not turn over', async () => {
  const {element} = await show('crono-map');
  await expect.poll(() => rootOf(element).querySelectorAll('[part~="place"][data-id]').length).toBe(2);
  expect(leftOf(element, '[part~="place"][data-id="west"]')).toBeLessThan(
    leftOf(element, '[part~="place"][data-id="east"]'),
  );
});

test('a text that had to be in another language keeps its own direction', async () => {
  const {story, element} = await show('crono-card', releases);
  await dispatch(story, {type: 'select', id: 'release-2025-12-25'});
  await expect.poll(() => rootOf(element).querySelector('[part="title"] [lang]')).not.toBeNull();
  const title = one(element, '[part="title"] [lang]');
  expect(getComputedStyle(title).direction).toBe('ltr');
  expect(getComputedStyle(element).direction).toBe('rtl');
});

test('an element beside its story runs as the story does, whatever the page', async () => {
  document.documentElement.lang = 'en';
  const story = await mount(['crono-card'], arabic, {lang: 'ar', id: 'their'});
  const list = document.createElement('crono-list');
  list.setAttribute('for', 'their');
  document.body.append(list);
  await expect.poll(() => getComputedStyle(list).direction).toBe('rtl');
  story.setAttribute('lang', 'en');
  await expect.poll(() => getComputedStyle(list).direction).toBe('ltr');
});
