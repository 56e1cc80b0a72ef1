import {svg} from 'lit';
import type {Bin, TimeScale} from '../../core/layout/index.js';
import {formatTick} from '../../i18n/index.js';

export const HEIGHT = 56;
/** y of the bars' base line, above the dates. */
export const AXIS_Y = 36;
/** Width of a bar with its gap, in pixels. */
export const BIN = 4;
/** Height of the tallest bar, in pixels. */
const HIGHEST = AXIS_Y - 6;
/** Minimum height of a bar of one event, in pixels. */
const LOWEST = 3;

/** Whether time runs from right to left. */
export function isMirrored(scale: TimeScale): boolean {
  const [from, to] = scale.range();
  return from > to;
}

/** Renders the histogram as two paths, inside and outside the range: one node per bar would be hundreds. */
export function renderBins(bins: readonly Bin[], scale: TimeScale, windowFrom: number, windowTo: number) {
  const most = bins.reduce((max, {weight}) => Math.max(max, weight), 1);
  const isRtl = isMirrored(scale);
  let inside = '';
  let outside = '';
  for (const {x, width, count, weight} of bins) {
    if (count === 0) continue;
    // Square root scale, so that one event is visible beside thirty.
    const lowest = Math.max(1, Math.min(1, weight) * LOWEST);
    const height = Math.max(lowest, Math.sqrt(weight / most) * HIGHEST);
    // The gap follows the bar in time, so in RTL it is on the left.
    const left = isRtl ? x + width - BIN + 1 : x;
    const column = `M${left},${AXIS_Y}v${-height}h${BIN - 1}v${height}z`;
    if (left + BIN > windowFrom && left < windowTo) inside += column;
    else outside += column;
  }
  const [from, to] = scale.range();
  return svg`<g aria-hidden="true">
    <line class="base" x1=${Math.min(from, to)} x2=${Math.max(from, to)} y1=${AXIS_Y} y2=${AXIS_Y}></line>
    <path class="bin out" d=${outside}></path>
    <path class="bin" d=${inside}></path>
  </g>`;
}

/** Renders the dates below the bars. */
export function renderAxis(scale: TimeScale, fontPx: number, size: (text: string) => number, locale: string) {
  const ticks = scale.ticks({
    text: (at, unit, context) => formatTick(at, unit, context, locale),
    size,
  });
  return svg`<g part="axis" class="axis" aria-hidden="true">
    ${ticks.map(
      ({position, textPosition, text}) => svg`
        <line x1=${position} x2=${position} y1=${AXIS_Y} y2=${AXIS_Y + 4}></line>
        <text x=${textPosition} y=${AXIS_Y + 4 + fontPx} .textContent=${text}></text>`,
    )}
  </g>`;
}
