import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type ChartLayout, type ChartMark, EMPTY_CHART, marksAt} from '../../../src/core/layout/index.js';

/** A chart with only the positions of its marks, one panel each. */
const chartOf = (panels: readonly (readonly {readonly x: number; readonly y: number}[])[]): ChartLayout => ({
  ...EMPTY_CHART,
  panels: panels.map((spots, p) => ({
    ...({} as ChartLayout['panels'][number]),
    marks: spots.map(({x, y}, i) => ({...({} as ChartMark), id: `${p}-${i}`, x, y})),
  })),
});

test('a pointer is at the nearest figure, with those in its place, in whatever panel', () => {
  const chart = chartOf([
    [
      {x: 0, y: 0},
      {x: 50, y: 50},
    ],
    [
      {x: 51, y: 50},
      {x: 56, y: 50},
    ],
  ]);
  expect(marksAt(chart, 49, 50, 24)).toEqual(['0-1', '1-0']);
  expect(marksAt(chart, 58, 50, 24)).toEqual(['1-1']);
});

test('a pointer that is out of reach is at none', () => {
  const chart = chartOf([[{x: 0, y: 0}]]);
  expect(marksAt(chart, 24, 0, 24)).toEqual(['0-0']);
  expect(marksAt(chart, 24.1, 0, 24)).toEqual([]);
  expect(marksAt(EMPTY_CHART, 0, 0, 24)).toEqual([]);
});

test('no figure is nearer than those that a pointer is at', () => {
  const spot = fc.record({x: fc.integer({min: 0, max: 40}), y: fc.integer({min: 0, max: 40})});
  fc.assert(
    fc.property(fc.array(fc.array(spot), {maxLength: 3}), spot, (panels, at) => {
      const chart = chartOf(panels);
      const all = chart.panels.flatMap(({marks}) => marks);
      const far = (mark: ChartMark) => Math.hypot(mark.x - at.x, mark.y - at.y);
      const ids = marksAt(chart, at.x, at.y, 10);
      const least = Math.min(...all.map(far));
      expect(ids.length > 0).toBe(least <= 10);
      const hit = all.filter(({id}) => ids.includes(id));
      if (ids.length > 0) expect(Math.min(...hit.map(far))).toBe(least);
      for (const mark of hit) expect(far(mark)).toBeLessThan(least + 2);
    }),
    {seed: 20_251_225},
  );
});
