import {nothing, svg} from 'lit';
import type {MapLayout, MapNameLabel} from '../../core/layout/index.js';
import type {Basemap, ViewState} from '../../map/index.js';
import {repeat} from '../base/repeat.js';

/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;
/** At most so many copies of the world are drawn. */
const COPIES = 4;

/** What is drawn of every basemap before the next is: a neighbour's land would cover a lake. */
const LAYERS = ['land', 'lakes', 'rivers', 'regions', 'disputed', 'borders', 'coast'] as const;

type Layer = (typeof LAYERS)[number];

/** The class of a layer: its name in the singular. */
const classOf = (layer: Layer): string => layer.replace(/s$/, '');

/** Basemaps, moved and scaled to the view, in each copy of the world in which they can be seen. */
export const drawBasemaps = (basemaps: readonly Basemap[], view: ViewState) => {
  const copies = basemaps.flatMap((basemap) => copiesOf(basemap, view));
  if (copies.length === 0) return nothing;
  return svg`<g class="basemap">${LAYERS.map((layer) => drawLayer(copies, layer))}</g>`;
};

const drawLayer = (copies: readonly Copy[], layer: Layer) =>
  copies.map(({basemap, transform}) =>
    basemap[layer]
      ? svg`<path class=${classOf(layer)} transform=${transform} d=${basemap[layer]}></path>`
      : nothing,
  );

interface Copy {
  readonly basemap: Basemap;
  readonly transform: string;
}

function copiesOf(basemap: Basemap, view: ViewState): readonly Copy[] {
  const {bounds, origin, zoom} = basemap;
  const scale = 2 ** (view.zoom - zoom);
  const world = WORLD * 2 ** view.zoom;
  const x = origin[0] * scale - view.origin[0];
  const y = origin[1] * scale - view.origin[1];
  const width = ((bounds.east - bounds.west) / 360) * world;
  // Its east lies right of the view's left edge, its west left of the right one.
  const first = Math.ceil(-(x + width) / world);
  const last = Math.floor((view.width - x) / world);
  return Array.from({length: Math.max(0, Math.min(last - first + 1, COPIES))}, (_, i) => ({
    basemap,
    transform: `translate(${x + (first + i) * world},${y}) scale(${scale})`,
  }));
}

/** The names of the basemap that found room. */
export const drawNames = ({names}: Pick<MapLayout, 'names'>) =>
  svg`<g class="names" aria-hidden="true">${repeat(names, keyOf(), (name) =>
    name.kind === 'town' ? drawTown(name) : drawArea(name),
  )}</g>`;

/** Keys by which each name keeps its element, so that one that goes does not change the texts of all others. */
function keyOf(): (name: MapNameLabel) => string {
  const seen = new Map<string, number>();
  return ({kind, id, lines}) => {
    const key = `${kind} ${id} ${lines}`;
    // Towns may have the same name, and the world has copies.
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${count}`;
  };
}

const drawTown = ({at: [dotX, dotY], x, y, baseline, lines: [text]}: MapNameLabel) =>
  svg`<circle class="dot" cx=${dotX} cy=${dotY} r="2"></circle>
    <text part="town" class="town" x=${x} y=${y + baseline} .textContent=${text}></text>`;

const drawArea = ({
  kind,
  id,
  x,
  y,
  width,
  baseline,
  lines,
  lineHeight,
  isSpaced,
  isSmall,
}: MapNameLabel) => svg`<text
  part=${id === undefined ? kind : 'region'} class=${[kind, isSpaced ? 'spaced' : '', isSmall ? 'small' : ''].join(' ').trim()}
  data-id=${id || nothing}>${lines.map(
    (line, i) =>
      svg`<tspan x=${x + width / 2} y=${y + baseline + i * lineHeight} .textContent=${line}></tspan>`,
  )}</text>`;
