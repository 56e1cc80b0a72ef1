import {nothing, svg} from 'lit';
import type {MapLayout, MapNameLabel} from '../../core/layout/index.js';
import type {Basemap, ViewState} from '../../map/index.js';

/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;
/** At most so many copies of the world are drawn. */
const COPIES = 4;

/** The basemap, moved and scaled to the view, in each copy of the world that can be seen; not nearer than it is true. */
export function drawBasemap(basemap: Basemap | undefined, view: ViewState) {
  if (!basemap || view.zoom > basemap.maxZoom + 0.01) return nothing;
  const scale = 2 ** (view.zoom - basemap.zoom);
  const world = WORLD * 2 ** view.zoom;
  const x = basemap.origin[0] * scale - view.origin[0];
  const y = basemap.origin[1] * scale - view.origin[1];
  const first = Math.floor((-x - world) / world) + 1;
  const copies = Math.max(1, Math.ceil((view.width - x) / world) - first);
  return Array.from({length: Math.min(copies, COPIES)}, (_, i) =>
    drawWorld(basemap, x + (first + i) * world, y, scale),
  );
}

const drawWorld = (basemap: Basemap, x: number, y: number, scale: number) =>
  svg`<g class="basemap" transform=${`translate(${x},${y}) scale(${scale})`}>
    <path class="land" d=${basemap.land}></path>
    ${basemap.lakes ? svg`<path class="lake" d=${basemap.lakes}></path>` : nothing}
    ${basemap.rivers ? svg`<path class="river" d=${basemap.rivers}></path>` : nothing}
    <path class="region" d=${basemap.regions}></path>
    <path class="disputed" d=${basemap.disputed}></path>
    <path class="border" d=${basemap.borders}></path>
    <path class="coast" d=${basemap.coast}></path>
  </g>`;

/** The names of the basemap that found room. */
export const drawNames = ({names}: Pick<MapLayout, 'names'>) =>
  svg`<g class="names" aria-hidden="true">${names.map((name) =>
    name.kind === 'town' ? drawTown(name) : drawArea(name),
  )}</g>`;

const drawTown = ({at: [dotX, dotY], x, y, baseline, text}: MapNameLabel) =>
  svg`<circle class="dot" cx=${dotX} cy=${dotY} r="2"></circle>
    <text class="town" x=${x} y=${y + baseline} .textContent=${text}></text>`;

const drawArea = ({kind, x, y, width, baseline, text}: MapNameLabel) =>
  svg`<text class=${kind} x=${x + width / 2} y=${y + baseline} .textContent=${text}></text>`;
