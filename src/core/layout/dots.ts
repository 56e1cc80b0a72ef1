import type {Comparator} from '../dataset/index.js';
import type {Box} from './types.js';
import {valueAxis} from './value-axis.js';
import {wrap} from './wrap.js';

/** One claim of a dot plot, with its value in words. */
export interface DotClaim {
  readonly id: string;
  readonly value: number;
  readonly comparator: Comparator;
  readonly text: string;
}

export interface DotOptions {
  readonly width: number;
  /** Height of a line of the values' text. */
  readonly lineHeight: number;
  /** Widths of a value's text and of an axis text. */
  readonly measure: (text: string) => number;
  readonly measureTick: (text: string) => number;
  readonly tickText: (value: number) => string;
}

/** A claim's own row: pixels from the row's upper left corner. */
export interface DotRow {
  readonly id: string;
  readonly height: number;
  /** Where the dot is: `x` is its value on the axis. */
  readonly x: number;
  readonly y: number;
  /** Where the stroke of an open claim ends, at the edge of the plot: to the right for "at least". */
  readonly open: number | null;
  /** The value in words, beside the dot; above it where there is no room. */
  readonly text: Box & {readonly lines: readonly string[]};
}

export interface DotTick {
  readonly value: number;
  readonly x: number;
  /** Empty where it would touch another. */
  readonly text: string;
  /** Where the text is: `x` is its left end. */
  readonly left: number;
  readonly width: number;
}

export interface DotPlot {
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly DotTick[];
  /** In the order of the claims. */
  readonly rows: readonly DotRow[];
}

/** Half of a dot with its outline, and of the ring around one that is "about". */
export const DOT_RADIUS = 7;
export const RING_RADIUS = 10;
/** Between a dot and its text, and between texts of the axis. */
const GAP = 6;
/** Between the ends of the axis and of the plot; an open claim needs room for its stroke. */
const MARGIN = 12;
const OPEN_MARGIN = 32;
/** Between ticks, about. */
const TICK_GAP = 72;

/**
 * Claims on one linear axis with 0, one row each, in their order. Equal values share a place; texts never touch one
 * another, nor a dot or a stroke: each row has its own, on the side that is free.
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
  // What is open goes one way, and its words stand on the other.
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

/** Texts of every tick, or of every second, third …, counted from 0, as many as do not touch. */
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
