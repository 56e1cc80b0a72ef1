import {describe, expect, test} from 'vitest';
import {layoutIslandNames, layoutMap, MARK_RADIUS, type MapRegion} from '../../../src/core/layout/index.js';
import type {Box} from '../../../src/core/layout/types.js';

const OPTIONS = {
  width: 600,
  height: 400,
  fontSize: 13,
  measure: (text: string, bold: boolean) => text.length * (bold ? 8 : 7),
};

/** A country that is a box, in pixels of the view. */
const country = (name: string, {x, y, width, height}: Box): MapRegion => ({
  id: name,
  kind: 'country',
  texts: [name],
  shape: {
    rings: [Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height, x, y)],
    boxes: Float64Array.of(x, y, x + width, y + height),
  },
  transform: {scale: 1, dx: 0, dy: 0, world: 1e6},
});

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const AT = {x: 306, y: 202};
const MALTA = country('Malta', {x: 300, y: 200, width: 12, height: 4});

/** The names that stand beside islands, with a story of one place. */
function beside(
  regions: readonly MapRegion[],
  at: typeof AT & {readonly name?: string} = AT,
  reserved: readonly Box[] = [],
) {
  const names = {regions, points: []};
  const options = {...OPTIONS, reserved};
  const place = {name: '', ...at, id: 'p', radius: 0, count: '', events: 1, emphasis: 1};
  const layout = layoutMap([place], names, options);
  return {labels: layoutIslandNames(names, layout, options), layout};
}

describe('the name of a small island that the story is about', () => {
  test('stands on the sea beside it, clear of the mark', () => {
    const [label, ...others] = beside([MALTA]).labels;
    if (!label) throw new Error('not named');
    expect(others).toEqual([]);
    expect(label).toMatchObject({id: 'Malta', kind: 'country', lines: ['Malta'], isSpaced: false});
    const mark = {
      x: AT.x - MARK_RADIUS,
      y: AT.y - MARK_RADIUS,
      width: 2 * MARK_RADIUS,
      height: 2 * MARK_RADIUS,
    };
    expect(touch(label, mark)).toBe(false);
    // No farther off than what a reader takes for the island's.
    expect(Math.abs(label.at[0] - AT.x)).toBeLessThan(label.width);
    expect(Math.abs(label.at[1] - AT.y)).toBeLessThan(2 * label.height);
  });

  test('stands beside a line of the story, and farther off where others stand near', () => {
    const names = {regions: [MALTA], points: []};
    const place = {name: '', ...AT, id: 'p', radius: 0, count: '', events: 1, emphasis: 1};
    const isCrossed = ({x}: Box) => x < 280;
    const labelIn = (more: object) => {
      const options = {...OPTIONS, ...more};
      return layoutIslandNames(names, layoutMap([place], names, options), options)[0];
    };
    expect(labelIn({})?.x).toBeLessThan(280);
    expect(labelIn({isCrossed})?.x).toBeGreaterThan(280);
    const around = {x: 282, y: 176, width: 48, height: 52};
    expect(labelIn({reserved: [around]})).toBeDefined();
  });

  test('is not said twice where the place is called so too', () => {
    expect(beside([MALTA], {...AT, name: 'Malta'}).labels).toEqual([]);
  });

  test('is that of no other island', () => {
    expect(beside([MALTA], {x: 200, y: 202}).labels).toEqual([]);
  });

  test('stands on no other land, and not where there is no sea', () => {
    const land = (x: number, y: number, width: number, height: number) =>
      country(`${x} ${y}`, {x, y, width, height});
    const north = land(0, 0, 600, 197);
    const south = land(0, 207, 600, 193);
    const [label] = beside([MALTA, north]).labels;
    expect(label?.y).toBeGreaterThanOrEqual(197);
    expect(beside([MALTA, north, south, land(316, 197, 284, 10), land(0, 197, 296, 10)]).labels).toEqual([]);
  });

  test('stands on no other name, nor on what is reserved', () => {
    const {labels} = beside([MALTA, country('Gozo', {x: 297, y: 199, width: 12, height: 4})]);
    expect(labels).toHaveLength(2);
    expect(touch(labels[0] as Box, labels[1] as Box)).toBe(false);
    const all = {x: 250, y: 150, width: 110, height: 110};
    expect(beside([MALTA], AT, [all]).labels).toEqual([]);
  });

  test('stands inside of what has room for it, and not beside what is large', () => {
    const {labels, layout} = beside([country('Cuba', {x: 200, y: 150, width: 300, height: 100})]);
    expect(labels).toEqual([]);
    expect(layout.names.map(({id}) => id)).toEqual(['Cuba']);
    expect(beside([country('Cuba', {x: 200, y: 200, width: 300, height: 4})]).labels).toEqual([]);
  });
});
