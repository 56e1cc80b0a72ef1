import {expect, test} from 'vitest';
import {stepAt} from '../../../src/core/layout/index.js';

test('the step on the line of reading is the last that has begun above it, however far it was scrolled', () => {
  const at = (scrolled: number) =>
    stepAt(
      [800, 1600, 2400].map((top) => top - scrolled),
      480,
    );
  expect([0, 319, 320, 1119, 1120, 1920, 99_999].map(at)).toEqual([-1, -1, 0, 0, 1, 2, 2]);
  expect(stepAt([], 480)).toBe(-1);
});
