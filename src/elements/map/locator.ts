/** A small globe that shows where a view is. Lazily loaded, once the map has been drawn. */

import {css, html, svg} from 'lit';
import {type Position, unproject} from '../../core/geo/index.js';
import {memoizeByKey} from '../../core/memo/index.js';
import type {ViewState} from '../../map/index.js';
import {centreNear, globe, landOf, pathOf} from './globe.js';
import {SIZE} from './locator-box.js';

/** The globe within its box, in pixels. */
const RADIUS = SIZE / 2 - 1;
/** A view that is smaller on the globe is a dot, in pixels. */
const DOT = 8;

/** The edge of a view, as shares of its width and height. */
const EDGE = [
  [0, 0],
  [0.5, 0],
  [1, 0],
  [1, 0.5],
  [1, 1],
  [0.5, 1],
  [0, 1],
  [0, 0.5],
] as const;

/** The outline of the land for each way that the globe is turned. */
const landPath = memoizeByKey(
  ({lon, lat}: Position) => `${lon} ${lat}`,
  (centre) => pathOf(landOf(centre), RADIUS),
);

/** The globe, with a frame or a dot where the view is. */
export function drawLocator({zoom, origin, width, height}: ViewState) {
  const at = (x: number, y: number) => {
    const {lon, lat} = unproject([origin[0] + x * width, origin[1] + y * height], zoom);
    return [lon, lat] as const;
  };
  const [lon, lat] = at(0.5, 0.5);
  const centre = centreNear({lon, lat});
  const project = globe(centre);
  const edge = EDGE.map(([x, y]) => project(at(x, y)));
  const [x, y] = project([lon, lat]);
  const reach = Math.max(...edge.map(([edgeX, edgeY]) => Math.hypot(edgeX - x, edgeY - y))) * RADIUS;
  return html`<svg part="locator" class="locator" aria-hidden="true" viewBox="-36 -36 72 72" width=${SIZE} height=${SIZE}>
    <circle class="globe" r=${RADIUS}></circle>
    <clipPath id="limb"><circle r=${RADIUS}></circle></clipPath>
    <path class="globe-land" clip-path="url(#limb)" d=${landPath(centre)}></path>
    <circle class="limb" r=${RADIUS}></circle>
    ${
      reach < DOT
        ? svg`<circle class="here" cx=${x * RADIUS} cy=${y * RADIUS} r="3.5"></circle>`
        : svg`<path class="here frame-here" d=${pathOf([edge], RADIUS)}></path>`
    }
  </svg>`;
}

export const styles = [
  css`
    .locator {
      position: absolute;
      right: 8px;
      bottom: 8px;
      z-index: 3;
      overflow: hidden;
      pointer-events: none;
    }
    .globe {
      fill: var(--_sea);
    }
    .globe-land {
      fill: var(--_land);
      fill-rule: evenodd;
      stroke: var(--_coast);
      stroke-width: 0.5;
    }
    .limb {
      fill: none;
      stroke: var(--_border);
    }
    .here {
      fill: var(--_accent);
      stroke: var(--_surface);
      stroke-width: 1.5;
    }
    .frame-here {
      fill-opacity: 0.25;
      stroke: var(--_accent);
    }
    @media (forced-colors: active) {
      .globe {
        fill: Canvas;
      }
      .globe-land {
        fill: GrayText;
      }
      .limb {
        stroke: CanvasText;
      }
      .here {
        fill: Highlight;
        stroke: Canvas;
      }
    }
  `,
];
