import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Box, placeBeside} from '../../../src/core/layout/index.js';
import {touch} from '../../../src/core/layout/taken-boxes.js';

const screen: Box = {x: 0, y: 0, width: 1280, height: 800};
const view: Box = {x: 100, y: 200, width: 900, height: 300};
const size = {width: 300, height: 150};
const markAt = (x: number, y: number): Box => ({x, y, width: 24, height: 24});
const sideOf = (mark: Box, more: Partial<{size: typeof size; view: Box; screen: Box}> = {}) =>
  placeBeside(more.size ?? size, mark, more.view ?? view, more.screen ?? screen).side;

test('below where there is room in the view, or else above, or else beside', () => {
  expect(sideOf(markAt(500, 220))).toBe('below');
  expect(sideOf(markAt(500, 460))).toBe('above');
  expect(sideOf(markAt(300, 340))).toBe('right');
  expect(sideOf(markAt(800, 340))).toBe('left');
});

test('out of a low view, but not off the screen', () => {
  const low = {x: 0, y: 690, width: 360, height: 89};
  expect(sideOf(markAt(150, 720), {view: low})).toBe('above');
  expect(sideOf(markAt(150, 30), {view: {...low, y: 10}})).toBe('below');
});

test('no farther out of the view than it must be', () => {
  const {x} = placeBeside(size, markAt(105, 220), view, screen);
  expect(x).toBe(view.x);
  expect(placeBeside(size, markAt(960, 220), view, screen).x).toBe(view.x + view.width - size.width);
});

test('one that is too tall for either side ends at the edge of the screen', () => {
  const tall = {width: 300, height: 700};
  const phone = {x: 0, y: 0, width: 360, height: 640};
  const {y, room, side} = placeBeside(tall, markAt(170, 400), {x: 0, y: 100, width: 360, height: 400}, phone);
  expect(side).toBe('above');
  expect([y, room]).toEqual([4, 386]);
});

const box = (most: number) =>
  fc.record({
    x: fc.integer({min: -200, max: 1400}),
    y: fc.integer({min: -200, max: 900}),
    width: fc.integer({min: 1, max: most}),
    height: fc.integer({min: 1, max: most}),
  });

test('it never lies over its mark, as tall as it may be', () => {
  fc.assert(
    fc.property(box(200), box(1000), box(900), (mark, around, {width, height}) => {
      const {x, y, room} = placeBeside({width, height}, mark, around, screen);
      const drawn = {x, y, width, height: Math.min(height, room)};
      expect(drawn.height > 0 && touch(drawn, mark)).toBe(false);
    }),
  );
});

test('it is whole on the screen, where there is room on any side', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 1256}),
      fc.integer({min: 0, max: 776}),
      box(1000),
      (left, top, around) => {
        const {x, y, room} = placeBeside(size, markAt(left, top), around, screen);
        expect([x >= 0, y >= 0, x + size.width <= screen.width, y + size.height <= screen.height]).toEqual([
          true,
          true,
          true,
          true,
        ]);
        expect(room).toBeGreaterThanOrEqual(size.height);
      },
    ),
  );
});

test('a side that is asked for first is kept where it is as good', () => {
  const mark = markAt(500, 340);
  const wide = {...view, y: 0, height: 800};
  expect(placeBeside(size, mark, wide, screen, ['left', 'below']).side).toBe('left');
});
