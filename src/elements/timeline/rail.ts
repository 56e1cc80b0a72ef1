import {svg} from 'lit';
import {LINE_HEIGHT, type TextBox, type TimelineLayout, textStart} from '../../core/layout/index.js';
import type {DrawContext} from './drawing-context.js';

/** Distance of a pause from the marks around it, in pixels. */
const CLEAR = 4;

/** Draws what a list of events has in place of an axis: the rail, broken where there is a pause, and the dates. */
export function drawRail({rail, lineHeight}: TimelineLayout, context: DrawContext) {
  if (!rail) return undefined;
  const {x, from, to, dates, pauses} = rail;
  const breaks = pauses.map(({y, height}) => [y - CLEAR, y + height + CLEAR] as const);
  const starts = [from, ...breaks.map(([, end]) => end)];
  const ends = [...breaks.map(([start]) => start), to];
  const draw = (boxes: readonly TextBox[], part: string) =>
    boxes.map((box) => {
      const baseline = box.y + (lineHeight / LINE_HEIGHT) * 1.05;
      return svg`<text class=${part} x=${textStart(box, context.rtl)} y=${baseline} .textContent=${box.text}></text>`;
    });
  return svg`<g part="axis" aria-hidden="true" class="axis rail">
    ${starts.map((start, i) => svg`<line x1=${x} x2=${x} y1=${start} y2=${ends[i] ?? start}></line>`)}
    ${breaks.map(([start, end]) => svg`<line class="break" x1=${x} x2=${x} y1=${start} y2=${end}></line>`)}
    ${draw(dates, 'date')}
    ${draw(pauses, 'pause')}
  </g>`;
}
