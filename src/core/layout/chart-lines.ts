import {curveStepAfter, line} from 'd3';
import type {MeasureKind} from '../dataset/index.js';
import {gapsOf} from './chart-series.js';
import type {ChartPoint} from './chart-types.js';
import type {Room} from './room.js';

type Corner = readonly [x: number, y: number];

/** The line of a series, clipped to the plot: one run of points between each two gaps. */
export type ChartLine = readonly (readonly Corner[])[];

const DIGITS = 2;
const straight = line<Corner>().digits(DIGITS);
const stepped = line<Corner>().digits(DIGITS).curve(curveStepAfter);

/**
 * SVG path of a line: a step line for cumulative measures, which keep their value until the next figure, straight
 * segments for others.
 */
export const linePath = (runs: ChartLine, kind: MeasureKind): string =>
  runs.map((run) => (kind === 'cumulative' ? stepped(run) : straight(run)) ?? '').join('');

/** The line of a series, clipped to the edges of the plot; `place` positions its points. */
export function lineOf(
  points: readonly ChartPoint[],
  kind: MeasureKind,
  place: (point: ChartPoint) => Corner,
  edges: readonly [low: number, high: number],
): ChartLine {
  const gaps = gapsOf(points);
  const runs: Corner[][] = [];
  points.forEach((point, i) => {
    if (i === 0 || gaps.has(i)) runs.push([]);
    runs.at(-1)?.push(place(point));
  });
  return runs.flatMap((run) => clipRun(run, kind, edges)).filter(({length}) => length > 1);
}

/**
 * Clips a run to the plot, with an interpolated point at each edge. A run may leave the plot and return: points of
 * dates that reach into view are clamped to the edge, while the centre of a date may lie outside.
 */
function clipRun(
  run: readonly Corner[],
  kind: MeasureKind,
  [low, high]: readonly [low: number, high: number],
): ChartLine {
  const runs: Corner[][] = [];
  let seen: Corner[] | undefined;
  run.forEach((to, i) => {
    const from = run[i - 1];
    if (!from || to[0] < low || from[0] > high) {
      seen = undefined;
      return;
    }
    if (!seen) {
      seen = [from[0] < low ? [low, heightAt(low, from, to, kind)] : from];
      runs.push(seen);
    }
    seen.push(to[0] > high ? [high, heightAt(high, from, to, kind)] : to);
  });
  return runs.map((corners) => corners.filter((corner, i) => !isSamePlace(corner, corners[i - 1])));
}

/** Interpolates the y of a segment at x. */
function heightAt(x: number, [x0, y0]: Corner, [x1, y1]: Corner, kind: MeasureKind): number {
  if (kind === 'cumulative' || x0 === x1) return y0;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Compares at the precision of the path: a zero-length segment would be drawn as a dot. */
const isSamePlace = ([x0, y0]: Corner, other: Corner | undefined): boolean =>
  other !== undefined &&
  x0.toFixed(DIGITS) === other[0].toFixed(DIGITS) &&
  y0.toFixed(DIGITS) === other[1].toFixed(DIGITS);

/** Marks the pixels of a line as occupied. */
export function fillLine(runs: ChartLine, kind: MeasureKind, room: Room): void {
  for (const run of runs) {
    run.forEach(([x1, y1], i) => {
      const [x0, y0] = run[i - 1] ?? [x1, y1];
      if (kind === 'cumulative') {
        room.line(x0, y0, x1, y0);
        room.line(x1, y0, x1, y1);
      } else room.line(x0, y0, x1, y1);
    });
  }
}
