import {formatNumber} from './numbers.js';

/** Areas in square metres. */
const SQUARE_MILE = 1609.344 ** 2;
const SQUARE_FOOT = 0.3048 ** 2;
/** Three digits: nobody drew it more exactly. */
const DIGITS = 3;

/** There is no such unit in the tables of languages; in all of ours its sign comes last. */
const squared = (value: number, locale: string, unit: string): string =>
  `${formatNumber(value, locale, {style: 'unit', unit, maximumSignificantDigits: DIGITS})}²`;

/** Square metres to a reader: "12 km²", "11,800 m²". */
export const formatArea = (squareMetres: number, locale: string): string =>
  squareMetres >= 1e5
    ? squared(squareMetres / 1e6, locale, 'kilometer')
    : squared(squareMetres, locale, 'meter');

/** The same in miles and feet: "4.6 mi²", "127,000 ft²". */
export const formatImperialArea = (squareMetres: number, locale: string): string =>
  squareMetres >= SQUARE_MILE / 10
    ? squared(squareMetres / SQUARE_MILE, locale, 'mile')
    : squared(squareMetres / SQUARE_FOOT, locale, 'foot');
