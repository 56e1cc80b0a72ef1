import {median, pairs} from 'd3';
import type {Interval} from '../time/index.js';
import {centreOfDate} from './centre.js';
import type {ChartPoint, ChartSeries} from './chart-types.js';

/** A stretch this many times as long as the usual one between two figures is a gap. */
const GAP = 3;
/** Figures that a series has before it can have a usual distance. */
const USUAL = 4;

/** A series' points in time, those of one date as they came. */
export const inTime = ({points}: ChartSeries): readonly ChartPoint[] =>
  points
    .filter(({interval}) => Number.isFinite(centreOfDate(interval)))
    .toSorted((a, b) => centreOfDate(a.interval) - centreOfDate(b.interval));

/**
 * Where a series has nothing to say: before which of its points, and from when to when. A stretch counts that is
 * longer than three times the usual (median) one between two dates of the series.
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
