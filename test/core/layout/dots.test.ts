import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Comparator} from '../../../src/core/dataset/index.js';
import {
  DOT_RADIUS,
  type DotClaim,
  type DotPlot,
  type DotRow,
  layoutDots,
  RING_RADIUS,
} from '../../../src/core/layout/index.js';
import type {Box} from '../../../src/core/layout/types.js';
import {formatFigure, formatShort} from '../../../src/i18n/index.js';

const RUNS = {seed: 20_251_225, numRuns: 500};
const LINE = 28;

const claim = (value: number, comparator: Comparator = '=', i = 0): DotClaim => ({
  id: `f${i}`,
  value,
  comparator,
  text: formatFigure(value, comparator, 'en'),
});
const layout = (claims: readonly DotClaim[], width = 400): DotPlot =>
  layoutDots(claims, {
    width,
    lineHeight: LINE,
    measure: (text) => text.length * 9,
    measureTick: (text) => text.length * 6,
    tickText: (value) => formatShort(value, 'en'),
  });
const row = (plot: DotPlot, i = 0): DotRow => {
  const found = plot.rows[i];
  if (!found) throw new Error(`no row ${i}`);
  return found;
};

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const dotBox = ({x, y}: DotRow, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

describe('a dot', () => {
  test('stands at its value, from 0 on', () => {
    const plot = layout([claim(71), claim(99), claim(45), claim(0)]);
    expect([plot.low, plot.high]).toEqual([0, 100]);
    const [a, b, c, zero] = plot.rows.map(({x}) => x);
    const origin = Number(zero);
    expect((Number(a) - origin) / (Number(b) - origin)).toBeCloseTo(71 / 99, 10);
    expect((Number(c) - origin) / (Number(b) - origin)).toBeCloseTo(45 / 99, 10);
    expect(plot.ticks.find(({value}) => value === 0)?.x).toBe(zero);
  });

  test('below 0 stands left of it', () => {
    const plot = layout([claim(-20), claim(30)]);
    const zero = plot.ticks.find(({value}) => value === 0)?.x;
    expect(row(plot, 0).x).toBeLessThan(Number(zero));
    expect(row(plot, 1).x).toBeGreaterThan(Number(zero));
  });

  test.each<[Comparator, 'right' | 'left' | null]>([
    ['=', null],
    ['~', null],
    ['>=', 'right'],
    ['>', 'right'],
    ['<=', 'left'],
    ['<', 'left'],
  ])('%s is open on its side: %s', (comparator, side) => {
    const plot = layout([claim(50, comparator), claim(100)]);
    const {open, x, text} = row(plot);
    expect(open).toBe(side === 'right' ? 400 : side === 'left' ? 0 : null);
    // The label is on the side without the stroke.
    if (side === 'right') expect(text.x + text.width).toBeLessThan(x);
    else expect(text.x).toBeGreaterThan(x);
  });

  test('at the end of the axis has its text before it', () => {
    const {x, text} = row(layout([claim(100)]));
    expect(text.x + text.width).toBeLessThan(x);
  });

  test('has its text above where neither side has room, in lines where it is too long', () => {
    const middle = row(layout([{...claim(50), text: 'about one hundred million'}, claim(100)], 300));
    expect(middle.text.lines).toEqual(['about one hundred million']);
    expect(middle.y - DOT_RADIUS).toBeGreaterThan(middle.text.height);
    const long = row(layout([{...claim(50), text: 'more than one hundred and eleven million'}], 300));
    expect(long.text.lines.length).toBe(2);
    expect(long.text.lines.join(' ')).toBe('more than one hundred and eleven million');
  });
});

test('numbers of the axis are as many as do not touch, counted from 0', () => {
  const plot = layout([claim(1e12), claim(1)], 280);
  const named = plot.ticks.filter(({text}) => text);
  expect(named[0]?.text).toBe('0');
  expect(plot.ticks.length).toBeGreaterThan(1);
  const wide = layoutDots([claim(1000)], {
    width: 280,
    lineHeight: LINE,
    measure: (text) => text.length * 9,
    measureTick: () => 130,
    tickText: String,
  });
  expect(wide.ticks.map(({value, text}) => [value, text])).toEqual([
    [0, '0'],
    [500, ''],
    [1000, '1000'],
  ]);
});

const comparators = fc.constantFrom<Comparator[]>('=', '>=', '>', '<=', '<', '~');
const values = fc.oneof(
  fc.integer({min: 0, max: 120}),
  fc.integer({min: 1, max: 12}).map((power) => 10 ** power),
  fc.integer({min: 0, max: 1e12}),
  fc.integer({min: -1000, max: 1000}),
  fc.double({min: -1e6, max: 1e6, noNaN: true}).map((value) => Number(value.toFixed(2))),
);
const claims = fc
  .array(fc.record({value: values, comparator: comparators}), {minLength: 1, maxLength: 20})
  .map((rows) => rows.map(({value, comparator}, i) => claim(value, comparator, i)));
const widths = fc.integer({min: 280, max: 1400});

describe('properties', () => {
  test('every claim has its row, in the order that was given, and its dot on its value', () => {
    fc.assert(
      fc.property(claims, widths, (all, width) => {
        const plot = layout(all, width);
        expect(plot.rows.map(({id}) => id)).toEqual(all.map(({id}) => id));
        expect(plot.low).toBeLessThanOrEqual(Math.min(0, ...all.map(({value}) => value)));
        expect(plot.high).toBeGreaterThanOrEqual(Math.max(0, ...all.map(({value}) => value)));
        const [first, last] = [plot.ticks[0], plot.ticks.at(-1)];
        if (!first || !last || first === last) throw new Error('an axis has two ticks');
        const scale = (last.x - first.x) / (last.value - first.value);
        all.forEach(({value}, i) => {
          const {x} = row(plot, i);
          expect(x).toBeCloseTo(first.x + (value - first.value) * scale, 4);
          expect(x - RING_RADIUS).toBeGreaterThanOrEqual(0);
          expect(x + RING_RADIUS).toBeLessThanOrEqual(width);
        });
      }),
      RUNS,
    );
  });

  test('no text touches another, a dot or a stroke, or leaves the plot', () => {
    fc.assert(
      fc.property(claims, widths, (all, width) => {
        const plot = layout(all, width);
        const texts: Box[] = [];
        let top = 0;
        all.forEach(({comparator, text: words}, i) => {
          const {text, height, open, x, y, ...rest} = row(plot, i);
          expect(text.lines.join(' ')).toBe(words);
          expect(
            touch(
              text,
              dotBox({...rest, text, height, open, x, y}, comparator === '~' ? RING_RADIUS : DOT_RADIUS),
            ),
          ).toBe(false);
          if (open !== null) {
            const stroke = {x: Math.min(x, open), y: y - 5, width: Math.abs(open - x), height: 10};
            expect(touch(text, stroke)).toBe(false);
            expect(stroke.width).toBeGreaterThan(DOT_RADIUS + 12);
          }
          expect(text.x).toBeGreaterThanOrEqual(0);
          expect(text.x + text.width).toBeLessThanOrEqual(width + 1e-6);
          expect(text.y + text.height).toBeLessThanOrEqual(height);
          expect(y + RING_RADIUS).toBeLessThanOrEqual(height);
          texts.push({...text, y: top + text.y});
          top += height;
        });
        texts.forEach((text, i) => {
          for (const other of texts.slice(i + 1)) expect(touch(text, other)).toBe(false);
        });
        const ticks = plot.ticks.filter(({text}) => text);
        expect(ticks.some(({value}) => value === 0)).toBe(true);
        ticks.forEach(({left, width: wide}, i) => {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + wide).toBeLessThanOrEqual(width);
          const next = ticks[i + 1];
          if (next) expect(left + wide).toBeLessThan(next.left);
        });
      }),
      RUNS,
    );
  });
});
