/**
 * Colour computations for tools and tests; not used by elements. Parsing, colour spaces and simulation of colour
 * blindness come from culori (https://culorijs.org).
 */
import {
  type Color,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import type {Vision} from './contract.js';

const FILTERS: Readonly<Record<Vision, (color: Color) => Color>> = {
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

const toRgb = converter('rgb');
const oklabDifference = differenceEuclidean('oklab');

/** Parses a CSS colour; undefined when it is not one. */
export const parseColor = (css: string): Color | undefined => parse(css.trim());

export const isOpaque = ({alpha = 1}: Color): boolean => alpha >= 1;

/** Contrast ratio, 1 to 21, by relative luminance (WCAG 2.2). */
export const contrast = (a: Color, b: Color): number => wcagContrast(a, b);

/** Euclidean distance of two colours in OKLab (Björn Ottosson, 2020), 0 to about 1, as seen with `vision`. */
export const difference = (a: Color, b: Color, vision?: Vision): number => {
  const seen = (color: Color) => (vision ? FILTERS[vision](color) : color);
  return oklabDifference(seen(a), seen(b));
};

/** APCA soft clamp of black: threshold and exponent. */
const BLACK = 0.022;
const CLAMP = 1414 / 1000;

/**
 * APCA lightness contrast of text on a background, -108 to 106, negative for light on dark: version 0.0.98G-4g, as
 * published by Andrew Somers with the draft of WCAG 3 (https://github.com/Myndex/SAPC-APCA). For information; not a
 * standard.
 */
export function lightnessContrast(text: Color, ground: Color): number {
  const screen = (color: Color) => {
    const {r, g, b} = toRgb(color);
    const y = 0.2126729 * r ** 2.4 + 0.7151522 * g ** 2.4 + 0.072175 * b ** 2.4;
    return y > BLACK ? y : y + (BLACK - y) ** CLAMP;
  };
  const [over, under] = [screen(text), screen(ground)];
  if (Math.abs(under - over) < 0.0005) return 0;
  const lightOnDark = over > under;
  const raw = lightOnDark ? (under ** 0.65 - over ** 0.62) * 1.14 : (under ** 0.56 - over ** 0.57) * 1.14;
  if (Math.abs(raw) < 0.1) return 0;
  return (lightOnDark ? raw + 0.027 : raw - 0.027) * 100;
}
