import {afterEach, expect, test} from 'vitest';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  all,
  click,
  dispatch,
  frame,
  hold,
  middle,
  mount,
  mouse,
  one,
  reset,
  settled,
  waitFor,
} from '../helpers.js';

afterEach(reset);

const at = (year: number, month: number) => Date.UTC(year, month - 1);
const MARCH = {start: at(2024, 3), end: at(2024, 7)};
const NO_BUTTON = {buttons: 0};

/** An event a week, for a year. */
const weekly = {
  cronomapa: 1,
  language: 'en',
  categories: [{id: 'x', name: 'Upper'}],
  events: Array.from({length: 52}, (_, i) => ({
    id: `e${i}`,
    date: new Date(Date.UTC(2024, 0, 2 + 7 * i)).toISOString().slice(0, 10),
    category: 'x',
    title: `${i}`,
  })),
};

async function draw() {
  const story = await mount(['crono-timeline'], weekly, {width: '900px'});
  const timeline = story.querySelector('crono-timeline');
  if (!timeline) throw new Error('no timeline');
  await expect.poll(() => all(timeline, '[part~="mark"], [part~="bar"]').length).toBeGreaterThan(0);
  await dispatch(story, {type: 'range', range: MARCH});
  await settled(story);
  return {story, timeline, drawing: one<SVGElement>(timeline, '[role="listbox"]')};
}

const startOf = (story: CronoStory) => story.snapshot.range?.start ?? Number.NaN;

test('a drag that leaves the drawing goes on there, and ends where the button is released', async () => {
  const {story, timeline, drawing} = await draw();
  const {x, y} = middle(drawing);
  const {bottom} = timeline.getBoundingClientRect();
  await mouse('mousePressed', {x, y});
  await mouse('mouseMoved', {x: x - 20, y});
  // Out at once, as a quick hand moves.
  await mouse('mouseMoved', {x: x - 120, y: bottom + 200});
  await hold();
  await settled(story);
  const moved = startOf(story);
  expect(moved).toBeGreaterThan(MARCH.start);
  await mouse('mouseReleased', {x: x - 120, y: bottom + 200});
  await mouse('mouseMoved', {x: x + 100, y}, NO_BUTTON);
  await mouse('mouseMoved', {x: x + 200, y}, NO_BUTTON);
  await frame();
  await settled(story);
  expect(startOf(story)).toBe(moved);
  const [mark] = all(timeline, '[part~="mark"]');
  if (!mark) throw new Error('no mark');
  await click(middle(mark));
  await waitFor(() => expect(story.snapshot.selected).toBe(mark.dataset.id));
});

test('a press that nobody has told the end of moves nothing without a button', async () => {
  const {story, drawing} = await draw();
  const {x, y} = middle(drawing);
  await mouse('mousePressed', {x, y});
  await mouse('mouseMoved', {x: x + 100, y}, NO_BUTTON);
  await mouse('mouseMoved', {x: x + 200, y}, NO_BUTTON);
  await frame();
  expect(startOf(story)).toBe(MARCH.start);
  await mouse('mouseReleased', {x: x + 200, y});
});

/** Drags to the left and lets go while moving, all at once: how fast a machine is does not matter. */
function flick(drawing: Element) {
  const {x, y} = middle(drawing);
  const send = (type: string, step: number, buttons: number) =>
    drawing.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 99,
        isPrimary: true,
        buttons,
        clientX: x - step,
        clientY: y,
      }),
    );
  send('pointerdown', 0, 1);
  for (let step = 2; step <= 10; step += 2) send('pointermove', step, 1);
  send('pointerup', 10, 0);
}

test('after a flick the view goes on, slows down, and rests where somebody presses', async () => {
  const {story, drawing} = await draw();
  flick(drawing);
  await waitFor(() => expect(startOf(story)).toBeGreaterThan(MARCH.start));
  const released = startOf(story);
  await waitFor(() => expect(startOf(story)).toBeGreaterThan(released));
  const {x, y} = middle(drawing);
  await mouse('mousePressed', {x, y});
  const stopped = startOf(story);
  await hold();
  expect(startOf(story)).toBe(stopped);
  await mouse('mouseReleased', {x, y});
  flick(drawing);
  await waitFor(async () => {
    const before = startOf(story);
    await hold();
    expect(startOf(story)).toBe(before);
  });
  expect(startOf(story)).toBeGreaterThan(stopped);
});

test('the plus of the head stands where it stood when it was pressed', async () => {
  const {story, timeline} = await draw();
  await dispatch(story, {type: 'range', range: null});
  const plus = one<HTMLElement>(timeline, 'button[aria-label="Zoom in"]');
  const before = middle(plus);
  for (let i = 0; i < 4; i++) {
    await click(before);
    await hold();
    await settled(story);
    expect(middle(plus)).toEqual(before);
  }
});
