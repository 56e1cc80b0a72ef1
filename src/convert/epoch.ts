import {civilOf, formatEdtf} from '../core/time/index.js';

const DAY = 86_400_000;
/** A number from which on it counts milliseconds, and one from which on it counts seconds: both are 1973. */
const LEAST_MS = 1e11;
const LEAST_SECONDS = 1e8;
/** The year 9999. */
const MAX_MS = 253_402_300_799_999;

/** How the numbers of a column are read as times. */
export type EpochUnit = 'years' | 'days of milliseconds' | 'milliseconds' | 'days of seconds' | 'seconds';

/**
 * How numbers are read as times, by the largest of all: years, or what has passed since 1970 in seconds or
 * milliseconds. Where all are midnights, they are days: what writes them has no days. Undefined where they are neither.
 */
export function epochUnitOf(numbers: readonly number[]): EpochUnit | undefined {
  let largest = 0;
  for (const each of numbers) largest = Math.max(largest, Math.abs(each));
  if (largest < 10_000) return numbers.every(Number.isInteger) ? 'years' : undefined;
  if (largest > MAX_MS || largest < LEAST_SECONDS) return undefined;
  const unit = largest >= LEAST_MS ? 'milliseconds' : 'seconds';
  const day = unit === 'seconds' ? DAY / 1000 : DAY;
  return numbers.every((each) => each % day === 0) ? `days of ${unit}` : unit;
}

/** A number as EDTF, in UTC; years as they are. */
export function epochDate(value: number, unit: EpochUnit): string {
  if (unit === 'years') return formatEdtf({kind: 'date', unit: 'year', year: value + 0});
  const at = Math.floor(unit.endsWith('milliseconds') ? value : value * 1000);
  const {weekday: _, ms, ...civil} = civilOf(at);
  const {year, month, day} = civil;
  if (unit.startsWith('days')) return formatEdtf({kind: 'date', unit: 'day', year, month, day});
  const fraction = ms > 0 && {fraction: String(ms).padStart(3, '0')};
  return formatEdtf({kind: 'date', unit: 'second', ...civil, ...fraction, offset: 0});
}
