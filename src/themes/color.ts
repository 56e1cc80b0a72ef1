/**
 * Arithmetic of colours for tools and tests; no element uses it. Parsing, spaces and simulation are culori's
 * (https://culorijs.org).
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

/** A colour of CSS; undefined for what is none. */
export const parseColor = (css: string): Color | undefined => parse(css.trim());

/** Whether it lets nothing through. */
export const isOpaque = ({alpha = 1}: Color): boolean => alpha >= 1;

/** Contrast, 1 to 21: WCAG 2.2, relative luminance. */
export const contrast = (a: Color, b: Color): number => wcagContrast(a, b);

/** How different two colours are to somebody, 0 to about 1: Euclidean in OKLab (Björn Ottosson, 2020). */
export const difference = (a: Color, b: Color, vision?: Vision): number => {
  const seen = (color: Color) => (vision ? FILTERS[vision](color) : color);
  return oklabDifference(seen(a), seen(b));
};

/** Of APCA: below this a screen shows black, and how that is met halfway. */
const BLACK = 0.022;
const CLAMP = 1414 / 1000;

/**
 * Lightness contrast of text on a ground, -108 to 106, negative for light on dark: APCA 0.0.98G-4g, as published by
 * Andrew Somers with the draft of WCAG 3 (https://github.com/Myndex/SAPC-APCA). Information, no standard.
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
