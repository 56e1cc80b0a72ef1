import {median, pairs} from 'd3';
import type {Interval} from '../time/index.js';
import {centreOfDate} from './centre.js';
import type {ChartPoint, ChartSeries} from './chart-types.js';

/** An interval this many times as long as the median one between two figures is a gap. */
const GAP = 3;
/** Minimum number of figures for a meaningful median. */
const USUAL = 4;

/** The points of a series in time order, ties in given order. */
export const inTime = ({points}: ChartSeries): readonly ChartPoint[] =>
  points
    .filter(({interval}) => Number.isFinite(centreOfDate(interval)))
    .toSorted((a, b) => centreOfDate(a.interval) - centreOfDate(b.interval));

/**
 * Gaps of a series, by the index of the point after the gap: intervals longer than three times the median one between
 * its dates.
 */
export function gapsOf(points: readonly ChartPoint[]): ReadonlyMap<number, Interval> {
  const gaps = new Map<number, Interval>();
  if (points.length < USUAL) return gaps;
  const stretches = pairs(points, (a, b) => centreOfDate(b.interval) - centreOfDate(a.interval));
  const usual = median(stretches.filter((length) => length > 0));
  if (usual === undefined) return gaps;
  let known = -Infinity;
  points.forEach(({interval: {start, end}}, i) => {
    if ((stretches[i - 1] ?? 0) > GAP * usual && known < start) gaps.set(i, {start: known, end: start});
    known = Math.max(known, end);
  });
  return gaps;
}
