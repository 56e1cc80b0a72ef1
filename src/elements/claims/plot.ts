import {html, nothing, svg} from 'lit';
import type {Figure} from '../../core/dataset/index.js';
import {type DotPlot, type DotRow, RING_RADIUS} from '../../core/layout/index.js';
import {shapePath} from '../base/index.js';

/** Style of the dot by status; other statuses are dashed. */
const LOOKS: Readonly<Record<string, string>> = {
  verified: 'full',
  official: 'core',
  reported: 'half',
  claimed: 'hollow',
};
const lookOf = (status: string | undefined): string =>
  (Object.hasOwn(LOOKS, status ?? '') && LOOKS[status ?? '']) || 'dashed';

/** Draws a dot: its shape is that of the claimant's kind, its fill that of the status. */
function dot(shape: number, status: string | undefined, x: number, y: number) {
  const look = lookOf(status);
  const path = shapePath(shape, x, y);
  return svg`<path class="outline ${look}" d=${path}></path>${
    look === 'half' ? svg`<path class="filled" d=${path}></path>` : nothing
  }${look === 'core' ? svg`<circle class="middle" cx=${x} cy=${y} r="2"></circle>` : nothing}`;
}

/** An inline dot icon, 1 em in size. */
export const dotIcon = (shape: number, status: string | undefined) =>
  html`<svg class="dot" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true">${dot(shape, status, 0, 0)}</svg>`;

/** Renders the axis with its tick labels, above the rows. */
export const renderAxis = ({width, ticks}: DotPlot, height: number) =>
  html`<svg part="axis" class="axis" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${ticks.map(
      ({x, text, left}) =>
        svg`<line x1=${x} x2=${x} y1=${height - 5} y2=${height}></line>${
          text ? svg`<text x=${left} y=${height - 9}>${text}</text>` : nothing
        }`,
    )}
  </svg>`;

/** The stroke of an open claim: an arrow to the edge of the plot. */
function stroke({x, y, open}: DotRow) {
  if (open === null) return nothing;
  const way = open > x ? 1 : -1;
  return svg`<path class="open" d=${`M${x},${y}H${open - way}m${-5 * way},-4.5l${5 * way},4.5l${-5 * way},4.5`}></path>`;
}

/** Renders the row of a claim, with the gridlines of the axis behind it. */
export const renderRow = (
  row: DotRow,
  {width, ticks}: DotPlot,
  {status, comparator}: Figure,
  shape: number,
  lineHeight: number,
) => html`<div class="plot">
    <svg class="grid" width=${width} viewBox="0 0 ${width} 1" preserveAspectRatio="none" aria-hidden="true">
      ${ticks.map(({value, x}) => svg`<line class=${value === 0 ? 'zero' : ''} x1=${x} x2=${x} y1="0" y2="1"></line>`)}
    </svg>
    <svg class="row" width=${width} height=${row.height} viewBox="0 0 ${width} ${row.height}">
      ${stroke(row)}
      ${comparator === '~' ? svg`<circle class="about" cx=${row.x} cy=${row.y} r=${RING_RADIUS}></circle>` : nothing}
      ${dot(shape, status, row.x, row.y)}
      <text part="value" class="value" y=${lineHeight / 2}>${row.text.lines.map(
        (line, i) =>
          svg`<tspan x=${row.text.x} dy=${i > 0 ? lineHeight : nothing}>${i > 0 ? ' ' : ''}${line}</tspan>`,
      )}</text>
    </svg>
  </div>`;
