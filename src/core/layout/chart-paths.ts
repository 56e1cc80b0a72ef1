import type {ChartGap, ChartLabel, ChartMark} from './chart-types.js';
import {hundredths as px} from './hundredths.js';

/** Half of the bar at either end of a whisker. */
const WHISKER = 3;
/** Where the arrow of an open value begins, how far it goes on, and half of its head. */
const ARROW = {from: 5, length: 9, head: 3};
/** How far below its axis the foot of a bar reaches. */
const FOOT = 7;

/** SVG path of marks as dots of no length: the ends of their lines are round. */
export const dotsPath = (marks: readonly ChartMark[]): string =>
  marks.map(({x, y}) => `M${px(x)},${px(y)}h0`).join('');

/** SVG path of bars as lines from the base of their axis. */
export const barsPath = (marks: readonly ChartMark[], base: number): string =>
  marks
    .filter(({bar}) => bar)
    .map(({x, y}) => `M${px(x)},${px(base)}V${px(y)}`)
    .join('');

/** SVG path of the line over a gap. */
export const gapPath = ({from, to, y}: ChartGap): string => `M${px(from)},${y}H${px(to)}`;

/** SVG path from one end of a mark's date to the other. */
export const whiskerPath = ({from, to, y}: ChartMark): string => {
  const end = (x: number) => `M${px(x)},${px(y - WHISKER)}v${2 * WHISKER}`;
  return `M${px(from)},${px(y)}H${px(to)}${end(from)}${end(to)}`;
};

/** SVG path of the arrow at a mark whose value is open upward or downward. */
export const openPath = ({x, y, open}: ChartMark): string => {
  const up = open === 'up' ? -1 : 1;
  const {from, length, head} = ARROW;
  const tip = `m${-head},${-head * up}l${head},${head * up}l${head},${-head * up}`;
  return `M${px(x)},${px(y + from * up)}v${length * up}${tip}`;
};

/** SVG path from a bar to the middle of its date; empty where it stands there. */
export const footPath = ({x, from, to}: ChartMark, base: number): string => {
  const middle = (from + to) / 2;
  return Math.abs(middle - x) < 2 ? '' : `M${px(x)},${px(base)}L${px(middle)},${px(base + FOOT)}`;
};

/** SVG path from a mark to its label. */
export const leaderPath = ([x0, y0, x1, y1]: NonNullable<ChartLabel['leader']>): string =>
  `M${px(x0)},${px(y0)}L${px(x1)},${px(y1)}`;
