import {expect, test} from 'vitest';
import {Pace} from '../../src/elements/base/pace.js';

/** In which of its frames a view is drawn, when the frames come at these times. */
const drawn = (...times: readonly number[]) => {
  const pace = new Pace();
  pace.start(0);
  return times.map((now) => pace.isTurn(now));
};

test('a view that flies is drawn in each frame, as long as these are in time', () => {
  expect(drawn(0, 17, 33, 50)).toEqual([true, true, true, true]);
});

test('after a late frame it is drawn in every third, so that another has its own and one is left to paint in', () => {
  const times = [0, 17, 50, 67, 84, 100, 117, 134];
  expect(times.filter((_, i) => drawn(...times)[i])).toEqual([0, 17, 84, 134]);
});

test('a page that could not keep up is not asked again at once: the next flights are by rounds, more of them each time', () => {
  const pace = new Pace();
  const fly = (...times: readonly number[]) => {
    pace.start(0);
    return times.map((now) => pace.isTurn(now));
  };
  const slow = () => fly(0, 100, 117, 133, 150);
  const inTime = () => fly(0, 17, 33, 50, 67);
  const byRounds = [false, true, false, false, true];
  const all = [true, true, true, true, true];
  expect(slow()).toEqual([true, true, false, false, true]);
  expect(inTime()).toEqual(byRounds);
  expect(slow()).toEqual([true, true, false, false, true]);
  expect([inTime(), inTime(), inTime()]).toEqual([byRounds, byRounds, byRounds]);
  expect(inTime()).toEqual(all);
  // One that was in time ends it.
  expect(slow()).toEqual([true, true, false, false, true]);
  expect(inTime()).toEqual(byRounds);
  expect(inTime()).toEqual(all);
});

test('where the first frame itself is late, it is not drawn in it', () => {
  expect(drawn(33, 50, 67, 84, 100)).toEqual([false, true, false, false, true]);
});
