import type {ChartGap, ChartLabel, ChartMark} from './chart-types.js';
import {hundredths as px} from './hundredths.js';

/** Half height of a whisker's caps, in pixels. */
const WHISKER = 3;
/** Arrow of an open value, in pixels: offset from the mark, length, half width of the head. */
const ARROW = {from: 5, length: 9, head: 3};
/** Height of a bar's foot below the axis, in pixels. */
const FOOT = 7;

/** SVG path of marks as zero-length segments, drawn as dots by round line caps. */
export const dotsPath = (marks: readonly ChartMark[]): string =>
  marks.map(({x, y}) => `M${px(x)},${px(y)}h0`).join('');

/** SVG path of bars as vertical lines from the axis. */
export const barsPath = (marks: readonly ChartMark[], base: number): string =>
  marks
    .filter(({bar}) => bar)
    .map(({x, y}) => `M${px(x)},${px(base)}V${px(y)}`)
    .join('');

/** SVG path of the line that marks a gap. */
export const gapPath = ({from, to, y}: ChartGap): string => `M${px(from)},${y}H${px(to)}`;

/** SVG path of a whisker that spans a mark's date. */
export const whiskerPath = ({from, to, y}: ChartMark): string => {
  const end = (x: number) => `M${px(x)},${px(y - WHISKER)}v${2 * WHISKER}`;
  return `M${px(from)},${px(y)}H${px(to)}${end(from)}${end(to)}`;
};

/** SVG path of the arrow of a mark with an open value. */
export const openPath = ({x, y, open}: ChartMark): string => {
  const up = open === 'up' ? -1 : 1;
  const {from, length, head} = ARROW;
  const tip = `m${-head},${-head * up}l${head},${head * up}l${head},${-head * up}`;
  return `M${px(x)},${px(y + from * up)}v${length * up}${tip}`;
};

/** SVG path from a displaced bar to the middle of its date; empty when not displaced. */
export const footPath = ({x, from, to}: ChartMark, base: number): string => {
  const middle = (from + to) / 2;
  return Math.abs(middle - x) < 2 ? '' : `M${px(x)},${px(base)}L${px(middle)},${px(base + FOOT)}`;
};

/** SVG path from a mark to its label. */
export const leaderPath = ([x0, y0, x1, y1]: NonNullable<ChartLabel['leader']>): string =>
  `M${px(x0)},${px(y0)}L${px(x1)},${px(y1)}`;
