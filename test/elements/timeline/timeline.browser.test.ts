import axe from 'axe-core';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import type {CronoTimeline} from '../../../src/elements/timeline/timeline.js';
import {
  all,
  button,
  click,
  comeToRest,
  dispatch,
  drag,
  frame,
  hold,
  holdTimers,
  middle,
  mount,
  mouse,
  one,
  releaseTimers,
  reset,
  rootOf,
  settled,
  words,
} from '../helpers.js';

afterEach(reset);

const CTRL = 2;
const at = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day);

/** Two lanes, from 10 January to 5 November 2024, and one event without a date. */
const year = {
  cronomapa: 1,
  language: 'en',
  categories: [
    {id: 'x', name: 'Upper'},
    {id: 'y', name: 'Lower'},
  ],
  events: [
    {id: 'jan', date: '2024-01-10', category: 'x', title: 'January'},
    {id: 'mar', date: '2024-03', category: 'y', title: 'March'},
    {id: 'jun', date: '2024-06-20', category: 'x', title: 'June'},
    {id: 'nov', date: '2024-11-05', category: 'y', title: 'November'},
    {id: 'never', date: 'in spring', category: 'x', title: 'Some spring'},
  ],
};

async function draw(data: unknown = year, more: Record<string, string> = {}) {
  const story = await mount(['crono-timeline'], data, more);
  const timeline = story.querySelector('crono-timeline');
  if (!timeline) throw new Error('no timeline');
  // A slotted element has no size until the story has drawn its slot.
  await expect.poll(() => rootOf(timeline).querySelector('[part~="mark"], [part~="bar"]')).not.toBeNull();
  await settled(story);
  return {story, timeline};
}

const box = (timeline: CronoTimeline) => one<SVGSVGElement>(timeline, '[role="listbox"]');
const mark = (timeline: CronoTimeline, id: string) =>
  one<SVGElement>(timeline, `[part~="mark"][data-id="${id}"]`);
const ids = (timeline: CronoTimeline, selector: string) =>
  all(timeline, selector).map(({dataset}) => dataset.id ?? '');
/** Where a mark is drawn along time, in the drawing: the ends of a span, the middle of a point. */
const span = (element: SVGElement) => {
  const shift = (element.parentElement as unknown as SVGGElement).getCTM()?.e ?? Number.NaN;
  const body = one<SVGElement>(element.getRootNode() as ShadowRoot, `#${CSS.escape(element.id)} .body`);
  const number = (name: string) => Number(body.getAttribute(name));
  if (body.localName === 'rect')
    return {from: number('x') + shift, to: number('x') + number('width') + shift};
  const middle = Number(/^M([-\d.]+)/.exec(body.getAttribute('d') ?? '')?.[1]) + shift;
  return {from: middle, to: middle};
};
const activeOf = (timeline: CronoTimeline) =>
  box(timeline)
    .getAttribute('aria-activedescendant')
    ?.replace(/^event-/, '');

async function press(story: CronoStory, ...keys: readonly string[]) {
  for (const key of keys) {
    await userEvent.keyboard(key);
    await settled(story);
  }
}

function rangeOf(story: CronoStory) {
  const {range} = story.snapshot;
  if (!range) throw new Error('no range');
  return {...range, length: range.end - range.start};
}

test('a title of two lines is hit between them too', async () => {
  const events = Array.from({length: 3}, (_, i) => ({
    id: `e${i}`,
    date: `2024-0${i + 1}-15`,
    title: 'A title that needs more than one line beside its mark',
  }));
  const story = await mount(['crono-timeline'], {cronomapa: 1, language: 'en', events}, {width: '900px'});
  const timeline = story.querySelector('crono-timeline') as Element;
  const label = all(timeline, '[part~="label"]').find((each) => each.querySelectorAll('tspan').length > 1);
  const {left, top, right, bottom} = label?.querySelector('text')?.getBoundingClientRect() ?? new DOMRect();
  for (let y = top + 1; y < bottom; y += 0.5)
    expect(label?.contains(rootOf(timeline).elementFromPoint((left + right) / 2, y))).toBe(true);
});

describe('by keyboard', () => {
  test('arrows go along time and across lanes, and select nothing', async () => {
    const {story, timeline} = await draw();
    await userEvent.tab();
    while (rootOf(timeline).activeElement !== box(timeline)) await userEvent.tab();
    expect(activeOf(timeline)).toBeUndefined();
    const way: (string | undefined)[] = [];
    for (const key of [
      '{ArrowRight}',
      '{ArrowRight}',
      '{ArrowRight}',
      '{ArrowLeft}',
      '{ArrowUp}',
      '{ArrowDown}',
    ]) {
      await press(story, key);
      way.push(activeOf(timeline));
    }
    expect(way).toEqual(['jan', 'mar', 'jun', 'mar', 'jan', 'mar']);
    await press(story, '{End}');
    expect(activeOf(timeline)).toBe('nov');
    await press(story, '{ArrowRight}');
    expect(activeOf(timeline)).toBe('nov');
    await press(story, '{Home}');
    expect(activeOf(timeline)).toBe('jan');
    expect(rootOf(timeline).getElementById('event-jan')?.classList).toContain('active');
    expect(story.snapshot.selected).toBeNull();
    expect(story.snapshot.range).toBeNull();
  });

  test('Enter and Space select, Escape lets go', async () => {
    const {story, timeline} = await draw();
    box(timeline).focus();
    await press(story, '{ArrowRight}', '{Enter}');
    expect(story.snapshot.selected).toBe('jan');
    expect(ids(timeline, '[part~="mark-selected"]')).toEqual(['jan']);
    expect(mark(timeline, 'jan').getAttribute('aria-selected')).toBe('true');
    expect(mark(timeline, 'mar').getAttribute('aria-selected')).toBe('false');
    await press(story, '{ArrowRight}', ' ');
    expect(story.snapshot.selected).toBe('mar');
    await press(story, '{Escape}', '{Escape}');
    expect(story.snapshot.selected).toBeNull();
    expect(ids(timeline, '[part~="mark-selected"]')).toEqual([]);
  });

  test('plus and minus zoom around the event that the keys are at', async () => {
    const {story, timeline} = await draw();
    box(timeline).focus();
    await press(story, '{ArrowRight}', '{ArrowRight}');
    const before = middle(mark(timeline, 'mar')).x;
    const first = span(mark(timeline, 'mar'));
    await press(story, '+');
    expect(middle(mark(timeline, 'mar')).x).toBeCloseTo(before, 0);
    const second = span(mark(timeline, 'mar'));
    expect((second.to - second.from) / (first.to - first.from)).toBeCloseTo(2, 2);
    const {length} = rangeOf(story);
    await press(story, '+');
    expect(rangeOf(story).length / length).toBeCloseTo(0.5, 6);
    await press(story, '-', '-');
    expect(story.snapshot.range).toBeNull();
    expect(span(mark(timeline, 'mar'))).toEqual(first);
  });

  test('Page keys move by nearly a screen, and stop at the ends', async () => {
    const {story, timeline} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 3), end: at(2024, 4)}});
    box(timeline).focus();
    const {start, length} = rangeOf(story);
    await press(story, '{PageDown}');
    expect(rangeOf(story).start - start).toBeCloseTo(0.9 * length, -1);
    await press(story, '{PageUp}');
    expect(rangeOf(story).start).toBeCloseTo(start, -1);
    await press(story, ...Array.from({length: 6}, () => '{PageUp}'));
    const first = rangeOf(story);
    expect(first.length).toBeCloseTo(length, -1);
    await press(story, '{PageUp}');
    expect(rangeOf(story)).toEqual(first);
    expect(first.start).toBeLessThan(at(2024, 1, 10));
  });

  test('an event out of view comes into view', async () => {
    const {story, timeline} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 1), end: at(2024, 4)}});
    expect(ids(timeline, '[part~="mark"]')).toEqual(['jan', 'mar']);
    box(timeline).focus();
    await press(story, '{End}');
    expect(activeOf(timeline)).toBe('nov');
    expect(ids(timeline, '[part~="mark"]')).toEqual(['nov']);
    expect(rangeOf(story).start).toBeLessThan(at(2024, 11, 5));
    expect(rangeOf(story).end).toBeGreaterThan(at(2024, 11, 6));
    expect(story.snapshot.selected).toBeNull();
  });

  test('keys of the browser stay the browser’s', async () => {
    const {story, timeline} = await draw();
    box(timeline).focus();
    const left: boolean[] = [];
    const hear = (event: KeyboardEvent) => {
      left.push(!event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    await press(story, '{Control>}{ArrowRight}{/Control}', 'x');
    document.removeEventListener('keydown', hear);
    expect(left).toEqual([true, true, true]);
    expect(activeOf(timeline)).toBeUndefined();
  });
});

describe('by pointer', () => {
  test('a click selects, on the mark and on its title', async () => {
    const {story, timeline} = await draw();
    await click(middle(mark(timeline, 'jun')));
    await settled(story);
    expect(story.snapshot.selected).toBe('jun');
    await click(middle(one(timeline, '[part~="label"][data-id="mar"] text')));
    await settled(story);
    expect(story.snapshot.selected).toBe('mar');
  });

  test('the plain wheel scrolls the page, with Ctrl it zooms where the pointer is', async () => {
    const {story, timeline} = await draw();
    document.body.style.minHeight = '3000px';
    // Wheel positions are in whole pixels.
    const centre = middle(mark(timeline, 'jun')).x;
    const jun = {x: Math.floor(centre), y: middle(mark(timeline, 'jun')).y};
    await mouse('mouseWheel', jun, {deltaY: 120});
    await expect.poll(() => scrollY).toBeGreaterThan(0);
    expect(story.snapshot.range).toBeNull();
    scrollTo(0, 0);
    await frame();
    await mouse('mouseWheel', jun, {deltaY: -200, modifiers: CTRL});
    await expect.poll(() => story.snapshot.range).not.toBeNull();
    await settled(story);
    expect(scrollY).toBe(0);
    expect(middle(mark(timeline, 'jun')).x).toBeCloseTo(jun.x + 2 * (centre - jun.x), 1);
    const {length} = rangeOf(story);
    await mouse('mouseWheel', jun, {deltaY: -200, modifiers: CTRL});
    await expect.poll(() => rangeOf(story).length / length).toBeCloseTo(0.5, 6);
    await mouse('mouseWheel', jun, {deltaY: 240, modifiers: CTRL});
    await mouse('mouseWheel', jun, {deltaY: 240, modifiers: CTRL});
    await expect.poll(() => story.snapshot.range).toBeNull();
  });

  test('a drag moves time with the pointer, and selects nothing, not even from a mark', async () => {
    const {story, timeline} = await draw();
    await dispatch(story, {type: 'range', range: {start: at(2024, 2), end: at(2024, 9)}});
    const {start, length} = rangeOf(story);
    const from = middle(mark(timeline, 'jun'));
    await drag(from, {x: from.x - 90, y: from.y + 5});
    await settled(story);
    expect(rangeOf(story).length).toBeCloseTo(length, -1);
    expect(rangeOf(story).start).toBeGreaterThan(start);
    expect(Math.abs(middle(mark(timeline, 'jun')).x - (from.x - 90))).toBeLessThan(2);
    expect(story.snapshot.selected).toBeNull();
    // The next click counts again.
    await click(middle(mark(timeline, 'jun')));
    await settled(story);
    expect(story.snapshot.selected).toBe('jun');
  });

  test('all of it cannot be dragged away', async () => {
    const {story, timeline} = await draw();
    const from = middle(box(timeline));
    await drag(from, {x: from.x - 200, y: from.y});
    expect(story.snapshot.range).toBeNull();
  });

  test('buttons zoom, tell what is out of view, lead there, and show the whole period', async () => {
    const {story} = await draw();
    await expect.element(button('Zoom out')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button('Zoom in')).toHaveAttribute('aria-disabled', 'false');
    expect(button('Whole period').query()).toBeNull();
    await button('Zoom in').click();
    await expect.poll(() => story.snapshot.range).not.toBeNull();
    expect(rangeOf(story).length).toBeGreaterThan(0);
    await expect.element(button('Zoom out')).toHaveAttribute('aria-disabled', 'false');
    await dispatch(story, {type: 'range', range: {start: at(2024, 5), end: at(2024, 5) + 60_000}});
    await expect.element(button('Zoom in')).toHaveAttribute('aria-disabled', 'true');
    await dispatch(story, {type: 'range', range: {start: at(2024, 5), end: at(2024, 8)}});
    await expect.element(button('2 events earlier')).toBeVisible();
    await button('1 event later').click();
    expect(rangeOf(story).start).toBeGreaterThan(at(2024, 5));
    await button('Whole period').click();
    expect(story.snapshot.range).toBeNull();
    await settled(story);
    expect(button('Whole period').query()).toBeNull();
    expect(button('2 events earlier').query()).toBeNull();
  });

  test('a listener may veto', async () => {
    const {story, timeline} = await draw();
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await click(middle(mark(timeline, 'jun')));
    await button('Zoom in').click();
    await settled(story);
    expect([story.snapshot.selected, story.snapshot.range]).toEqual([null, null]);
  });
});

describe('what is known of a date', () => {
  const about = {
    ...year,
    events: [
      {id: 'first', date: '2025-11-10', category: 'x', title: 'Before'},
      {id: 'start', date: '2025-12-01', category: 'x', title: 'Its first day'},
      {id: 'month', date: '2025-12~', category: 'y', title: 'Some day in December'},
      {id: 'end', date: '2026-01-01', category: 'x', title: 'The day after'},
    ],
  };

  test('`2025-12~` is as long as December, and no point', async () => {
    const {timeline} = await draw(about, {folds: 'none'});
    const month = mark(timeline, 'month');
    expect(month.getAttribute('part')).toContain('mark-partial');
    expect(month.querySelector('rect.body')).not.toBeNull();
    const {from, to} = span(month);
    // 21 days lie between the first two dates.
    const day = (span(mark(timeline, 'start')).from - span(mark(timeline, 'first')).from) / 21;
    expect(day).toBeGreaterThan(5);
    expect((to - from) / day).toBeCloseTo(31, 1);
    expect(from).toBeCloseTo(span(mark(timeline, 'start')).from, 1);
    expect(to).toBeCloseTo(span(mark(timeline, 'end')).from, 1);
  });

  test('a day is a point where days are too short to see, a month is not', async () => {
    const {timeline} = await draw();
    expect(ids(timeline, '[part~="mark-partial"]')).toEqual(['mar']);
    expect(ids(timeline, '.mark:has(path.body)').sort()).toEqual(['jan', 'jun', 'nov']);
  });

  test('is in the name of the mark', async () => {
    const {timeline} = await draw(about);
    expect(mark(timeline, 'month').getAttribute('aria-label')).toBe(
      'Some day in December, about December 2025, Lower',
    );
    expect(mark(timeline, 'start').getAttribute('aria-label')).toBe('Its first day, December 1, 2025, Upper');
  });

  test('an open end is drawn open', async () => {
    const {timeline} = await draw({
      ...year,
      events: [...year.events, {id: 'open', date: '2024-08/..', category: 'y', title: 'Since August'}],
    });
    expect(ids(timeline, '[part~="mark-open"]')).toEqual(['open']);
  });

  test('without a date an event lies in the tray, where it can be chosen', async () => {
    const {story, timeline} = await draw();
    const tray = one(timeline, '[part~="tray"]');
    expect(tray.getAttribute('aria-label')).toBe('Without a date');
    expect(ids(timeline, '[part~="mark"]')).not.toContain('never');
    await button('Some spring').click();
    await settled(story);
    expect(story.snapshot.selected).toBe('never');
    await expect.element(button('Some spring')).toHaveAttribute('aria-pressed', 'true');
  });

  test('all of a day that has no room is a bar with their number, which opens', async () => {
    const crowd = Array.from({length: 30}, (_, i) => ({
      id: `c${i}`,
      date: '2024-08-08',
      category: 'x',
      title: `Crowd ${i}`,
    }));
    const {story, timeline} = await draw({...year, events: [...year.events, ...crowd]});
    const bars = all(timeline, '[part="bar"]');
    const drawn = ids(timeline, '[part~="mark"]').filter((id) => id.startsWith('c')).length;
    expect(bars.map((bar) => Number(words(bar))).reduce((sum, count) => sum + count, drawn)).toBe(30);
    const [bar] = bars;
    if (!bar) throw new Error('no bar');
    await click(middle(bar));
    await settled(story);
    await button('Crowd 7').click();
    expect(story.snapshot.selected).toBe('c7');
  });
});

test('a bar says in a word and a sign how many of its events are disputed, and its list which', async () => {
  const crowd = Array.from({length: 40}, (_, i) => ({
    id: `c${i}`,
    date: `2024-08-${String(1 + (i % 28)).padStart(2, '0')}`,
    category: 'x',
    title: `Crowd ${i}`,
    ...(i === 7 && {status: 'disputed'}),
  }));
  const {story, timeline} = await draw(
    {...year, events: [...year.events, ...crowd]},
    {width: '700px', folds: 'none'},
  );
  const bars = all(timeline, '[part="bar"]');
  const [bar, ...others] = bars.filter((each) => each.getAttribute('aria-label')?.includes(', 1 disputed'));
  if (!bar) throw new Error('no bar says so');
  expect(others).toEqual([]);
  expect(words(bar)).toMatch(/^\d+$/);
  expect(bars.filter((each) => each.querySelector('.sign'))).toEqual([bar]);
  await click(middle(bar));
  await settled(story);
  await expect.element(button('Crowd 7 disputed')).toBeVisible();
  expect(all(timeline, '[part~="tray"] button').filter((each) => each.querySelector('.sign'))).toHaveLength(
    1,
  );
});

test('what is out of the filters is dimmed, not gone', async () => {
  const {story, timeline} = await draw();
  await dispatch(story, {type: 'filter', filters: {categories: ['x']}});
  expect(ids(timeline, '[part~="mark-dimmed"]').sort()).toEqual(['mar', 'nov']);
  expect(ids(timeline, '[part~="mark"]')).toHaveLength(4);
});

describe('among many events', () => {
  const many = {
    ...year,
    events: Array.from({length: 900}, (_, i) => ({
      id: `e${i}`,
      date: new Date(Date.UTC(2015, 0, 1 + i * 4)).toISOString().slice(0, 10),
      category: i % 3 ? 'x' : 'y',
      title: `Event ${i}`,
    })),
  };
  const view = {start: at(2018, 1), end: at(2020, 1)};
  const places = (timeline: CronoTimeline) =>
    new Map(
      all(timeline, '[part~="bar"], [part~="mark"]').map((each) => [
        each.dataset.bar ?? each.dataset.id ?? '',
        one<SVGElement>(
          each.getRootNode() as ShadowRoot,
          `[data-bar="${each.dataset.bar}"] .body, [data-id="${each.dataset.id}"] .body`,
        ).getBoundingClientRect().x,
      ]),
    );
  /** Names and numbers; across time it keeps the rows it has had. */
  const drawing = (timeline: CronoTimeline) =>
    all(timeline, '[part~="bar"], [part~="mark"], [part~="label"]').map((each) => [
      each.getAttribute('aria-label'),
      words(each),
    ]);

  test('a drawing that is dragged moves as it is, holds what comes into view, and is made anew at rest', async () => {
    holdTimers();
    try {
      const {story, timeline} = await draw(many, {width: '900px'});
      await dispatch(story, {type: 'range', range: view});
      await comeToRest();
      const {x, y} = middle(box(timeline));
      await mouse('mousePressed', {x, y});
      for (const step of [10, 20, 30]) {
        await mouse('mouseMoved', {x: x - step, y});
        await settled(story);
      }
      const before = places(timeline);
      const start = rangeOf(story).start;
      const [first] = all(timeline, '[part~="bar"]');
      await mouse('mouseMoved', {x: x - 90, y});
      await settled(story);
      const after = places(timeline);
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [id, place] of after) expect(place - (before.get(id) ?? 0)).toBeCloseTo(-60, 0);
      expect(all(timeline, '[part~="bar"]')[0]).toBe(first);
      expect(rangeOf(story).start).toBeGreaterThan(start);
      // Far enough to exceed the overscan twice.
      for (let step = 150; step <= 400; step += 50) {
        await mouse('mouseMoved', {x: x - step, y});
        await settled(story);
      }
      // The drawing always covers the view, and overscan is clipped.
      const {left, right} = box(timeline).getBoundingClientRect();
      expect(Math.max(...places(timeline).values())).toBeGreaterThan(right - 60);
      const top = middle(all(timeline, '[part~="bar"]')[0] ?? box(timeline)).y;
      for (const beside of [left - 3, right + 3])
        expect(rootOf(timeline).elementFromPoint(beside, top)?.closest('[part~="bar"]') ?? null).toBeNull();
      await hold();
      await mouse('mouseReleased', {x: x - 400, y});
      await comeToRest();
      await settled(story);
      const [rested, stands] = [drawing(timeline), places(timeline)];
      const {range} = story.snapshot;
      expect(rested.every(([label]) => label === null || /20\d\d/.test(String(label)))).toBe(true);
      story.parentElement?.remove();
      const again = await draw(many, {width: '900px'});
      await dispatch(again.story, {type: 'range', range});
      await comeToRest();
      expect(rested).toEqual(drawing(again.timeline));
      for (const [id, place] of places(again.timeline)) expect(stands.get(id)).toBeCloseTo(place, 0);
    } finally {
      releaseTimers();
    }
  });

  test('while its scale changes it is a sketch that holds every event in place, and then it is all there again', async () => {
    holdTimers();
    try {
      const {story, timeline} = await draw(many, {width: '900px'});
      await dispatch(story, {type: 'select', id: 'e400'});
      await dispatch(story, {type: 'range', range: view});
      await comeToRest();
      const nodes = timeline.renderRoot.querySelectorAll('svg *').length;
      const end = {narrow: at(2019, 6), wide: at(2019, 9)};
      for (const each of Object.values(end))
        await dispatch(story, {type: 'range', range: {...view, end: each}});
      const edges = () => all(timeline, '.body').map((each) => each.getBoundingClientRect());
      const span = (boxes: readonly DOMRect[]) => [
        Math.min(...boxes.map(({left}) => left)),
        Math.max(...boxes.map(({right}) => right)),
      ];
      const sketched = span(edges());
      expect(all(timeline, '[part~="bar"], [part~="label"]')).toEqual([]);
      expect(ids(timeline, '[part~="mark"]')).toEqual(['e400']);
      expect(timeline.renderRoot.querySelectorAll('svg *').length).toBeLessThan(nodes / 2);
      expect(words(one(timeline, '[part="axis"]'))).toContain('2019');
      await comeToRest();
      await settled(story);
      expect(all(timeline, '[part~="bar"]').length).toBeGreaterThan(5);
      for (const [i, edge] of span(edges()).entries()) expect(edge).toBeCloseTo(sketched[i] ?? 0, 0);
      // A single step is drawn in full immediately.
      await dispatch(story, {type: 'range', range: {...view, end: end.narrow}});
      expect(all(timeline, '[part~="bar"]').length).toBeGreaterThan(5);
    } finally {
      releaseTimers();
    }
  });
});

describe('in 340 pixels', () => {
  test('it stands upright: time runs down, and nothing sticks out', async () => {
    const {timeline} = await draw(year, {width: '340px'});
    expect(timeline.matches(':state(upright)')).toBe(true);
    expect(timeline.scrollWidth).toBeLessThanOrEqual(340);
    const tops = ['jan', 'mar', 'jun', 'nov'].map((id) => middle(mark(timeline, id)).y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const frameOf = box(timeline).getBoundingClientRect();
    for (const label of all(timeline, '[part="label"], [part~="mark"]')) {
      const {left, right} = label.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(frameOf.left - 0.5);
      expect(right).toBeLessThanOrEqual(frameOf.right + 0.5);
    }
    expect(all(timeline, '.legend li').map(words)).toEqual(expect.arrayContaining(['Upper', 'Lower']));
  });

  test('up and down go along time', async () => {
    const {story, timeline} = await draw(year, {width: '340px'});
    box(timeline).focus();
    await press(story, '{ArrowDown}', '{ArrowDown}');
    expect(activeOf(timeline)).toBe('mar');
    await press(story, '{ArrowLeft}');
    expect(activeOf(timeline)).toBe('jan');
  });

  test('lies down again when there is room', async () => {
    const {story, timeline} = await draw(year, {width: '340px'});
    if (story.parentElement) story.parentElement.style.width = '900px';
    await expect.poll(() => timeline.matches(':state(upright)')).toBe(false);
  });
});

test('hidden and shown again, it has kept its drawing and its height', async () => {
  const {story, timeline} = await draw();
  const {height} = timeline.getBoundingClientRect();
  const drawn = mark(timeline, 'mar');
  story.hidden = true;
  await frame();
  await frame();
  await settled(story);
  story.hidden = false;
  expect(timeline.getBoundingClientRect().height).toBe(height);
  expect(drawn.isConnected).toBe(true);
});

test('asked to be lower before anything is drawn, it keeps its rows: what was too tall was the room kept for it', async () => {
  const events = Array.from({length: 5}, (_, i) => ({id: `e${i}`, date: '2024-01-10', title: `Event ${i}`}));
  const story = document.createElement('crono-story');
  const timeline = document.createElement('crono-timeline');
  story.append(timeline);
  document.body.append(story);
  const measure = vi.fn(() => 50);
  timeline.lower(measure);
  await expect.poll(() => measure.mock.calls.length).toBe(1);
  story.data = {cronomapa: 1, language: 'en', events};
  await expect.poll(() => all(timeline, '.label').length).toBe(5);
  timeline.lower(() => 50);
  await expect.poll(() => all(timeline, '.label').length).toBeLessThan(5);
});

describe.each(['light', 'dark'])('axe finds nothing in %s', (theme) => {
  test.each(['900px', '340px'])('in %s', async (width) => {
    const {story, timeline} = await draw(year, {theme, width});
    document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
    await dispatch(story, {type: 'range', range: {start: at(2024, 2), end: at(2024, 8)}});
    await dispatch(story, {type: 'select', id: 'mar'});
    const {violations} = await axe.run(timeline, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
