import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {keyTarget} from '../../../src/elements/list/keys.js';
import {DRAWN, withRow} from '../../../src/elements/list/listed-rows.js';
import {placeAt, sliceAround, spacerHeight} from '../../../src/elements/list/slice.js';

const sizes = fc.oneof(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 2_000_000}));
const places = sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

describe('the slice that is drawn', () => {
  test('holds its place and is as long as it may be', () => {
    fc.assert(
      fc.property(places, ([size, at]) => {
        const {from, to} = sliceAround(at, size);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to - from).toBe(Math.min(size, DRAWN));
        expect(at >= from && at < to).toBe(true);
        expect(to).toBeLessThanOrEqual(size);
      }),
    );
    expect(sliceAround(0, 0)).toEqual({from: 0, to: 0});
  });

  test('of any number the spacers are less tall than browsers cut off', () => {
    fc.assert(
      fc.property(sizes, fc.integer({min: 20, max: 2000}), (size, height) => {
        expect(size * spacerHeight(size, height)).toBeLessThanOrEqual(4e6 + 1);
        expect(spacerHeight(size, height)).toBeLessThanOrEqual(height);
      }),
    );
  });
});

describe('scrolled away from what is drawn', () => {
  const views = fc
    .record({place: places, share: fc.double({min: 0, max: 1, noNaN: true})})
    .map(({place: [size, at], share}) => {
      const slice = sliceAround(at, size);
      const spacerPx = spacerHeight(size, 90);
      const list = {
        ...slice,
        size,
        heightPx: 640,
        beforePx: slice.from * spacerPx,
        drawnPx: 90 * (slice.to - slice.from),
        afterPx: (size - slice.to) * spacerPx,
      };
      const maxPx = Math.max(0, list.beforePx + list.drawnPx + list.afterPx - list.heightPx);
      return {list, maxPx, topPx: maxPx * share};
    });

  test('the reader is where the scrolling says, from the first to the last', () => {
    fc.assert(
      fc.property(views, ({list, maxPx, topPx}) => {
        const at = placeAt({...list, topPx});
        const inView = topPx + list.heightPx > list.beforePx && topPx < list.beforePx + list.drawnPx;
        expect(at === -1).toBe(inView);
        if (at >= 0) expect(at < list.from || at >= list.to).toBe(true);
        if (placeAt({...list, topPx: 0}) >= 0) expect(placeAt({...list, topPx: 0})).toBe(0);
        if (placeAt({...list, topPx: maxPx}) >= 0)
          expect(placeAt({...list, topPx: maxPx})).toBe(list.size - 1);
      }),
    );
  });

  test('further down is later', () => {
    fc.assert(
      fc.property(views, fc.double({min: 0, max: 1, noNaN: true}), ({list, maxPx, topPx}, share) => {
        const [a, b] = [
          placeAt({...list, topPx: topPx * share}),
          placeAt({...list, topPx: Math.min(topPx, maxPx)}),
        ];
        if (a >= 0 && b >= 0) expect(a).toBeLessThanOrEqual(b);
      }),
    );
  });
});

test('a row joins others where it belongs, once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(50), (rows, row) => {
      const sorted = Uint32Array.from(rows).sort();
      const expected = [...new Set([...rows, row])].sort((a, b) => a - b);
      expect([...withRow(sorted, row)]).toEqual(expected);
    }),
  );
});

describe('keys', () => {
  /** Items of 50 px each, of which those from `from` on are drawn. */
  const drawn = (count: number) =>
    Array.from({length: count}, (_, i) => ({getBoundingClientRect: () => ({top: i * 50})}));
  const long = {from: 100, size: 1000};
  test.each([
    ['ArrowDown', 110, 111],
    ['ArrowDown', 139, 140],
    ['ArrowDown', 999, 999],
    ['ArrowUp', 100, 99],
    ['ArrowUp', 0, 0],
    ['Home', 110, 0],
    ['End', 110, 999],
    ['PageDown', 110, 114],
    ['PageDown', 138, 139],
    ['PageUp', 110, 106],
    ['PageUp', 102, 100],
    // The index is no longer in the slice.
    ['PageDown', 500, 501],
    ['PageUp', 500, 499],
    ['x', 110, -1],
  ])('%s from %i of a long list leads to %i', (key, at, to) => {
    expect(keyTarget(key, at, drawn(40), 200, long)).toBe(to);
  });
  test('of a list that is drawn whole', () => {
    expect(
      ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'].map((key) =>
        keyTarget(key, 5, drawn(10), 100),
      ),
    ).toEqual([6, 4, 0, 9, 7, 3]);
  });
});
