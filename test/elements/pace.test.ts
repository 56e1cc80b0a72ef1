import {expect, test} from 'vitest';
import {Pace} from '../../src/elements/base/pace.js';

/** In which of its frames a view is drawn, when the frames come at these times. */
const drawn = (turn: 0 | 1, times: readonly number[]) => {
  const pace = new Pace(turn);
  pace.start(0);
  return times.map((now) => pace.isTurn(now));
};

test('a view that flies is drawn in each frame, as long as these are in time', () => {
  expect(drawn(0, [0, 17, 33, 50])).toEqual([true, true, true, true]);
  expect(drawn(1, [0, 17, 33, 50])).toEqual([true, true, true, true]);
});

test('after a late frame two views are drawn by turns', () => {
  const times = [0, 17, 50, 67, 84, 100, 117];
  expect(drawn(0, times)).toEqual([true, true, false, true, false, true, false]);
  expect(drawn(1, times)).toEqual([true, true, true, false, true, false, true]);
});

test('what was late in one flight is not held against the next', () => {
  const pace = new Pace(1);
  pace.start(0);
  expect([0, 100, 117].map((now) => pace.isTurn(now))).toEqual([true, false, true]);
  pace.start(890);
  expect([900, 917, 933].map((now) => pace.isTurn(now))).toEqual([true, true, true]);
});

test('where the first frame itself is late, nobody is drawn in it, and they take turns from then on', () => {
  expect(drawn(0, [33, 50, 67, 84])).toEqual([false, true, false, true]);
  expect(drawn(1, [33, 50, 67, 84])).toEqual([false, false, true, false]);
});
