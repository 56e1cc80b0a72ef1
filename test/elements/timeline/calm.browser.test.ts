/** Zooming and panning that stay with the reader: towards events, and without jumps. */
import {afterEach, describe, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  all,
  button,
  click,
  comeToRest,
  dispatch,
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
  shipped,
  waitFor,
  words,
} from '../helpers.js';

afterEach(() => {
  releaseTimers();
  reset();
});

const releases = await shipped('caracas-releases');
const CTRL = 2;
const DAY = 86_400_000;
const at = (year: number, month: number) => Date.UTC(year, month - 1);

async function draw(data: unknown = releases, width = '960px') {
  const story = await mount(['crono-timeline'], data, {width});
  const timeline = story.querySelector('crono-timeline');
  if (!timeline) throw new Error('no timeline');
  await expect.poll(() => all(timeline, '[part~="mark"], [part~="bar"]').length).toBeGreaterThan(0);
  await settled(story);
  const drawing = () => one<SVGElement>(timeline, '[role="listbox"]');
  const drawn = () => all(timeline, '[part~="mark"], [part~="bar"]').length;
  const height = () => Number(drawing().getAttribute('height'));
  return {story, timeline, drawing, drawn, height};
}

/** An event a day in March and in December, in many rows, and one in each of the months between. */
const crowded = {
  cronomapa: 1,
  language: 'en',
  categories: ['x', 'y', 'z'].map((id) => ({id, name: id})),
  events: [3, 12].flatMap((month) =>
    Array.from({length: 24}, (_, i) => ({
      id: `${month}-${i}`,
      date: `2024-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`,
      category: 'xyz'[i % 3],
      title: `An event with a long title, number ${i}`,
    })),
  ),
};

const zoomedTo = async (story: CronoStory, start: number, end: number) => {
  await dispatch(story, {type: 'range', range: {start, end}});
  await settled(story);
};

describe('plus', () => {
  test.each(['button', 'key'])(
    'five times by %s there are always events in view, in a drawing as tall as it was',
    async (way) => {
      const {story, drawing, drawn, height} = await draw();
      const before = height();
      for (let i = 0; i < 5; i++) {
        const {range} = story.snapshot;
        if (way === 'button') await button('Zoom in').click();
        else {
          drawing().focus();
          await userEvent.keyboard('+');
        }
        await waitFor(() => expect(story.snapshot.range).not.toEqual(range));
        await settled(story);
        expect(drawn()).toBeGreaterThan(0);
        expect(Math.abs(height() / before - 1)).toBeLessThanOrEqual(0.2);
      }
    },
  );

  test('goes towards the selected event', async () => {
    const {story, timeline} = await draw(crowded);
    await dispatch(story, {type: 'select', id: '3-5'});
    for (let i = 0; i < 4; i++) {
      const {range} = story.snapshot;
      await button('Zoom in').click();
      await waitFor(() => expect(story.snapshot.range).not.toEqual(range));
    }
    await settled(story);
    expect(all(timeline, '[part~="mark-selected"]').map((mark) => mark.dataset.id)).toEqual(['3-5']);
  });
});

describe('a view without events', () => {
  test('says which way they lie, and one press leads to the nearest', async () => {
    const {story, timeline, drawn} = await draw(crowded);
    await zoomedTo(story, at(2024, 6), at(2024, 7));
    expect(drawn()).toBe(0);
    expect(words(one(timeline, '.nowhere'))).toBe(
      'No events in this period 24 events earlier 24 events later',
    );
    await button('24 events later').click();
    await waitFor(() => expect(drawn()).toBeGreaterThan(0));
    expect(story.snapshot.range?.start).toBeGreaterThan(at(2024, 11));
    expect(rootOf(timeline).querySelector('.nowhere')).toBeNull();
  });

  test('is left by plus too', async () => {
    const {story, drawn} = await draw(crowded);
    await zoomedTo(story, at(2024, 5), at(2024, 6));
    await button('Zoom in').click();
    await waitFor(() => expect(drawn()).toBeGreaterThan(0));
    expect(story.snapshot.range?.end).toBeLessThan(at(2024, 6));
  });
});

describe('the height', () => {
  test('stays while the view moves, and settles when it rests', async () => {
    const {story, height} = await draw(crowded);
    const before = height();
    await zoomedTo(story, at(2024, 3) + 21 * DAY, at(2024, 5));
    await zoomedTo(story, at(2024, 3) + 22 * DAY, at(2024, 5));
    expect(height()).toBe(before);
    await waitFor(() => expect(height()).toBeLessThan(before));
  });

  test.each([
    ['at once', false],
    ['one by one', true],
  ])('does not shrink from under a pointer on the drawing, turns of the wheel %s', async (_, isSlow) => {
    const {story, timeline, drawing, height} = await draw(crowded);
    const before = height();
    holdTimers();
    const {x, y, height: tall} = drawing().getBoundingClientRect();
    const pointer = {x: Math.round(x + 905), y: Math.round(y + tall - 60)};
    await mouse('mouseMoved', pointer, {buttons: 0});
    for (let i = 0; i < 5; i++) {
      const {range} = story.snapshot;
      await mouse('mouseWheel', pointer, {deltaY: -200, modifiers: CTRL});
      await waitFor(() => expect(story.snapshot.range).not.toBe(range));
      if (isSlow) await comeToRest();
    }
    await comeToRest();
    await settled(story);
    const under = rootOf(timeline).elementFromPoint(pointer.x, pointer.y);
    expect(under && drawing().contains(under)).toBe(true);
    // It does so once the pointer has left.
    await mouse('mouseMoved', {x: 5, y: y + tall + 200}, {buttons: 0});
    await comeToRest();
    await settled(story);
    expect(height()).toBeLessThan(before);
  });

  test('shrinks above what is under the pointer, which stays where it is', async () => {
    document.body.style.cssText = 'margin: 0; padding-top: 800px';
    const {story, timeline, height} = await draw(crowded);
    const below = document.createElement('p');
    below.textContent = 'Below';
    below.style.cssText = 'height: 3000px; margin: 0';
    document.body.append(below);
    scrollTo(0, timeline.getBoundingClientRect().bottom - 150);
    await frame();
    const before = height();
    await zoomedTo(story, at(2024, 3) + 21 * DAY, at(2024, 5));
    await mouse('mouseMoved', {x: 200, y: 300}, {buttons: 0});
    const {top} = below.getBoundingClientRect();
    expect(top).toBeLessThan(300);
    await waitFor(() => expect(height()).toBeLessThan(before - 20));
    await hold();
    expect(below.getBoundingClientRect().top).toBeCloseTo(top, 0);
  });
});

test('upright, plus and the list stay where they are while it is zoomed', async () => {
  const {story, timeline, height} = await draw(releases, '340px');
  const before = height();
  const plus = one(timeline, 'button[aria-label="Zoom in"]');
  const place = middle(plus);
  for (let i = 0; i < 3; i++) {
    await click(place);
    await hold();
    await settled(story);
    expect(middle(plus)).toEqual(place);
    expect(height()).toBeGreaterThanOrEqual(before);
  }
});
