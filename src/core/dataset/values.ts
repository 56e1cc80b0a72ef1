import type {Interval} from '../time/index.js';
import type {Figure, Measure} from './types.js';

/**
 * The interval of values that a figure claims, in the unit of its measure: "at least 72" is 72 to infinity. `slack`:
 * tolerance of "about", as a share of the value.
 */
export function claimBounds(
  {value, comparator}: Pick<Figure, 'value' | 'comparator'>,
  slack = 0,
): readonly [low: number, high: number] {
  const off = comparator === '~' ? Math.abs(value) * slack : 0;
  return [comparator[0] === '<' ? -Infinity : value - off, comparator[0] === '>' ? Infinity : value + off];
}

/** Whether a figure claims more than another allows; "about" has a tolerance of ten percent. */
function exceeds(one: Figure, other: Figure): boolean {
  const [low] = claimBounds(one, 0.1);
  const [, high] = claimBounds(other, 0.1);
  return low > high || (low === high && (one.comparator === '>' || other.comparator === '<'));
}

/** Whether no value can satisfy both figures. */
const contradict = (a: Figure, b: Figure): boolean => exceeds(a, b) || exceeds(b, a);

/**
 * Whether two figures of one thing, as of an event or of a total since a day, cannot both be true. Those that contradict,
 * unless the later one is higher, as more may have been counted since, or both are estimates for other dates.
 */
export function disagree(a: Figure, b: Figure): boolean {
  if (isBefore(a, b)) return a.comparator + b.comparator !== '~~' && exceeds(a, b);
  return isBefore(b, a) ? disagree(b, a) : contradict(a, b);
}

/** Whether the date of a figure ends before that of another. */
export const isBefore = ({interval: a}: Figure, {interval: b}: Figure): boolean =>
  a !== undefined && b !== undefined && a.end <= b.start;

/** A key that is equal for measures whose figures can share an axis: of the same kind, unit and start. */
export const measureKey = ({kind, unit, since}: Measure): string => JSON.stringify([kind, unit, since]);

/** Whether two dates overlap; undated figures overlap only with one another. */
export const overlap = (a: Interval | undefined, b: Interval | undefined): boolean =>
  a && b ? a.start < b.end && b.start < a.end : a === b;

/** Maximum number of figures that each figure is compared with, to stay linear on large files. */
export const COMPARED = 64;

/** Whether a breakdown adds up to its figure, within floating-point error; true without a breakdown. */
export const addsUp = ({value, breakdown}: Pick<Figure, 'value' | 'breakdown'>): boolean =>
  breakdown.length === 0 ||
  Math.abs(breakdown.reduce((sum, part) => sum + part.value, 0) - value) <= Math.abs(value) * 1e-9;
