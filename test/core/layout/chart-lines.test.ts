import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fillLine, lineOf, linePath} from '../../../src/core/layout/chart-lines.js';
import {gapsOf, inTime} from '../../../src/core/layout/chart-series.js';
import type {ChartPoint} from '../../../src/core/layout/index.js';
import {hundredths} from '../../../src/core/layout/index.js';
import type {Room} from '../../../src/core/layout/room.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
type Corner = readonly [x: number, y: number];
type Part = readonly [x0: number, y0: number, x1: number, y1: number];

const [LOW, HIGH] = [100, 700];
const series = fc
  .array(fc.tuple(fc.integer({min: -200, max: 1000}), fc.integer({min: 0, max: 300})), {maxLength: 30})
  .map((corners) =>
    corners.map(
      ([at, value], i): ChartPoint => ({
        id: String(i),
        interval: {start: at, end: at + 1},
        value,
        comparator: '=',
      }),
    ),
  )
  .map((points) => inTime({id: 's', label: 's', points}));
const kind = fc.constantFrom('stock' as const, 'cumulative' as const);
const place = ({interval, value}: ChartPoint): Corner => [interval.start, value / 3];

/** Oracle: clips each segment by itself. */
function slow(points: readonly ChartPoint[], isStepped: boolean): readonly Part[] {
  const gaps = gapsOf(points);
  const parts: Part[] = [];
  const add = (x0: number, y0: number, x1: number, y1: number) => {
    if (x1 < LOW || x0 > HIGH) return;
    const at = (x: number) => (x0 === x1 ? y0 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
    const from = x0 < LOW ? ([LOW, at(LOW)] as const) : ([x0, y0] as const);
    const to = x1 > HIGH ? ([HIGH, at(HIGH)] as const) : ([x1, y1] as const);
    const part: Part = [hundredths(from[0]), hundredths(from[1]), hundredths(to[0]), hundredths(to[1])];
    if (part[0] !== part[2] || part[1] !== part[3]) parts.push(part);
  };
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (!before || gaps.has(i)) return;
    const [[x0, y0], [x1, y1]] = [place(before), place(point)];
    if (isStepped) add(x0, y0, x1, y0);
    if (isStepped) add(x1, y0, x1, y1);
    else add(x0, y0, x1, y1);
  });
  return parts;
}

/** The parts of a path of M and L that have a length. */
function partsOf(path: string): readonly Part[] {
  const parts: Part[] = [];
  let [x, y] = [Number.NaN, Number.NaN];
  const commands = path.match(/[A-Za-z][^A-Za-z]*/g) ?? [];
  for (const command of commands) {
    const [x1 = Number.NaN, y1 = Number.NaN] = command.slice(1).split(',').map(Number);
    expect(command[0] === 'M' || command[0] === 'L').toBe(true);
    if (command[0] === 'L' && (x !== x1 || y !== y1)) parts.push([x, y, x1, y1]);
    [x, y] = [x1, y1];
  }
  return parts;
}

describe('the line of a series', () => {
  test('is what it is part by part: joined, or in steps, cut at the edges, none across a gap', () => {
    fc.assert(
      fc.property(series, kind, (points, of) => {
        const path = linePath(lineOf(points, of, place, [LOW, HIGH]), of);
        expect(partsOf(path)).toEqual(slow(points, of === 'cumulative'));
      }),
      RUNS,
    );
  });

  test('has no run of one corner, which would be drawn as a dot', () => {
    fc.assert(
      fc.property(series, kind, (points, of) => {
        for (const run of lineOf(points, of, place, [LOW, HIGH])) {
          expect(run.length).toBeGreaterThan(1);
          expect(partsOf(linePath([run], of)).length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  test('takes the room that it is drawn in', () => {
    fc.assert(
      fc.property(series, kind, (points, of) => {
        const parts: Part[] = [];
        const room = {line: (...part: Part) => parts.push(part)} as unknown as Room;
        const line = lineOf(points, of, place, [LOW, HIGH]);
        fillLine(line, of, room);
        const drawn = parts.map((part) => part.map(hundredths)).filter(([a, b, c, d]) => a !== c || b !== d);
        expect(drawn).toEqual(partsOf(linePath(line, of)));
      }),
      RUNS,
    );
  });

  test('that leaves the plot and comes back is drawn where it is in it', () => {
    const xs: Record<string, number> = {a: 100, b: 100, c: 90, d: 200};
    const points = Object.keys(xs).map(
      (id, i): ChartPoint => ({
        id,
        interval: {start: i, end: i + 1},
        value: 3 * i,
        comparator: '=',
      }),
    );
    const line = lineOf(points, 'stock', ({id, value}) => [xs[id] ?? 0, value / 3], [LOW, HIGH]);
    expect(linePath(line, 'stock')).toBe('M100,0L100,1M100,2.09L200,3');
  });
});
