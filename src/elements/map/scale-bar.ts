import {svg} from 'lit';
import {roundDistance} from '../../core/geo/index.js';
import {type Box, LINE_HEIGHT} from '../../core/layout/index.js';
import {formatLength, scaleUnits, type Units} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';

/** Longest bar, and its distance from the edges, in pixels. */
const BAR = 120;
const INSET = 12;

export interface ScaleBar {
  readonly y: number;
  readonly px: number;
  readonly text: string;
}

export function scaleBarOf(view: ViewState, locale: string, units: Units): ScaleBar {
  const {metres, px} = roundDistance(view, Math.min(BAR, view.width / 3), scaleUnits[units]);
  return {y: view.height - INSET, px, text: formatLength(metres, locale, units)};
}

/** The room of the scale bar with its words above it. */
export const boxOfScale = (
  {y, px, text}: ScaleBar,
  fontSize: number,
  measure: (text: string, bold: boolean) => number,
): Box => ({
  x: INSET - 4,
  y: y - fontSize * LINE_HEIGHT - 6,
  width: Math.max(px, measure(text, false)) + 8,
  height: fontSize * LINE_HEIGHT + 12,
});

export const drawScaleBar = ({y, px, text}: ScaleBar) => svg`<g part="scale" class="scale" aria-hidden="true">
  <line x1=${INSET} x2=${INSET + px} y1=${y} y2=${y}></line>
  <text x=${INSET} y=${y - 5} .textContent=${text}></text>
</g>`;
