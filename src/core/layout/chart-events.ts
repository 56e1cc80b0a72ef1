import {lowerBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';
import {spanOf} from './chart-span.js';
import type {ChartEventMark, ChartEvents, ChartPanelLayout, PanelOptions} from './chart-types.js';
import type {Box, TimeScale} from './types.js';
import {fit} from './wrap.js';

/** The first event of each pixel, so that their number is bounded by the width, and the selected one. */
export function eventMarks({spans, idOf, chosen}: ChartEvents, scale: TimeScale): readonly ChartEventMark[] {
  const [first, last] = scale.domain();
  const marks: ChartEventMark[] = [];
  const add = (id: string, interval: Interval, isChosen: boolean) => {
    const span = spanOf(interval, scale);
    if (span) marks.push({id, ...span, chosen: isChosen});
  };
  for (let at = first; at < last; ) {
    const row = lowerBound(spans.start, at);
    const start = spans.start[row];
    if (start === undefined || start >= last) break;
    const id = idOf(row);
    if (id !== chosen?.id) add(id, {start, end: spans.end[row] ?? start}, false);
    at = scale.invert(scale(Math.max(start, at)) + 1);
  }
  if (chosen) add(chosen.id, chosen.interval, true);
  return marks;
}

/** Engines paint a text up to a pixel wider than it measures. */
const EDGE = 2;

/** The selected event's name above a plot, clear of the axis numbers. */
export function eventName(
  {chosen}: ChartEvents,
  plot: Box,
  numbers: number,
  {scale, width, lineHeight, fontSize, measure}: PanelOptions,
): ChartPanelLayout['eventName'] {
  const span = chosen && spanOf(chosen.interval, scale);
  if (!span) return null;
  const [low, high] = numbers > 0 ? [numbers, width - numbers] : [plot.x, width - EDGE];
  const made = fit(chosen.label, Math.min(high - low, 40 * fontSize), 1, (text) => measure(text, true));
  const x = Math.min(Math.max(low, (span.from + span.to) / 2 - made.width / 2), high - made.width);
  const y = plot.y - 1.5 * lineHeight;
  return {x, y, width: made.width, height: lineHeight, text: made.lines[0] ?? ''};
}
