import {centreOfDate} from './centre.js';
import {type ChartSpan, spanOf} from './chart-span.js';
import type {ChartPoint} from './chart-types.js';
import type {TimeScale} from './types.js';

/** A figure whose date is at least partly in view. */
export interface PointInView extends ChartSpan {
  readonly point: ChartPoint;
  readonly series: number;
  /** Index in its series. */
  readonly index: number;
}

/** The figures in view, by series and then in time order. */
export const pointsInView = (
  series: readonly (readonly ChartPoint[])[],
  scale: TimeScale,
): readonly PointInView[] =>
  series.flatMap((points, s) =>
    points.flatMap((point, index) => {
      const span = spanOf(point.interval, scale);
      return span ? [{point, series: s, index, ...span}] : [];
    }),
  );

/** Sorts figures by time, then by series. */
export const sortedByTime = (points: readonly PointInView[]): readonly PointInView[] =>
  points.toSorted(
    (a, b) =>
      centreOfDate(a.point.interval) - centreOfDate(b.point.interval) ||
      a.series - b.series ||
      a.index - b.index,
  );
