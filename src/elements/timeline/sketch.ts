import {svg} from 'lit';
import {type Bar, hundredths, type Mark, type TimelineLayout} from '../../core/layout/index.js';
import {categoryClass, shapePath} from '../base/index.js';
import {levelOf} from './bars.js';
import {type DrawContext, inLane, isDimmed, type LaneContext, shiftOf, within} from './drawing-context.js';
import {drawMark} from './marks.js';
import {drawAxis, drawLaneNames, drawLanes} from './timeline-drawing.js';
import {shownIn} from './timeline-model.js';

/**
 * Draws a simplified horizontal layout, for the frames of a fast movement: all marks and bars in place, but without
 * titles and numbers, as text is the slowest part for browsers, and merged into as few paths as possible. The selected
 * and the active event are drawn in full.
 */
export const drawSketch = (layout: TimelineLayout, context: DrawContext) => svg`
  ${drawLanes(layout)}
  <g transform=${`translate(${shiftOf(context)},0)`}>
    ${drawAxis(layout, context)}
    ${layout.lanes.map(({id, y}) => sketchLane(id, layout, {...context, top: y}))}
  </g>
  ${drawLaneNames(layout, context)}
`;

function sketchLane(lane: string, layout: TimelineLayout, context: LaneContext) {
  const shapes = new Map<string, string>();
  const add = (kind: string, path: string) => shapes.set(kind, (shapes.get(kind) ?? '') + path);
  for (const bar of layout.bars)
    if (bar.lane === lane) add(kindOf(bar, layout, context), barPath(bar, context));
  const drawn: Mark[] = [];
  for (const mark of layout.marks) {
    if (mark.lane !== lane) continue;
    if (mark.selected || mark.id === context.active) drawn.push(mark);
    else add(isDimmed(mark.index, context) ? 'mark dimmed' : 'mark', markPath(mark, context));
  }
  const category = categoryClass(context.number(lane));
  return svg`<g transform=${`translate(0,${context.top})`}>
    ${[...shapes].map(([kind, path]) => svg`<g class=${`${kind} ${category}`}><path class="body" d=${path}></path></g>`)}
    ${drawn.map((mark) => drawMark(mark, layout, context))}
  </g>`;
}

function kindOf(bar: Bar, {source}: TimelineLayout, {snapshot}: LaneContext): string {
  const states = [levelOf(bar.count, source), bar.wide && 'wide', shownIn(bar, snapshot) === 0 && 'dimmed'];
  return ['bar', ...states].filter(Boolean).join(' ');
}

function barPath({from, to, across}: Bar, context: LaneContext): string {
  const length = Math.max(to - from, 16);
  return boxPath(within((from + to - length) / 2, context), inLane(across, context), length, 16);
}

function markPath({shape, from, to, centre, across, lane}: Mark, context: LaneContext): string {
  const y = inLane(across, context);
  return shape === 'span'
    ? boxPath(within(from, context), y, hundredths(to - from), 8)
    : shapePath(context.number(lane), within(centre, context), y);
}

/** SVG path of a box, given by its left edge and vertical centre. */
const boxPath = (x: number, y: number, width: number, height: number): string =>
  `M${x},${y - height / 2}h${width}v${height}h${-width}z`;
