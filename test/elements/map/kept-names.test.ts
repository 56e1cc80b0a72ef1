import {expect, test} from 'vitest';
import type {MapNameLabel} from '../../../src/core/layout/index.js';
import {KeptNames} from '../../../src/elements/map/kept-names.js';

const viewAt = (zoom: number, x = 0, y = 0) => ({zoom, origin: [x, y] as const, width: 400, height: 300});
const town = {name: 'Ponce', at: [100, 50], x: 108, y: 54} as unknown as MapNameLabel;

/** Names laid out at zoom 6, with the origin at 1,000 and 2,000 pixels. */
const laidOut = () => {
  const kept = new KeptNames();
  kept.in(viewAt(6, 1000, 2000), false, 'en');
  kept.keep([town], viewAt(6, 1000, 2000));
  return kept;
};

test('names move with a map that is dragged', () => {
  expect(laidOut().in(viewAt(6, 1010, 1995), false, 'en')).toEqual([{...town, at: [90, 55], x: 98, y: 59}]);
});

test('on the way to another zoom they stay beside their points', () => {
  const scale = 2 ** 0.25;
  const [moved] = laidOut().in(viewAt(6.25, 1000 * scale, 2000 * scale), true, 'en') ?? [];
  expect(moved?.at[0]).toBeCloseTo(100 * scale);
  expect(moved?.at[1]).toBeCloseTo(50 * scale);
  expect((moved?.x ?? 0) - (moved?.at[0] ?? 0)).toBeCloseTo(8);
  expect((moved?.y ?? 0) - (moved?.at[1] ?? 0)).toBeCloseTo(4);
});

test('they are laid out anew at rest, where they would cover each other, and in another language', () => {
  expect(laidOut().in(viewAt(6.25), false, 'en')).toBeUndefined();
  expect(laidOut().in(viewAt(5.4), true, 'en')).toBeUndefined();
  expect(laidOut().in(viewAt(6, 1000, 2000), true, 'es')).toBeUndefined();
});
