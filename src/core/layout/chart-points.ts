import {centreOfDate} from './centre.js';
import {type ChartSpan, spanOf} from './chart-span.js';
import type {ChartPoint} from './chart-types.js';
import type {TimeScale} from './types.js';

/** A figure whose date is in view, at least in part. */
export interface PointInView extends ChartSpan {
  readonly point: ChartPoint;
  readonly series: number;
  /** Index in its series. */
  readonly index: number;
}

/** The figures in view of each series, series by series and in time order. */
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

/** The same in time order, those of one time series by series. */
export const sortedByTime = (points: readonly PointInView[]): readonly PointInView[] =>
  points.toSorted(
    (a, b) =>
      centreOfDate(a.point.interval) - centreOfDate(b.point.interval) ||
      a.series - b.series ||
      a.index - b.index,
  );
