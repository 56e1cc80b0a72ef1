import fc from 'fast-check';
import {expect, test} from 'vitest';
import {airAround, type Box} from '../../../src/core/layout/index.js';

const VIEW = {width: 700, height: 400};
const controls: Box = {x: 8, y: 8, width: 44, height: 140};
const locator: Box = {x: 620, y: 320, width: 72, height: 72};

test('without anything on the map there is the same air on all sides', () => {
  expect(airAround([], VIEW, 44)).toEqual([{left: 44, top: 44, right: 44, bottom: 44}]);
});

test('what leaves most room comes first, and something keeps clear of all', () => {
  const airs = airAround([controls, locator], VIEW, 44);
  const [plain, ...more] = airs;
  expect(plain).toEqual({left: 44, top: 44, right: 44, bottom: 44});
  const areas = more.map(({left, top, right, bottom}) => (700 - left - right) * (400 - top - bottom));
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  expect(more).toContainEqual({left: 74, top: 44, right: 102, bottom: 44});
  expect(more).toContainEqual({left: 74, top: 44, right: 44, bottom: 102});
});

test('whatever stands on it, some of the map is left', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.integer({min: 0, max: 600}),
      y: fc.integer({min: 0, max: 300}),
      width: fc.integer({min: 1, max: 400}),
      height: fc.integer({min: 1, max: 300}),
    }),
    {maxLength: 3},
  );
  fc.assert(
    fc.property(boxes, (some) => {
      for (const {left, top, right, bottom} of airAround(some, VIEW, 44)) {
        expect(left + right).toBeLessThanOrEqual(VIEW.width * 0.6);
        expect(top + bottom).toBeLessThanOrEqual(VIEW.height * 0.6);
        expect(Math.min(left, top, right, bottom)).toBeGreaterThanOrEqual(44);
      }
    }),
  );
});
