import {nothing, svg} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {
  barsPath,
  type ChartGap,
  type ChartLabel,
  type ChartLayout,
  type ChartPanelLayout,
  dotsPath,
  gapPath,
  hundredths,
  LINE_HEIGHT,
  leaderPath,
  textStart,
} from '../../core/layout/index.js';
import {categoryClass} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {drawAxes} from './chart-axes.js';
import {type ChartContext, dashOf} from './chart-context.js';
import {drawPoint} from './figure-points.js';

/** Draws a chart layout as SVG. Its marks are options of the enclosing listbox. */
export const drawChart = (layout: ChartLayout, context: ChartContext) => svg`
  ${guard([layout, context.folding], () => [drawAxes(layout, context), drawBreaks(layout, context)])}
  ${repeat(
    layout.panels,
    ({id}) => id,
    (panel) => drawPanel(panel, layout, context),
  )}
`;

/** Draws the breaks where time is folded. */
function drawBreaks({panels, width, ticksAt}: ChartLayout, {folding, rtl}: ChartContext) {
  const [first, last] = [panels[0]?.plot, panels.at(-1)?.plot];
  if (!first || !last) return nothing;
  const box = {top: first.y, bottom: last.y + last.height, dates: ticksAt};
  return folding?.drawBreaks(box, (x) => (rtl ? width - x : x));
}

function drawPanel(panel: ChartPanelLayout, layout: ChartLayout, context: ChartContext) {
  const {curves, gaps, labels, marks} = panel;
  const colorOf = (series: number) => categoryClass(context.number(curves[series]?.id ?? ''));
  // In dense series, only active and selected figures have marks of their own.
  const single = marks.filter(
    ({id, series, selected}) => !curves[series]?.dense || selected || id === context.active,
  );
  return svg`<g role="group" aria-label=${context.panelName(panel.id)}>
    <g aria-hidden="true" clip-path=${context.folding ? 'url(#unfolded)' : nothing}>${guard(
      [layout],
      () => svg`
        ${gaps.map((gap) => drawGap(gap, curves[gap.series]?.id ?? '', colorOf(gap.series), context))}
        ${curves.map((_, series) => drawSeries(panel, series, layout, context))}`,
    )}</g>
    ${repeat(
      single,
      ({id}) => id,
      (mark) => drawPoint(mark, panel, context),
    )}
    <g aria-hidden="true">${labels.map((label) => drawLabel(label, colorOf(label.series), layout, context))}</g>
  </g>`;
}

/** Draws a gap, in which no figure was published. */
const drawGap = (gap: ChartGap, series: string, color: string, {gapName}: ChartContext) =>
  svg`<path part="gap" class=${`gap ${color}`} data-series=${series}
    d=${gapPath(gap)}><title .textContent=${gapName(gap)}></title></path>`;

/** Draws the line of a series; of a dense one, also all dots and bars as two paths. */
function drawSeries(panel: ChartPanelLayout, series: number, {width}: ChartLayout, context: ChartContext) {
  const curve = panel.curves[series];
  if (!curve) return nothing;
  const number = context.number(curve.id);
  const color = categoryClass(number);
  const dense = curve.dense ? panel.marks.filter((mark) => mark.series === series) : [];
  const bars = barsPath(dense, panel.base);
  const dots = dotsPath(dense);
  return svg`<path part="series" class=${`series ${color}`} data-series=${curve.id} data-shape=${number % 8}
      stroke-dasharray=${dashOf(number) || nothing} d=${curve.line}
      transform=${context.rtl ? `matrix(-1 0 0 1 ${width} 0)` : nothing}></path>
    ${bars ? svg`<path class=${`bars ${color}`} d=${bars}></path>` : nothing}
    ${dots ? svg`<path class=${`dots ${color}`} d=${dots}></path>` : nothing}`;
}

function drawLabel(label: ChartLabel, color: string, {lineHeight}: ChartLayout, context: ChartContext) {
  const {role, lines, y, leader, endsAligned = false} = label;
  const x = textStart(label, context.rtl !== endsAligned);
  const baseline = y + lineHeight / LINE_HEIGHT;
  return svg`<g class=${`label ${role} ${color}`}>
    ${leader ? svg`<path class="leader" d=${leaderPath(leader)}></path>` : nothing}
    <text text-anchor=${endsAligned ? 'end' : 'start'}>${lines.map(
      (line, i) =>
        svg`<tspan x=${x} y=${hundredths(baseline + lineHeight * i)} .textContent=${line}></tspan>`,
    )}</text>
  </g>`;
}
