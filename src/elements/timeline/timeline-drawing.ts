import {nothing, svg} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {
  type AxisTick,
  type LaneBox,
  LINE_HEIGHT,
  type TimelineLayout,
  textStart,
} from '../../core/layout/index.js';
import {repeat} from '../base/repeat.js';
import {drawBar} from './bars.js';
import {type DrawContext, type LaneContext, shiftOf, within} from './drawing-context.js';
import {drawLabel} from './labels.js';
import {drawMark} from './marks.js';
import {NONE} from './stillness.js';

/** Overhang of marks at the ends of the view, in pixels. */
const EDGE = 8;

/**
 * Draws a timeline layout as SVG. Everything along time is in one group that is translated while panning, as moving
 * each mark and text would cost a layout of each. Overscan is clipped.
 */
export function drawTimeline(layout: TimelineLayout, context: DrawContext) {
  const {active, folding, rtl, snapshot, still} = context;
  const shift = shiftOf(context);
  const isUpright = layout.orientation === 'vertical';
  return svg`
    <defs>
      ${(['start', 'end', 'both'] as const).map((side) => drawFade(side, isUpright, rtl))}
      ${drawClip(layout, rtl)}
    </defs>
    ${drawLanes(layout)}
    <g clip-path=${still.beyond === NONE ? nothing : 'url(#view)'}>
      <g transform=${isUpright ? `translate(0,${shift})` : `translate(${shift},0)`}>
        ${guard([layout, active, folding, snapshot.shown.matches], () => [
          context.drawRail?.(layout, context) ?? drawAxis(layout, context),
          drawBreaks(layout, context),
          repeat(
            layout.lanes,
            ({id}) => id,
            (lane) => drawLane(lane, layout, context),
          ),
        ])}
      </g>
    </g>
    ${guard([layout], () => drawLaneNames(layout, context))}
  `;
}

/** Draws the content of a lane in its own group, which moves as a whole when a lane above grows. */
function drawLane({id: lane, y, width, rows}: LaneBox, layout: TimelineLayout, context: DrawContext) {
  const isUpright = layout.orientation === 'vertical';
  const top = isUpright ? 0 : y;
  const here: LaneContext = {...context, top, column: isUpright && width / rows - 1};
  const keyed = <T extends {readonly id: string; readonly lane: string}>(
    all: readonly T[],
    draw: (each: T, layout: TimelineLayout, context: LaneContext) => unknown,
  ) =>
    repeat(
      all.filter((each) => each.lane === lane),
      ({id}) => id,
      (each) => draw(each, layout, here),
    );
  return svg`<g transform=${`translate(0,${top})`}>
    ${keyed(layout.bars, drawBar)}
    ${keyed(layout.marks, drawMark)}
    <g aria-hidden="true">${keyed(layout.labels, drawLabel)}</g>
  </g>`;
}

/** A mask instead of a gradient fill, so that the mark keeps its category's colour. */
function drawFade(side: 'start' | 'end' | 'both', isUpright: boolean, rtl: boolean) {
  const stop = (offset: number, isFaded: boolean) =>
    svg`<stop offset=${offset} stop-color="#fff" stop-opacity=${isFaded ? 0.1 : 1}></stop>`;
  // The box is three times the mark, for its outline; the mark is the middle third.
  const from = rtl && !isUpright ? 2 / 3 : 1 / 3;
  const to = 1 - from;
  return svg`
    <linearGradient id=${`fading-${side}`} x1=${isUpright ? 0 : from} y1=${isUpright ? from : 0}
      x2=${isUpright ? 0 : to} y2=${isUpright ? to : 0}>
      ${stop(0, side !== 'end')}${stop(0.5, false)}${stop(1, side !== 'start')}
    </linearGradient>
    <mask id=${`fade-${side}`} maskContentUnits="objectBoundingBox" x="-1" y="-1" width="3" height="3">
      <rect x="-1" y="-1" width="3" height="3" fill=${`url(#fading-${side})`}></rect>
    </mask>`;
}

/** Clips to the plot, including the overhang of marks. */
function drawClip({plot, width, height}: TimelineLayout, rtl: boolean) {
  const x = rtl ? 0 : plot.x - EDGE;
  const length = (rtl ? plot.x + plot.width : width - plot.x) + EDGE;
  return svg`<clipPath id="view"><rect x=${x} width=${Math.max(0, length)} height=${height}></rect></clipPath>`;
}

/** Draws the backgrounds of the lanes. */
export const drawLanes = ({lanes}: TimelineLayout) =>
  svg`<g aria-hidden="true">${lanes.map(
    ({x, y, width, height}) => svg`<rect part="lane" x=${x} y=${y} width=${width} height=${height}></rect>`,
  )}</g>`;

/** Draws the names of the lanes, over the lines of the axis. */
export const drawLaneNames = ({lanes, lineHeight}: TimelineLayout, {rtl}: DrawContext) =>
  svg`<g aria-hidden="true">${lanes.map(
    ({name}) =>
      name &&
      svg`<text part="lane-label">${name.lines.map(
        (line, i) =>
          svg`<tspan x=${textStart(name, rtl)} y=${name.y + lineHeight * (i + 1 / LINE_HEIGHT)} .textContent=${line}></tspan>`,
      )}</text>`,
  )}</g>`;

export function drawAxis(layout: TimelineLayout, context: DrawContext) {
  const isUpright = layout.orientation === 'vertical';
  const drawTick = isUpright ? drawUprightTick : drawLevelTick;
  return svg`<g part="axis" aria-hidden="true" class=${isUpright ? 'axis upright' : 'axis'}>${repeat(
    layout.ticks,
    ({at, unit}) => `${unit} ${at}`,
    (tick) => drawTick(tick, layout, context),
  )}</g>`;
}

/** Draws the breaks where time is folded. */
function drawBreaks({plot, width, lineHeight}: TimelineLayout, context: DrawContext) {
  const bottom = plot.y + plot.height;
  const box = {top: plot.y, bottom, dates: bottom + lineHeight * (1 - 0.35 / LINE_HEIGHT)};
  return context.folding?.drawBreaks(box, (x) => within(context.rtl ? width - x : x, context));
}

function drawLevelTick(tick: AxisTick, {plot, lineHeight}: TimelineLayout, context: DrawContext) {
  const x = within(tick.position, context);
  const bottom = plot.y + plot.height;
  return svg`<line class=${tick.major ? 'major' : ''} x1=${x} x2=${x} y1=${plot.y} y2=${bottom}></line>
    <text x=${within(tick.textPosition, context)} y=${bottom + lineHeight} .textContent=${tick.text}></text>`;
}

function drawUprightTick(tick: AxisTick, {plot, lineHeight}: TimelineLayout, context: DrawContext) {
  const y = within(tick.position, context);
  const right = plot.x + plot.width;
  const textX = context.rtl ? right + 6 : plot.x - 6;
  const textY = within(tick.textPosition, context) + (lineHeight / LINE_HEIGHT) * 0.35;
  return svg`<line class=${tick.major ? 'major' : ''} x1=${plot.x} x2=${right} y1=${y} y2=${y}></line>
    <text x=${textX} y=${textY} .textContent=${tick.text}></text>`;
}
