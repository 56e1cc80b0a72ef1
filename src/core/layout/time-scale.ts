import type {Instant} from '../time/index.js';
import {timeTicks} from './ticks.js';
import type {AxisTick, TickOptions} from './types.js';

type Pair = readonly [start: number, end: number];

/**
 * From instants to pixels and back, with the conventions of d3-scale: callable, `domain` and `range` read without an
 * argument and set with one, `copy` is independent. It reckons in milliseconds as float64 and in our own calendar, since
 * `Date`, which d3's `scaleTime` is made of, ends in the year 275760.
 *
 * It is continuous and monotone, and goes on at the same pace beyond its domain; that its pace is the same throughout
 * is its own affair. Ask `scale(at)`, `invert` and `resolution`, and divide no length by another.
 */
export interface TimeScale {
  /** The pixel of an instant; infinite for an open end. */
  (at: Instant): number;
  /** The instant at a pixel: that of `scale(at)` is `at`, as exactly as float64 tells such instants apart. */
  invert(px: number): Instant;
  /** First and last instant, `start < end`, both finite. */
  domain(): Pair;
  domain(domain: Pair): TimeScale;
  /** Their pixels. From the greater to the lesser where time runs from right to left. */
  range(): Pair;
  range(range: Pair): TimeScale;
  /** Milliseconds that one pixel covers. */
  resolution(): number;
  /** The finest calendar ticks whose texts do not touch, in time order and within the domain. */
  ticks(options: TickOptions): readonly AxisTick[];
  copy(): TimeScale;
}

/** A time scale. Without a range it gives the share of the domain, from 0 to 1. */
export function timeScale(domain: Pair = [0, 1], range: Pair = [0, 1]): TimeScale {
  let [start, end] = domain;
  let [from, to] = range;

  const scale = ((at: Instant) => from + ((at - start) * (to - from)) / (end - start)) as TimeScale;
  scale.invert = (px) => start + ((px - from) * (end - start)) / (to - from);
  scale.domain = ((next?: Pair) => {
    if (!next) return [start, end];
    [start, end] = next;
    return scale;
  }) as TimeScale['domain'];
  scale.range = ((next?: Pair) => {
    if (!next) return [from, to];
    [from, to] = next;
    return scale;
  }) as TimeScale['range'];
  scale.resolution = () => (end - start) / Math.abs(to - from);
  scale.ticks = (options) => timeTicks(scale, options);
  scale.copy = () => timeScale([start, end], [from, to]);
  return scale;
}
