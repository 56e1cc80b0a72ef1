/** Pointers aim right, whatever scales the page around a story; keys that undo nothing are left to the page. */
import {afterEach, describe, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import {
  all,
  dispatch,
  drag,
  frame,
  middle,
  mount as mountIn,
  mouse,
  one,
  reset,
  rootOf,
  settled,
  shipped,
  waitFor,
} from './helpers.js';

afterEach(reset);

const CTRL = 2;
const releases = await shipped('caracas-releases');

async function mount(tag: 'crono-timeline' | 'crono-range' | 'crono-chart' | 'crono-map', style = '') {
  document.body.style.margin = '0';
  const story = await mountIn([tag], releases, {width: '600px'});
  const element = story.querySelector(tag) as HTMLElementTagNameMap[typeof tag];
  if (tag === 'crono-chart') element.setAttribute('measure', 'released');
  if (story.parentElement) story.parentElement.style.cssText += style;
  await frame();
  await frame();
  await settled(story);
  return {story, element};
}

const SURROUNDINGS = [
  ['half as large', 'transform:scale(.5);transform-origin:0 0', 0.5],
  ['three halves as large', 'transform:scale(1.5);transform-origin:0 0', 1.5],
  ['zoomed out', 'zoom:0.7', 0.7],
  ['zoomed in', 'zoom:1.5', 1.5],
] as const;

describe.each(SURROUNDINGS)('in a page that is %s', (_, style, scale) => {
  test('the wheel zooms the timeline where it points, and a drag goes with the pointer', async () => {
    const {story, element} = await mount('crono-timeline', style);
    await dispatch(story, {
      type: 'range',
      range: {start: Date.UTC(2025, 10, 1), end: Date.UTC(2026, 0, 1)},
    });
    const mark = () => one(element, '.mark[data-id="release-2025-12-25"] .body');
    // Wheel positions are in whole pixels.
    const from = {x: Math.round(middle(mark()).x), y: middle(mark()).y};
    await mouse('mouseWheel', from, {deltaY: -200, modifiers: CTRL});
    await waitFor(() =>
      expect((story.snapshot.range?.end ?? 0) - (story.snapshot.range?.start ?? 0)).toBeLessThan(
        60 * 86_400_000,
      ),
    );
    await settled(story);
    expect(Math.abs(middle(mark()).x - from.x)).toBeLessThan(2);
    const before = middle(mark());
    await drag(before, {x: before.x - 60 * scale, y: before.y});
    await settled(story);
    await frame();
    expect(Math.abs(middle(mark()).x - (before.x - 60 * scale))).toBeLessThan(2);
  });

  test('the handle of the range follows the pointer', async () => {
    const {element} = await mount('crono-range', style);
    const grip = () => middle(one(element, '[data-handle="start"] .grip'));
    const from = grip();
    const to = {x: Math.round(from.x + 200 * scale), y: from.y};
    await drag(from, to);
    await frame();
    expect(Math.abs(grip().x - to.x)).toBeLessThan(2.5);
  });

  test('pointing at a figure of the chart finds it', async () => {
    const {element} = await mount('crono-chart', style);
    await waitFor(() => expect(all(element, '[part~="point"]').length).toBeGreaterThan(0));
    const point = all(element, '[part~="point"]').at(-1);
    if (!point) throw new Error('no point');
    await mouse('mouseMoved', middle(one(rootOf(element), `#${CSS.escape(point.id)} .body`)), {buttons: 0});
    await waitFor(() =>
      expect(one(element, `#${CSS.escape(point.id)}`).part.contains('point-active')).toBe(true),
    );
  });

  test('the wheel zooms the map where it points', async () => {
    const {story, element} = await mount('crono-map', style);
    element.scrollIntoView();
    const place = () => middle(one(element, '.place[data-id="tocoron"] .target'));
    await waitFor(() => expect(all(element, '.place[data-id="tocoron"]')).toHaveLength(1));
    await settled(story);
    await frame();
    const from = {x: Math.round(place().x), y: Math.round(place().y)};
    await mouse('mouseWheel', from, {deltaY: -120, modifiers: CTRL});
    await waitFor(() => expect(story.snapshot.map).not.toBeNull());
    await settled(story);
    const {x, y} = place();
    expect(Math.hypot(x - from.x, y - from.y)).toBeLessThan(3);
  });
});

test.each([
  ['crono-timeline', '[role="listbox"]'],
  ['crono-range', '[role="slider"]'],
  ['crono-chart', '[role="listbox"]'],
  ['crono-map', '[role="listbox"]'],
] as const)(
  'Escape that undoes nothing closes the dialog around %s, and not before it has',
  async (tag, within) => {
    const {story, element} = await mount(tag);
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(story.parentElement as HTMLElement);
    dialog.style.width = '900px';
    dialog.showModal();
    await waitFor(() => expect(all(element, within).length).toBeGreaterThan(0));
    await frame();
    await settled(story);
    await dispatch(story, {type: 'select', id: 'release-2025-12-25'});
    if (tag === 'crono-range')
      await dispatch(story, {
        type: 'range',
        range: {start: Date.UTC(2025, 10, 1), end: Date.UTC(2026, 1, 1)},
      });
    one<SVGElement>(element, within).focus();
    await userEvent.keyboard('{Escape}');
    await settled(story);
    expect(dialog.open).toBe(true);
    expect(tag === 'crono-range' ? story.snapshot.range : story.snapshot.selected).toBeNull();
    one<SVGElement>(element, within).focus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog.open).toBe(false));
  },
);
