import {nothing, svg} from 'lit';
import {type Label, type TimelineLayout, textStart} from '../../core/layout/index.js';
import {tokens} from '../base/index.js';
import {inLane, isDimmed, type LaneContext, within} from './drawing-context.js';

/** Draws the label of a mark, with its leader. */
export function drawLabel(label: Label, {lineHeight, orientation}: TimelineLayout, context: LaneContext) {
  const isUpright = orientation === 'vertical';
  const xOf = (x: number) => (isUpright ? x : within(x, context));
  const yOf = (y: number) => (isUpright ? within(y, context) : inLane(y, context));
  const left = xOf(textStart(label, context.rtl));
  const top = yOf(label.y);
  const row = context.snapshot.events.rowOf(label.id);
  const classes = ['label', label.selected && 'selected', isDimmed(row, context) && 'dimmed'];
  const corners = label.leader?.map(([x, y]) => `${xOf(x)},${yOf(y)}`).join(' ');
  return svg`<g part="label" class=${tokens(classes)} data-id=${label.id}>
    ${corners === undefined ? nothing : svg`<polyline points=${corners}></polyline>`}
    ${
      // Between two lines of a text there is nothing that a finger hits.
      label.lines.length > 1
        ? svg`<rect x=${xOf(label.x)} y=${top} width=${label.width} height=${label.height}></rect>`
        : nothing
    }
    <text>${label.lines.map(
      (line, i) => svg`<tspan x=${left} y=${top + lineHeight * (i + 0.77)} .textContent=${line}></tspan>`,
    )}</text>
  </g>`;
}
