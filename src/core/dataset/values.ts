import type {Interval} from '../time/index.js';
import type {Figure, Measure} from './types.js';

/**
 * What a figure claims, as lowest and highest value, in the unit of its measure: "at least 72" is 72 to infinity.
 * `slack`: how far off "about" may be, as a share of the value.
 */
export function claimBounds(
  {value, comparator}: Pick<Figure, 'value' | 'comparator'>,
  slack = 0,
): readonly [low: number, high: number] {
  const off = comparator === '~' ? Math.abs(value) * slack : 0;
  return [comparator[0] === '<' ? -Infinity : value - off, comparator[0] === '>' ? Infinity : value + off];
}

/** No value can satisfy both; "about" is taken as within a tenth. */
export function contradict(a: Figure, b: Figure): boolean {
  const excludes = (one: Figure, other: Figure) => {
    const [low] = claimBounds(one, 0.1);
    const [, high] = claimBounds(other, 0.1);
    return low > high || (low === high && (one.comparator === '>' || other.comparator === '<'));
  };
  return excludes(a, b) || excludes(b, a);
}

/** The same for measures whose figures can stand on one axis: those of one kind, unit and start. */
export const measureKey = ({kind, unit, since}: Measure): string => JSON.stringify([kind, unit, since]);

/** Whether two dates may be the same; without a date, only what has none either. */
export const overlap = (a: Interval | undefined, b: Interval | undefined): boolean =>
  a && b ? a.start < b.end && b.start < a.end : a === b;

/** Figures of one thing that are held against each other at most, so that a huge file stays linear. */
export const COMPARED = 64;

/** Whether the parts of a figure are all of it, up to what floats are off by; without parts nothing is missing. */
export const addsUp = ({value, breakdown}: Pick<Figure, 'value' | 'breakdown'>): boolean =>
  breakdown.length === 0 ||
  Math.abs(breakdown.reduce((sum, part) => sum + part.value, 0) - value) <= Math.abs(value) * 1e-9;
