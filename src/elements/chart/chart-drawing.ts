import {nothing, svg} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {
  type Box,
  barsPath,
  type ChartLabel,
  type ChartLayout,
  type ChartMark,
  type ChartPanelLayout,
  type ChartValueTick,
  dotsPath,
  footPath,
  gapPath,
  hundredths,
  LINE_HEIGHT,
  leaderPath,
  openPath,
  whiskerPath,
} from '../../core/layout/index.js';
import {categoryClass, shapePath} from '../base/index.js';

/** What the drawing of a layout needs to know besides. */
export interface ChartContext {
  /** Id of the figure that is pointed at. */
  readonly active: string | null;
  /** A series' number, from 0. */
  readonly number: (series: string) => number;
  /** Accessible name of a figure. */
  readonly name: (id: string) => string;
  /** Accessible name of a panel. */
  readonly panelName: (id: string) => string;
  readonly gapName: (gap: {readonly start: number; readonly end: number}) => string;
  readonly isFilled: (id: string) => boolean;
  /** Time runs from right to left. */
  readonly rtl: boolean;
}

/** An id of the dataset as an id of the page: no white space. */
export const pointId = (id: string): string => `figure-${encodeURIComponent(id)}`;

/** Lines of one shape come back with other dashes: eight shapes by five dashes are forty claimants. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '5 2'] as const;

export const dashOf = (number: number): string =>
  DASHES[(number + Math.floor(number / 8)) % DASHES.length] ?? '';

/** Where a text of a box begins. */
const startOf = ({x, width}: Box, {rtl}: ChartContext): number => hundredths(rtl ? x + width : x);

/** A chart layout as SVG. Figures are options of the box that it stands in. */
export const drawChart = (layout: ChartLayout, context: ChartContext) => svg`
  ${guard([layout], () => drawGround(layout, context))}
  ${repeat(
    layout.panels,
    ({id}) => id,
    (panel) => drawPanel(panel, layout, context),
  )}
`;

/** The axes, and the events on them. */
function drawGround(
  {panels, ticks, ticksAt, events, eventsAt, lineHeight, width}: ChartLayout,
  context: ChartContext,
) {
  const font = lineHeight / LINE_HEIGHT;
  const chosen = events.find((each) => each.chosen);
  const middle = chosen && (chosen.from + chosen.to) / 2;
  return svg`<g part="axis" class="axis" aria-hidden="true">
    ${panels.map(
      ({plot, values, titles, eventName}) => svg`
      ${ticks.map(({position, major}) => svg`<line class=${major ? 'major' : ''} x1=${hundredths(position)} x2=${hundredths(position)} y1=${plot.y} y2=${plot.y + plot.height}></line>`)}
      ${values.map((value) => drawValue(value, plot, width, font, context))}
      ${titles.map(
        (title) =>
          svg`<text class=${title.bold ? 'panel-title' : ''}>${title.lines.map((line, i) => svg`<tspan x=${startOf(title, context)} y=${hundredths(title.y + i * lineHeight + font)} .textContent=${line}></tspan>`)}</text>`,
      )}
      ${eventName ? svg`<text class="event-name" x=${startOf(eventName, context)} y=${hundredths(eventName.y + font)} .textContent=${eventName.text}></text>` : nothing}
      ${middle === undefined ? nothing : svg`<line class="chosen" x1=${hundredths(middle)} x2=${hundredths(middle)} y1=${plot.y} y2=${plot.y + plot.height}></line>`}`,
    )}
    ${ticks.map(({textPosition, text}) => svg`<text class="tick" x=${hundredths(textPosition)} y=${hundredths(ticksAt + font * 0.35)} .textContent=${text}></text>`)}
  </g>
  <g aria-hidden="true">
    ${events.map(
      ({id, from, to, chosen: isChosen}) =>
        svg`<rect part=${isChosen ? 'event event-selected' : 'event'} class=${isChosen ? 'event selected' : 'event'} data-event=${id}
          x=${hundredths(isChosen ? Math.min(from, (from + to) / 2 - 1.5) : from)} y=${eventsAt} width=${hundredths(Math.max(isChosen ? 3 : 1, to - from))} height=${isChosen ? 8 : 5}></rect>`,
    )}
  </g>`;
}

/** A number of the axis and its line, which leaves out the gutter that the number may stand in. */
function drawValue(tick: ChartValueTick, plot: Box, width: number, font: number, context: ChartContext) {
  const {value, text, at, x, y} = tick;
  const end = plot.x + plot.width;
  const beside = x + tick.width <= plot.x || x >= end;
  const [from, to] = beside ? (context.rtl ? [0, end] : [plot.x, width]) : [0, width];
  return svg`<line class=${value === 0 ? 'base' : ''} x1=${from} x2=${to} y1=${hundredths(at)} y2=${hundredths(at)}></line>
    <text x=${startOf(tick, context)} y=${hundredths(y + font)} .textContent=${text}></text>`;
}

function drawPanel(panel: ChartPanelLayout, layout: ChartLayout, context: ChartContext) {
  const {curves, gaps, labels, marks, id, base} = panel;
  const isDense = (mark: ChartMark) => curves[mark.series]?.dense ?? false;
  const classOf = (series: number) => categoryClass(context.number(curves[series]?.id ?? ''));
  // Of those too close to be told apart one has a mark of its own while it is pointed at, or chosen.
  const single = marks.filter((mark) => !isDense(mark) || mark.selected || mark.id === context.active);
  return svg`<g role="group" aria-label=${context.panelName(id)}>
    <g aria-hidden="true">${guard(
      [layout],
      () => svg`${gaps.map(
        (gap) =>
          svg`<path part="gap" class=${`gap ${classOf(gap.series)}`} data-series=${curves[gap.series]?.id ?? ''}
            d=${gapPath(gap)}><title .textContent=${context.gapName(gap)}></title></path>`,
      )}
      ${curves.map((curve, s) => {
        const number = context.number(curve.id);
        const dense = curve.dense ? marks.filter((mark) => mark.series === s) : [];
        const dots = dotsPath(dense);
        const bars = barsPath(dense, base);
        return svg`<path part="series" class=${`series ${categoryClass(number)}`} data-series=${curve.id} data-shape=${number % 8}
            stroke-dasharray=${dashOf(number) || nothing} d=${curve.line}
            transform=${context.rtl ? `matrix(-1 0 0 1 ${layout.width} 0)` : nothing}></path>
          ${bars ? svg`<path class=${`bars ${categoryClass(number)}`} d=${bars}></path>` : nothing}
          ${dots ? svg`<path class=${`dots ${categoryClass(number)}`} d=${dots}></path>` : nothing}`;
      })}`,
    )}</g>
    ${repeat(
      single,
      ({id: key}) => key,
      (mark) => drawMark(mark, panel, context),
    )}
    <g aria-hidden="true">${labels.map((label) => drawLabel(label, classOf(label.series), layout, context))}</g>
  </g>`;
}

function drawMark(
  mark: ChartMark,
  {curves, base}: ChartPanelLayout,
  {active, number, name, isFilled}: ChartContext,
) {
  const {id, x, y, wide, open, about, bar, selected} = mark;
  const curve = curves[mark.series];
  const index = number(curve?.id ?? '');
  const states = [
    !isFilled(id) && 'hollow',
    about && 'about',
    selected && 'selected',
    id === active && 'active',
  ].filter((word): word is string => Boolean(word));
  const parts = ['point', selected && 'point-selected', id === active && 'point-active'].filter(Boolean);
  const size = hundredths((curve?.radius ?? 4) / 5.4) * (id === active || selected ? 1.25 : 1);
  const foot = footPath(mark, base);
  return svg`<g id=${pointId(id)} part=${parts.join(' ')} class=${['point', categoryClass(index), ...states].join(' ')} role="option"
    aria-selected=${selected} aria-label=${name(id)} data-id=${id} data-shape=${index % 8}>
    ${
      bar
        ? svg`<rect part="bar" class="bar" x=${hundredths(bar.x)} y=${hundredths(bar.y)} width=${hundredths(bar.width)} height=${hundredths(bar.height)}></rect>
            ${foot ? svg`<path class="foot" d=${foot}></path>` : nothing}`
        : nothing
    }
    ${wide ? svg`<path class="whisker" d=${whiskerPath(mark)}></path>` : nothing}
    ${open ? svg`<path class="open" d=${openPath(mark)}></path>` : nothing}
    ${id === active ? svg`<circle class="ring" cx=${hundredths(x)} cy=${hundredths(y)} r="9"></circle>` : nothing}
    <path class="body" transform=${`translate(${hundredths(x)},${hundredths(y)}) scale(${size})`} d=${shapePath(index)}></path>
  </g>`;
}

function drawLabel(label: ChartLabel, color: string, {lineHeight}: ChartLayout, context: ChartContext) {
  const {role, lines, y, leader} = label;
  const font = lineHeight / LINE_HEIGHT;
  return svg`<g class=${`label ${role} ${color}`}>
    ${leader ? svg`<path class="leader" d=${leaderPath(leader)}></path>` : nothing}
    <text>${lines.map((line, i) => svg`<tspan x=${startOf(label, context)} y=${hundredths(y + lineHeight * i + font)} .textContent=${line}></tspan>`)}</text>
  </g>`;
}
