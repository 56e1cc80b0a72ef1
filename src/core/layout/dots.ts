import type {Comparator} from '../dataset/index.js';
import type {Box} from './types.js';
import {valueAxis} from './value-axis.js';
import {wrap} from './wrap.js';

/** One claim of a dot plot, with its formatted value. */
export interface DotClaim {
  readonly id: string;
  readonly value: number;
  readonly comparator: Comparator;
  readonly text: string;
}

export interface DotOptions {
  readonly width: number;
  /** Line height of the value labels, in pixels. */
  readonly lineHeight: number;
  /** Measures the width of a value label, and of a tick label, in pixels. */
  readonly measure: (text: string) => number;
  readonly measureTick: (text: string) => number;
  readonly tickText: (value: number) => string;
}

/** The row of a claim; coordinates in pixels from the row's top left corner. */
export interface DotRow {
  readonly id: string;
  readonly height: number;
  /** Centre of the dot. */
  readonly x: number;
  readonly y: number;
  /**
   * x where the stroke of an open claim ends, at the edge of the plot: the right one for "at least". Null when not
   * open.
   */
  readonly open: number | null;
  /** The value label beside the dot, or above it when there is no space. */
  readonly text: Box & {readonly lines: readonly string[]};
}

export interface DotTick {
  readonly value: number;
  readonly x: number;
  /** Empty when the label would overlap another. */
  readonly text: string;
  /** Left edge of the label. */
  readonly left: number;
  readonly width: number;
}

export interface DotPlot {
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly DotTick[];
  /** One per claim, in their order. */
  readonly rows: readonly DotRow[];
}

/** Radius of a dot with its outline, and of the ring around an approximate one, in pixels. */
export const DOT_RADIUS = 7;
export const RING_RADIUS = 10;
/** Gap between a dot and its label, and between tick labels, in pixels. */
const GAP = 6;
/** Margins between axis and plot in pixels; an open claim needs space for its stroke. */
const MARGIN = 12;
const OPEN_MARGIN = 32;
/** Approximate distance of ticks, in pixels. */
const TICK_GAP = 72;

/**
 * Lays out claims on one linear axis that includes 0, one row each, in their order. Rows keep labels from overlapping
 * one another, a dot or a stroke.
 */
export function layoutDots(claims: readonly DotClaim[], options: DotOptions): DotPlot {
  const {width} = options;
  const isOpen = (sign: string) => claims.some(({comparator}) => comparator[0] === sign);
  const start = isOpen('<') ? OPEN_MARGIN : MARGIN;
  const length = Math.max(1, width - start - (isOpen('>') ? OPEN_MARGIN : MARGIN));
  const axis = valueAxis(
    claims.map(({value}) => value),
    length,
    TICK_GAP,
  );
  return {
    width,
    low: axis.low,
    high: axis.high,
    ticks: layoutTicks(
      axis.ticks.map(({value, position}) => ({value, x: start + position})),
      options,
    ),
    rows: claims.map((claim) => layoutRow(claim, start + axis.at(claim.value), options)),
  };
}

function layoutRow(
  {id, comparator, text}: DotClaim,
  x: number,
  {width, measure, ...options}: DotOptions,
): DotRow {
  const lineHeight = Math.max(options.lineHeight, 2 * RING_RADIUS);
  const open = comparator[0] === '>' ? width : comparator[0] === '<' ? 0 : null;
  const half = (comparator === '~' ? RING_RADIUS : DOT_RADIUS) + GAP;
  const textWidth = measure(text);
  const row = {id, x, open};
  // Put the label on the side without the stroke.
  const sides = [open === width ? null : x + half, open === 0 ? null : x - half - textWidth];
  const left = sides.find((side) => side !== null && side >= 0 && side + textWidth <= width);
  if (left !== undefined && left !== null) {
    const box = {x: left, y: 0, width: textWidth, height: lineHeight};
    return {...row, y: lineHeight / 2, height: lineHeight, text: {...box, lines: [text]}};
  }
  const wrapped = wrap(text, width, 4, measure) ?? {lines: [text], width: textWidth};
  const height = wrapped.lines.length * lineHeight;
  const y = height + half - GAP / 2;
  return {
    ...row,
    y,
    height: y + lineHeight / 2,
    text: {
      x: Math.max(0, Math.min(x - wrapped.width / 2, width - wrapped.width)),
      y: 0,
      width: wrapped.width,
      height,
      lines: wrapped.lines,
    },
  };
}

/** Labels every tick, or every second, third …, counted from 0, so that labels do not overlap. */
function layoutTicks(
  ticks: readonly {readonly value: number; readonly x: number}[],
  {width, measureTick, tickText}: DotOptions,
): readonly DotTick[] {
  const zero = Math.max(
    0,
    ticks.findIndex(({value}) => value === 0),
  );
  const named = ticks.map((tick) => {
    const text = tickText(tick.value);
    const textWidth = measureTick(text);
    const left = Math.max(0, Math.min(tick.x - textWidth / 2, width - textWidth));
    return {...tick, text, left, width: textWidth};
  });
  let step = 1;
  const isNamed = (i: number) => (i - zero) % step === 0;
  const touches = () =>
    named
      .filter((_, i) => isNamed(i))
      .some(({left}, i, kept) => {
        const before = kept[i - 1];
        return before !== undefined && before.left + before.width + GAP > left;
      });
  while (step < named.length && touches()) step++;
  return named.map((tick, i) => (isNamed(i) ? tick : {...tick, text: '', width: 0}));
}
