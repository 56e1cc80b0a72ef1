import type {Interval} from '../time/index.js';
import type {AxisTick, TickOptions} from './types.js';

/**
 * The finest calendar ticks whose texts do not touch, in time order and inside `range`. Years tick at multiples of
 * their step on astronomical years, so that steps run evenly through the year 0 (1 BCE).
 */
export function timeTicks(_range: Interval, _length: number, _options: TickOptions): readonly AxisTick[] {
  return [];
}
