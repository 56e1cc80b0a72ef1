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

test('a page that could not keep up is not asked again at once: the next flights are by turns, more of them each time', () => {
  const pace = new Pace(1);
  const fly = (...times: readonly number[]) => {
    pace.start(0);
    return times.map((now) => pace.isTurn(now));
  };
  const slow = () => fly(0, 100, 117, 133);
  const inTime = () => fly(0, 17, 33, 50);
  const byTurns = [false, false, true, false];
  const all = [true, true, true, true];
  expect(slow()).toEqual([true, false, true, false]);
  expect(inTime()).toEqual(byTurns);
  expect(slow()).toEqual([true, false, true, false]);
  expect([inTime(), inTime(), inTime()]).toEqual([byTurns, byTurns, byTurns]);
  expect(inTime()).toEqual(all);
  // One that was in time ends it.
  expect(slow()).toEqual([true, false, true, false]);
  expect(inTime()).toEqual(byTurns);
  expect(inTime()).toEqual(all);
});

test('where the first frame itself is late, nobody is drawn in it, and they take turns from then on', () => {
  expect(drawn(0, [33, 50, 67, 84])).toEqual([false, true, false, true]);
  expect(drawn(1, [33, 50, 67, 84])).toEqual([false, false, true, false]);
});
