import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Level, LineCells, PATH} from '../../../src/core/overlays/index.js';
import {withBoxes} from '../../../src/core/overlays/level.js';

const BOX = {west: 100, north: 50, east: 700, south: 450};

/** A line or ring in pixels of the world at a zoom. */
const levelOf = (path: readonly [kind: number, ...xy: number[]], zoom = 4): Level =>
  withBoxes({
    zoom,
    xy: Float64Array.from(path.slice(1)),
    from: Uint32Array.of(0, (path.length - 1) / 2),
    kinds: Uint8Array.of(path[0]),
  });

/** The nearest that a line from one point to another comes to a box, in pixels: by looking at many points of it. */
function distance(
  [x0, y0, x1, y1]: readonly number[],
  [left, top, right, bottom]: readonly number[],
): number {
  let least = Infinity;
  for (let i = 0; i <= 2000; i++) {
    const x = Number(x0) + ((Number(x1) - Number(x0)) * i) / 2000;
    const y = Number(y0) + ((Number(y1) - Number(y0)) * i) / 2000;
    const dx = Math.max(Number(left) - x, 0, x - Number(right));
    const dy = Math.max(Number(top) - y, 0, y - Number(bottom));
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
}

describe('lines under a box', () => {
  test('are found where one runs, and not where none is near', () => {
    const at = fc.tuple(
      fc.integer({min: -500, max: 1500}),
      fc.integer({min: -500, max: 1000}),
      fc.integer({min: -500, max: 1500}),
      fc.integer({min: -500, max: 1000}),
    );
    const corner = fc.tuple(fc.integer({min: 0, max: 500}), fc.integer({min: 0, max: 380}));
    const counts = {on: 0, off: 0};
    fc.assert(
      fc.property(at, corner, ([x0, y0, x1, y1], [left, top]) => {
        const lines = new LineCells([levelOf([PATH.line, x0, y0, x1, y1])], BOX);
        const box = [left, top, left + 90, top + 17] as const;
        const away = distance([x0 - 100, y0 - 50, x1 - 100, y1 - 50], box);
        if (away === 0) {
          counts.on++;
          expect(lines.runIn(...box)).toBe(true);
        } else if (away > 6) {
          counts.off++;
          expect(lines.runIn(...box)).toBe(false);
        }
      }),
      {seed: 11, numRuns: 4000},
    );
    expect(counts.on).toBeGreaterThan(100);
    expect(counts.off).toBeGreaterThan(500);
  });

  test('are those of every copy of the world, and no outlines of areas', () => {
    const world = 256 * 2 ** 4;
    const beyond = levelOf([PATH.line, 300 + world, 0, 300 + world, 500]);
    expect(new LineCells([beyond], BOX).runIn(190, 10, 210, 30)).toBe(true);
    const ring = levelOf([PATH.ring, 300, 100, 400, 100, 400, 200, 300, 200]);
    expect(new LineCells([ring], BOX).runIn(190, 40, 310, 160)).toBe(false);
  });

  test('that go far beyond it cost no more than those within', () => {
    const far = levelOf([PATH.line, -3e7, 250, 3e7, 250], 18);
    const lines = new LineCells([far], BOX);
    expect(lines.runIn(10, 190, 20, 210)).toBe(true);
    expect(lines.runIn(10, 10, 20, 30)).toBe(false);
  });
});
