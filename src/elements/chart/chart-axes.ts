import {nothing, svg} from 'lit';
import {
  type Box,
  type ChartLayout,
  type ChartPanelLayout,
  type ChartValueTick,
  hundredths,
  LINE_HEIGHT,
  textStart,
} from '../../core/layout/index.js';
import type {ChartContext} from './chart-context.js';

/** Height of an event on the axis, and height and minimum width of a selected one, in pixels. */
const EVENT = 5;
const SELECTED = 8;
const SELECTED_WIDTH = 3;

type PlacedEvent = ChartLayout['events'][number];

/** Draws the axes of all panels, and the events of the story along the time axis. */
export const drawAxes = (layout: ChartLayout, context: ChartContext) => svg`
  <g part="axis" class="axis" aria-hidden="true">
    ${layout.panels.map((panel) => drawPanelAxes(panel, layout, context))}
    ${layout.ticks.map(({textPosition, text}) => {
      const y = layout.ticksAt + (layout.lineHeight / LINE_HEIGHT) * 0.35;
      return svg`<text class="tick" x=${hundredths(textPosition)} y=${hundredths(y)} .textContent=${text}></text>`;
    })}
  </g>
  <g aria-hidden="true">${layout.events.map((event) => drawEvent(event, layout.eventsAt))}</g>
`;

function drawPanelAxes(panel: ChartPanelLayout, layout: ChartLayout, context: ChartContext) {
  const {plot, values, titles, eventName} = panel;
  const {ticks, lineHeight, width} = layout;
  const font = lineHeight / LINE_HEIGHT;
  const selected = layout.events.find(({chosen}) => chosen);
  return svg`
    ${ticks.map(({position, major}) => drawUpright(major ? 'major' : '', position, plot))}
    ${values.map((value) => drawValue(value, plot, width, font, context))}
    ${titles.map((title) => drawTitle(title, lineHeight, context))}
    ${eventName ? drawEventName(eventName, font, context) : nothing}
    ${selected ? drawUpright('chosen', (selected.from + selected.to) / 2, plot) : nothing}`;
}

function drawEventName(
  name: NonNullable<ChartPanelLayout['eventName']>,
  font: number,
  context: ChartContext,
) {
  const y = hundredths(name.y + font);
  return svg`<text class="event-name" x=${textStart(name, context.rtl)} y=${y} .textContent=${name.text}></text>`;
}

/** Draws a vertical line across the plot. */
const drawUpright = (name: string, x: number, plot: Box) =>
  svg`<line class=${name} x1=${hundredths(x)} x2=${hundredths(x)} y1=${plot.y} y2=${plot.y + plot.height}></line>`;

/** Draws a tick label and its gridline, which starts after the gutter. */
function drawValue(tick: ChartValueTick, plot: Box, width: number, font: number, context: ChartContext) {
  const {value, text, at, x, y} = tick;
  const end = plot.x + plot.width;
  const isInGutter = x + tick.width <= plot.x || x >= end;
  const from = isInGutter && !context.rtl ? plot.x : 0;
  const to = isInGutter && context.rtl ? end : width;
  return svg`<line class=${value === 0 ? 'base' : ''} x1=${from} x2=${to} y1=${hundredths(at)} y2=${hundredths(at)}></line>
    <text x=${textStart(tick, context.rtl)} y=${hundredths(y + font)} .textContent=${text}></text>`;
}

function drawTitle(title: ChartPanelLayout['titles'][number], lineHeight: number, context: ChartContext) {
  const x = textStart(title, context.rtl);
  const baseline = title.y + lineHeight / LINE_HEIGHT;
  return svg`<text class=${title.bold ? 'panel-title' : ''}>${title.lines.map(
    (line, i) => svg`<tspan x=${x} y=${hundredths(baseline + i * lineHeight)} .textContent=${line}></tspan>`,
  )}</text>`;
}

function drawEvent({id, from, to, chosen}: PlacedEvent, y: number) {
  const least = chosen ? SELECTED_WIDTH : 1;
  const left = chosen ? Math.min(from, (from + to - SELECTED_WIDTH) / 2) : from;
  const width = Math.max(least, to - from);
  return svg`<rect part=${chosen ? 'event event-selected' : 'event'} class=${chosen ? 'event selected' : 'event'}
    data-event=${id} x=${hundredths(left)} y=${y} width=${hundredths(width)} height=${chosen ? SELECTED : EVENT}></rect>`;
}
