import {svg} from 'lit';
import {type RangeHandle, stepUnit} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';
import {formatInstant, messages} from '../../i18n/index.js';
import {AXIS_Y} from './overview.js';

/** Half width of the hit area, in pixels. */
const HIT = 12;
const GRIP_WIDTH = 10;
const GRIP_HEIGHT = 18;

/** Renders one end of the range as a slider, limited by the other end, which says the end of the `told` period. */
export function renderHandle(
  handle: 'start' | 'end',
  x: number,
  range: Interval,
  told: Interval,
  extent: Interval,
  locale: string,
) {
  const text = messages(locale);
  const isStart = handle === 'start';
  const at = told[handle];
  const precision = stepUnit(extent) === 'hour' ? 'minute' : 'day';
  // The range is half-open: label its end by the last instant inside.
  const words = formatInstant(isStart ? at : at - 1, precision, locale);
  return svg`<g part="handle" class="handle" role="slider" tabindex="0" data-handle=${handle}
    aria-label=${isStart ? text.rangeStart : text.rangeEnd} aria-valuetext=${words}
    aria-valuemin=${isStart ? extent.start : range.start} aria-valuemax=${isStart ? range.end : extent.end}
    aria-valuenow=${range[handle]} transform="translate(${x},0)">
    <rect class="target" x=${-HIT} y="-2" width=${2 * HIT} height=${AXIS_Y + 4}></rect>
    <line y1="0" y2=${AXIS_Y}></line>
    <rect class="grip" x=${-GRIP_WIDTH / 2} y=${(AXIS_Y - GRIP_HEIGHT) / 2} width=${GRIP_WIDTH} height=${GRIP_HEIGHT} rx="2"></rect>
  </g>`;
}

/** The handle, or the window between them, that an event targets. */
export const handleAt = (event: Event): RangeHandle | undefined =>
  (event.target as Element).closest<SVGElement>('[data-handle]')?.dataset.handle as RangeHandle | undefined;
