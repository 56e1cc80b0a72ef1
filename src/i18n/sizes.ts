import {formatNumber} from './numbers.js';
import type {Units} from './units.js';

/** In metres. */
const KILOMETRE = 1000;
const MILE = 1609.344;
const FOOT = 0.3048;

/** Units of lengths, the larger first, and from which length on it is said in the larger. */
const LENGTHS = {
  metric: {large: ['kilometer', KILOMETRE], small: ['meter', 1], from: 999.5},
  imperial: {large: ['mile', MILE], small: ['foot', FOOT], from: MILE / 10},
} as const;
/** Of areas the sides of their squares, and from which area on. */
const AREAS = {
  metric: {...LENGTHS.metric, from: 1e5},
  imperial: {...LENGTHS.imperial, from: MILE ** 2 / 10},
} as const;

/** How a size is said: of so many digits. */
export interface SizeOptions {
  readonly units?: Units | undefined;
  readonly digits: number;
}

/** A length in metres that was measured on a map: "3,260 km", "120 m", "2,030 mi". */
export function formatExtent(
  metres: number,
  locale: string,
  {units = 'metric', digits}: SizeOptions,
): string {
  const {large, small, from} = LENGTHS[units];
  const [unit, length] = metres >= from ? large : small;
  return formatNumber(metres / length, locale, {style: 'unit', unit, maximumSignificantDigits: digits});
}

/** An area in square metres: "12 km²", "11,800 m²", "4.6 mi²". */
export function formatArea(
  squareMetres: number,
  locale: string,
  {units = 'metric', digits}: SizeOptions,
): string {
  const {large, small, from} = AREAS[units];
  const [unit, side] = squareMetres >= from ? large : small;
  const value = squareMetres / side ** 2;
  // There is no such unit in the tables of languages; in all of ours its sign comes last.
  return `${formatNumber(value, locale, {style: 'unit', unit, maximumSignificantDigits: digits})}²`;
}
