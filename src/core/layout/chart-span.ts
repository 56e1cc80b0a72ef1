import type {Interval} from '../time/index.js';
import type {TimeScale} from './types.js';

/** A span in pixels along time. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
}

/** The visible part of a date, clipped to the domain; null when out of view. */
export function spanOf({start, end}: Interval, scale: TimeScale): ChartSpan | null {
  const [first, last] = scale.domain();
  if (end <= first || start >= last) return null;
  const [from, to] = scale.range();
  return {from: start <= first ? from : scale(start), to: end >= last ? to : scale(end)};
}
