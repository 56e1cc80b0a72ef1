import type {Instant} from '../time/index.js';
import {timeTicks} from './ticks.js';
import type {Pair, TimeScale} from './types.js';

/** A linear time scale. The default range maps the domain to 0 to 1. */
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
  scale.folds = () => [];
  scale.zoomed = (factor, px) => [
    scale.invert(px + (from - px) * factor),
    scale.invert(px + (to - px) * factor),
  ];
  scale.ticks = (options) => timeTicks(scale, options);
  scale.copy = () => timeScale([start, end], [from, to]);
  return scale;
}
