import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {cdp, userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  all,
  click,
  dispatch,
  frame,
  middle,
  mount,
  mouse,
  one,
  reset,
  rootOf,
  settled,
  shipped,
  waitFor,
  words,
} from '../helpers.js';

const CTRL = 2;
const PAUSE = '16 months without events';

const reduceMotion = (value: 'reduce' | '') =>
  cdp().send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-reduced-motion', value}]});
beforeEach(() => reduceMotion('reduce'));
afterEach(async () => {
  reset();
  await reduceMotion('');
});

const event = (id: string, date: string, category = 'x') => ({id, date, category, title: id});
/** An election, sixteen months without events, a December; and something that goes on since the election. */
const gap = {
  cronomapa: 1,
  language: 'en',
  categories: [
    {id: 'x', name: 'Upper'},
    {id: 'y', name: 'Lower'},
  ],
  events: [
    event('election', '2024-07-28'),
    event('since', '2024-07-28/..', 'y'),
    ...['02', '05', '09', '14', '20', '24', '31'].map((day) => event(`d${day}`, `2025-12-${day}`)),
  ],
  actors: [{id: 'a', name: 'A', kind: 'ngo'}],
  measures: [{id: 'held', name: 'Held', unit: 'people', kind: 'stock'}],
  figures: [
    {id: 'f1', measure: 'held', actor: 'a', date: '2024-07-28', value: 3, comparator: '='},
    {id: 'f2', measure: 'held', actor: 'a', date: '2025-12-09', value: 5, comparator: '='},
  ],
};

async function draw(
  tags: readonly string[] = ['crono-timeline'],
  more: Record<string, string> = {},
  data: unknown = gap,
) {
  const story = await mount(tags, data, {width: '1000px', ...more});
  const view = story.querySelector<HTMLElement>(tags[0] ?? '');
  if (!view) throw new Error('no view');
  await waitFor(() => one(view, '[part~="mark"], [part~="point"]'));
  return {story, view};
}
const foldOf = (view: Element) => one<HTMLButtonElement>(view, '[part="fold"]');
const drawnFold = async (view: Element) => {
  await waitFor(() => foldOf(view));
  return foldOf(view);
};
const boxOf = (view: Element, id: string) =>
  one<SVGElement>(view, `[data-id="${id}"] .body`).getBoundingClientRect();
const ticks = (view: Element) => all(view, '.axis text').map((text) => words(text));
/** How far the middle of December is from where it is to scale, in pixels. */
const offScale = (view: Element) => {
  const [first, mid, last] = ['election', 'd09', 'd31'].map(
    (id) => middle(one(view, `[data-id="${id}"] .body`)).x,
  );
  const [start, at, end] = ['2024-07-28', '2025-12-09', '2025-12-31'].map((day) => Date.parse(day));
  const share = ((at ?? 0) - (start ?? 0)) / ((end ?? 1) - (start ?? 0));
  return Math.abs((mid ?? 0) - ((first ?? 0) + share * ((last ?? 0) - (first ?? 0))));
};

describe('in a timeline', () => {
  test('time without events is a break, with its length in words', async () => {
    const {story, view} = await draw();
    const fold = await drawnFold(view);
    expect(fold.ariaLabel).toBe(PAUSE);
    expect(words(fold)).toBe(PAUSE);
    // The page behind it may have another ground than the story.
    expect(getComputedStyle(fold).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    expect(fold.ariaExpanded).toBe('false');
    const {width} = one(view, '[part="break"] .band').getBoundingClientRect();
    expect(width).toBeCloseTo(36, 0);
    // Below the break, and inside of the drawing.
    expect(Math.abs(middle(fold).x - middle(one(view, '[part="break"] .band')).x)).toBeLessThan(60);
    const plot = view.getBoundingClientRect();
    expect(boxOf(view, 'd31').right - boxOf(view, 'd02').left).toBeGreaterThan(0.6 * plot.width);
    expect(ticks(view)[0]).toBe('Jul 28, 2024');
    expect(ticks(view)[1]).toMatch(/^Dec \d+, 2025$/);
    expect(story.snapshot.range).toBeNull();
    const report = await axe.run(view, {rules: {region: {enabled: false}}});
    expect(report.violations).toEqual([]);
  });

  test('a story of a week, and of one day long before, gives the week its room', async () => {
    const {view} = await draw(['crono-timeline'], {width: '1088px'}, await shipped('caracas-releases'));
    const fold = await drawnFold(view);
    expect(words(fold)).toBe(PAUSE);
    const band = one(view, '[part="break"] .band').getBoundingClientRect();
    const later = all(view, '.mark .body')
      .map((body) => body.getBoundingClientRect())
      .filter(({left}) => left > band.right);
    const room = Math.max(...later.map(({right}) => right)) - Math.min(...later.map(({left}) => left));
    expect(later.length).toBeGreaterThan(9);
    expect(room).toBeGreaterThan(0.6 * one(view, '[role="listbox"]').getBoundingClientRect().width);
  });

  test('what goes on meanwhile is drawn broken', async () => {
    const {view} = await draw();
    await drawnFold(view);
    const body = one<SVGGraphicsElement>(view, '[data-id="since"] .body');
    expect(body.getAttribute('clip-path')).toBe('url(#unfolded)');
    const clip = one<SVGPathElement>(view, '#unfolded path');
    const band = one<SVGPathElement>(view, '[part="break"] .band').getBBox();
    const {y} = body.getBBox();
    const isDrawn = (x: number) => {
      const point = new DOMPoint(x, y);
      return clip.isPointInFill(point);
    };
    expect([isDrawn(band.x - 5), isDrawn(band.x + 18), isDrawn(band.x + 41)]).toEqual([true, false, true]);
  });

  test('a key unfolds it to scale, and folds it again; it is said politely, and the focus stays', async () => {
    const {story, view} = await draw();
    const fold = await drawnFold(view);
    one<SVGElement>(view, '[role="listbox"]').focus();
    await userEvent.tab();
    expect(rootOf(view).activeElement).toBe(fold);
    expect(offScale(view)).toBeGreaterThan(100);
    await userEvent.keyboard('{Enter}');
    await settled(story);
    expect(offScale(view)).toBeLessThan(1.5);
    expect(rootOf(view).activeElement).toBe(fold);
    expect(fold.ariaExpanded).toBe('true');
    expect(words(one(view, '[role="status"]'))).toBe(`${PAUSE}: to scale`);
    expect(ticks(view)).toContain('Jan 2025');
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2024, 6), end: Date.UTC(2025, 11, 10)}});
    expect(foldOf(view).ariaExpanded).toBe('true');
    await dispatch(story, {type: 'range', range: null});
    await userEvent.keyboard(' ');
    await settled(story);
    expect(offScale(view)).toBeGreaterThan(100);
    expect(words(one(view, '[role="status"]'))).toBe(`${PAUSE}: folded`);
  });

  test('a click unfolds it gradually, in less than 0.4 s, without a jump', async () => {
    await reduceMotion('');
    const {view} = await draw();
    const fold = await drawnFold(view);
    await frame();
    const started = performance.now();
    await click(middle(fold));
    const steps: number[] = [];
    await waitFor(() => {
      steps.push(boxOf(view, 'd02').left);
      if (offScale(view) > 1.5) throw new Error('on its way');
    });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(steps.every((x, i) => x >= (steps[i - 1] ?? 0) - 1)).toBe(true);
  });

  test('the wheel zooms where the pointer is, and a fold stays as wide as it is', async () => {
    const {story, view} = await draw();
    await drawnFold(view);
    const at = middle(one(view, '[data-id="d02"] .body'));
    for (let i = 0; i < 2; i++) {
      await mouse('mouseWheel', at, {deltaY: -60, modifiers: CTRL});
      await waitFor(() => expect(story.snapshot.range).not.toBeNull());
      await settled(story);
    }
    await frame();
    expect(Math.abs(middle(one(view, '[data-id="d02"] .body')).x - at.x)).toBeLessThan(1);
    const {start, end} = story.snapshot.range ?? {start: 0, end: 0};
    expect(start).toBeLessThan(Date.UTC(2025, 10));
    expect(end).toBeLessThan(Date.UTC(2026, 0));
    expect(one(view, '[part="break"] .band').getBoundingClientRect().width).toBeLessThan(36.1);
  });

  test.each([
    ['the timeline', {}, 'none'],
    ['the story', {folds: 'none'}, undefined],
  ])('it is off by an attribute of %s', async (_, more, own) => {
    const {story, view} = await draw(['crono-timeline'], more);
    if (own) view.setAttribute('folds', own);
    await settled(story);
    expect(offScale(view)).toBeLessThan(1.5);
    expect(all(view, '[part="fold"], .folds')).toEqual([]);
  });

  test('it says so in the language of readers, from right to left too', async () => {
    const {story, view} = await draw(['crono-timeline'], {lang: 'ar'});
    const fold = await drawnFold(view);
    expect(words(fold)).toMatch(/^16 شهرًا بلا أحداث$|^١٦ شهرًا بلا أحداث$/);
    const band = middle(one(view, '[part="break"] .band')).x;
    expect(middle(one(view, '[data-id="election"] .body')).x).toBeGreaterThan(band);
    expect(middle(one(view, '[data-id="d02"] .body')).x).toBeLessThan(band);
    expect(Math.abs(middle(fold).x - band)).toBeLessThan(60);
    expect(story.snapshot.range).toBeNull();
  });
});

describe('in a chart', () => {
  test('it is folded as in the timeline, and both unfold together', async () => {
    const {story, view} = await draw(['crono-chart', 'crono-timeline']);
    const timeline = one(
      story.querySelector('crono-timeline') as Element,
      'svg[role="listbox"]',
    ).getRootNode() as ShadowRoot;
    const fold = await drawnFold(view);
    await drawnFold(timeline.host);
    const band = (of: Element) => middle(one(of, '[part="break"] .band')).x;
    expect(band(view)).toBeCloseTo(band(timeline.host), 0);
    await click(middle(fold));
    await settled(story);
    await waitFor(() => expect(foldOf(timeline.host).ariaExpanded).toBe('true'));
    expect(offScale(timeline.host)).toBeLessThan(1.5);
  });

  test('it is not where the chart has a figure', async () => {
    const figures = [...gap.figures, {...gap.figures[0], id: 'f3', date: '2025-03-01'}];
    const {view} = await draw(['crono-chart'], {}, {...gap, figures});
    expect(all(view, '[part="fold"], .folds')).toEqual([]);
  });
});

test('the strip of the whole period stays to scale, and says what is folded', async () => {
  const {story, view} = await draw(['crono-timeline', 'crono-range']);
  await drawnFold(view);
  const range = story.querySelector('crono-range') as Element;
  const folded = () => all(range, '[role="img"]').map(({ariaLabel}) => ariaLabel);
  await waitFor(() => expect(folded()).toEqual([`folded: ${PAUSE}`]));
  await dispatch(story, {type: 'unfold', folds: [Date.UTC(2024, 6, 29)]});
  expect(folded()).toEqual([]);
});

const stories: readonly (readonly [string, readonly object[]])[] = [
  ['one event', [event('a', '2024-07-28')]],
  ['all undated', [event('a', 'some day')]],
  ['all on one day', ['a', 'b', 'c'].map((id) => event(id, '2024-07-28'))],
  ['two events 4,000 years apart', [event('a', '-1999'), event('b', '2001')]],
];
test.each(stories)('a story of %s is drawn without folds', async (_, events) => {
  const story: CronoStory = await mount(['crono-timeline'], {...gap, events, figures: []}, {width: '1000px'});
  const timeline = story.querySelector('crono-timeline') as Element;
  await frame();
  expect(all(timeline, '[part="fold"], .folds')).toEqual([]);
});
