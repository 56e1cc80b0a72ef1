/**
 * What else says where a map is. Of a near one, the region that it is in, as an outline with a frame, and towns beyond its
 * edges where few are in it; of a far one, the names of islands that have no room for them. Lazily loaded, by a map on
 * which something is lacking.
 */

import {css, html, nothing, svg} from 'lit';
import {metresPerPixel, pixelInView, unproject} from '../../core/geo/index.js';
import {
  around,
  type Box,
  type EdgeLabel,
  exitOf,
  layoutEdgeLabels,
  layoutIslandNames,
  MARK_RADIUS,
  type MapLayout,
  type MapNames,
  type MapOptions,
  occupiedIn,
  touch,
} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatLength, joinWords, messages, type Units} from '../../i18n/index.js';
import type {Basemap, ViewState} from '../../map/index.js';
import type {Camera} from './camera.js';
import type {Ground} from './ground.js';
import {nameIn} from './ground-names.js';
import {isNear, TOWNS} from './lacks-names.js';
import {boxOfLocator, SIZE} from './locator-box.js';
import type {MapHost} from './map-host.js';
import {edgesIn, outlineAround, type RegionOutline, regionAround, viewOf} from './region-outline.js';

/** Between the outline and the globe, and within the outline's box, in pixels. */
const GAP = 8;
const PADDING = 5;
/** A view that is smaller in the outline is a dot, in pixels. */
const DOT = 6;
/** Points of an outline nearer to each other are one, in pixels. */
const THIN = 0.4;
/** Of a town so near an edge nothing is said but its name, in pixels. */
const AT_EDGE = 16;
/** The zooms for whose cells an outline is asked: in those of half a continent small regions are their country's. */
const ZOOMS = [5, 6.5, 7.5];
/** So many times an outline is extended by what its cells say of it: the largest region needs four. */
const ROUNDS = 12;

type Point = readonly [x: number, y: number];

type TownLabel = EdgeLabel & {readonly text: string};

/** What distances are said in, and names. */
interface Reader {
  readonly snapshot: Pick<Snapshot, 'locale'>;
  readonly units: Units;
}

export class Vicinity {
  #outline: RegionOutline | undefined;
  /** Nothing stands where it is drawn. */
  #hasRoom = false;

  constructor(
    readonly element: Pick<MapHost['element'], 'locator'>,
    readonly ground: Pick<Ground, 'basemapsOf' | 'fetchFor' | 'isWhole'>,
    readonly camera: Pick<Camera, 'state' | 'isMoving'>,
    readonly redraw: () => void,
  ) {}

  /** Finds the region that the map lies in when it is at rest, and fetches what the outline lacks. */
  look(): void {
    const {state: view, isMoving} = this.camera;
    if (!view || isMoving || !this.ground.isWhole(view)) return;
    const isWanted = isNear(view) && this.element.locator !== 'none' && boxOfLocator(view) !== undefined;
    const id = isWanted ? regionAround(this.ground.basemapsOf(view), view) : undefined;
    const before = this.#outline;
    if (id === before?.id && (!before || includes(before, view))) return;
    this.#outline = id === undefined ? undefined : this.#outlineOf(id, view);
    if (this.#outline !== before) this.redraw();
  }

  /** By the coarsest cells that have it; undefined until all of it is there. */
  #outlineOf(id: string, view: ViewState): RegionOutline | undefined {
    for (const zoom of ZOOMS) {
      const outline = this.#outlineAt(zoom, id, view);
      if (!outline || outline.lines.length > 0) return outline;
    }
    return undefined;
  }

  #outlineAt(zoom: number, id: string, view: ViewState): RegionOutline | undefined {
    let outline: RegionOutline = {id, edges: edgesIn(view), rings: [], lines: []};
    for (let i = 0; i < ROUNDS; i++) {
      const {edges} = outline;
      const look = viewOf(edges, zoom);
      this.ground.fetchFor(look);
      if (!this.ground.isWhole(look)) return undefined;
      outline = outlineAround(id, this.ground.basemapsOf(look), edges);
      if (outline.edges.join() === edges.join()) break;
    }
    return outline;
  }

  /** Of the region that the map lies in, as far as it is known. */
  get outline(): RegionOutline | undefined {
    return this.#outline;
  }

  /** The box of the outline, beside the globe; none where it would cover the mark of a place, or the number of a circle. */
  boxesIn(view: ViewState, marks: readonly {readonly x: number; readonly y: number}[]): readonly Box[] {
    const globe = this.#outline && boxOfLocator(view);
    const box = globe && {...globe, x: globe.x - SIZE - GAP};
    this.#hasRoom = !!box && !marks.some(({x, y}) => touch(box, around(x, y, MARK_RADIUS)));
    return box && this.#hasRoom ? [box] : [];
  }

  /** The outline of the region, with a frame or a dot where the view is, if there was room for it. */
  drawRegion(view: ViewState) {
    const outline = this.#outline;
    if (!outline || !this.#hasRoom) return nothing;
    const [west, north, east, south] = outline.edges;
    const scale = (SIZE - 2 * PADDING) / Math.max(east - west, south - north);
    const at = (x: number, y: number): Point => [
      (x - (west + east) / 2) * scale,
      (y - (north + south) / 2) * scale,
    ];
    const here = edgesIn(view);
    const [left, top] = at(here[0], here[1]);
    const [right, bottom] = at(here[2], here[3]);
    const path = (lines: RegionOutline['lines']) =>
      pathOf(lines.map((line) => line.map(([x, y]) => at(x, y))));
    return html`<svg part="locator-region" class="around" data-id=${outline.id} aria-hidden="true"
      viewBox="-36 -36 72 72" width=${SIZE} height=${SIZE}>
      <rect class="around-ground" x="-35.5" y="-35.5" width="71" height="71" rx="3"></rect>
      <path class="around-land" d=${path(outline.rings)}></path>
      <path class="around-edge" d=${path(outline.lines)}></path>
      ${
        Math.max(right - left, bottom - top) < DOT
          ? svg`<circle class="around-here" cx=${(left + right) / 2} cy=${(top + bottom) / 2} r="3.5"></circle>`
          : svg`<rect class="around-here around-frame" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`
      }
    </svg>`;
  }

  /** A layout with the names of small islands that the story is about beside them. */
  withIslands(layout: MapLayout, names: MapNames, options: MapOptions): MapLayout {
    return {...layout, names: [...layout.names, ...layoutIslandNames(names, layout, options)]};
  }

  /** The nearest towns beyond the edges of a view at rest, as many as it lacks, drawn and in words. */
  townsBeyond(
    view: ViewState,
    layout: MapLayout,
    basemaps: readonly Basemap[],
    options: MapOptions,
    reader: Reader,
  ) {
    const labels = this.camera.isMoving ? [] : townLabels(view, layout, basemaps, options, reader);
    const {locale} = reader.snapshot;
    const said = labels.map(({name, far}) => `${name} (${far})`);
    return {
      drawing: labels.map(drawTown),
      words: said.length > 0 ? `. ${messages(locale).beyondMap(joinWords(said, locale))}` : '',
    };
  }
}

const drawTown = ({
  text,
  textX,
  y,
  baseline,
  arrow,
  angle,
}: TownLabel) => svg`<g part="town-beyond" class="names beyond" aria-hidden="true">
  <path transform=${`translate(${arrow}) rotate(${Math.round(angle)})`} d="M-4.5,0h9m-3.5,-3.5l3.5,3.5l-3.5,3.5"></path>
  <text x=${textX} y=${y + baseline} .textContent=${text}></text>
</g>`;

/** Labels at the edges of a view for the nearest towns beyond it. */
export function townLabels(
  view: ViewState,
  layout: MapLayout,
  basemaps: readonly Basemap[],
  options: MapOptions,
  reader: Reader,
) {
  const {names, labels, places} = layout;
  // The story's own places say where a map is, too; a single one is what is asked about.
  const lacking = TOWNS - names.filter(({kind}) => kind === 'town').length - Math.max(0, labels.length - 1);
  if (lacking <= 0 || !isNear(view)) return [];
  const told = new Set(places.map(({name}) => name));
  const towns = nearestBeyond(view, basemaps, reader).filter(({name}) => !told.has(name));
  return layoutEdgeLabels(towns, occupiedIn(layout, options), options, lacking);
}

function includes({edges}: RegionOutline, view: ViewState): boolean {
  const own = edgesIn(view);
  return own[0] >= edges[0] && own[1] >= edges[1] && own[2] <= edges[2] && own[3] <= edges[3];
}

/** Towns that are named at the zoom of a view and lie beyond its edges, the nearest to these first. */
function nearestBeyond(view: ViewState, basemaps: readonly Basemap[], {snapshot, units}: Reader) {
  const {origin, zoom, width, height} = view;
  return basemaps
    .flatMap(({names}) => names)
    .flatMap((town) => {
      const [x, y] = pixelInView(town.position, view);
      const isInside = x >= 0 && y >= 0 && x <= width && y <= height;
      if (town.kind !== 'town' || town.zoom > zoom || isInside) return [];
      const [exitX, exitY] = exitOf([x, y], view);
      const edge = unproject([origin[0] + exitX, origin[1] + exitY], zoom);
      const perPixel = metresPerPixel((edge.lat + town.position.lat) / 2, zoom);
      const beyond = Math.hypot(x - exitX, y - exitY);
      return [{x, y, town, beyond, metres: beyond * perPixel}];
    })
    .sort((a, b) => a.metres - b.metres)
    .map(({x, y, town, beyond, metres}) => {
      const name = nameIn(town.name, snapshot.locale);
      const far = formatLength(metres, snapshot.locale, units);
      return {x, y, name, far, text: beyond < AT_EDGE ? name : `${name} ${far}`};
    });
}

/** Lines as an SVG path, to a tenth of a pixel. */
function pathOf(lines: readonly (readonly Point[])[]): string {
  return lines
    .map((line) => {
      const kept: Point[] = [];
      for (const [i, point] of line.entries()) {
        const [x, y] = kept.at(-1) ?? [Infinity, Infinity];
        if (i === line.length - 1 || Math.hypot(point[0] - x, point[1] - y) > THIN) kept.push(point);
      }
      return `M${kept.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
    })
    .join('');
}

export const styles = [
  css`
    .around {
      position: absolute;
      right: 88px;
      bottom: 8px;
      z-index: 3;
      pointer-events: none;
    }
    .around-ground {
      fill: var(--_surface);
      fill-opacity: 0.85;
      stroke: var(--_border);
    }
    .around-land {
      fill: var(--_land);
      fill-rule: evenodd;
      stroke: var(--_land);
      stroke-width: 0.5;
    }
    .around-edge {
      fill: none;
      stroke: var(--_quiet);
      stroke-linejoin: round;
    }
    .around-here {
      fill: var(--_accent);
      stroke: var(--_surface);
      stroke-width: 1.5;
    }
    .around-frame {
      fill-opacity: 0.25;
      stroke: var(--_accent);
    }
    .beyond text {
      font-size: 0.85em;
    }
    .beyond path {
      fill: none;
      stroke: var(--_quiet);
      stroke-width: 1.25;
    }
    @media (forced-colors: active) {
      .around-ground,
      .around-land {
        fill: Canvas;
        stroke: CanvasText;
      }
      .around-edge,
      .beyond path {
        stroke: CanvasText;
      }
      .around-here {
        fill: Highlight;
        stroke: Canvas;
      }
    }
  `,
];
