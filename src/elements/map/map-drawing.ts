import {svg} from 'lit';
import {type Box, layoutMap, type MapLayout} from '../../core/layout/index.js';
import type {ViewState} from '../../map/index.js';
import type {MapNotes} from '../annotations/map-notes.js';
import type {PartController} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {drawBasemaps, drawNames} from './basemap-drawing.js';
import type {Camera} from './camera.js';
import type {Ground} from './ground.js';
import {inView, namesInView} from './ground-names.js';
import type {KeptNames} from './kept-names.js';
import {lacksNames} from './lacks-names.js';
import type * as Many from './many.js';
import type {MapOverlays} from './overlays.js';
import {drawAreas, drawCluster, drawLeaders, drawPlaces, type MarkContext} from './place-marks.js';
import {isCrowded, type PlacesInView, placesInView} from './places-in-view.js';
import {boxOfScale, drawScaleBar, scaleBarOf} from './scale-bar.js';
import type {Vicinity} from './vicinity.js';

/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;

type Point = readonly [x: number, y: number];

/** What a map is drawn by, besides its marks. */
interface Surroundings {
  readonly ground: Ground;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  readonly anchor: Point;
  /** The boxes of what stands on the drawing. */
  readonly furniture: readonly Box[];
  readonly overlays: MapOverlays | undefined;
  readonly keptNames: KeptNames;
  /** Names that are not near where they were laid out wait until a flight has ended. */
  readonly camera: Pick<Camera, 'isMoving' | 'isFlying'>;
  /** What draws many places; undefined until it is there. */
  readonly many: typeof Many | undefined;
  /** Places an author's notes; undefined without any. */
  readonly notes: MapNotes | undefined;
  /** Loaded when names are lacking that say where the map is. */
  readonly vicinity: Pick<PartController<object, Vicinity>, 'value' | 'get'>;
}

/** The whole drawing of a view, from the background up. */
export function drawMap(view: ViewState, context: MarkContext, surroundings: Surroundings) {
  const {ground, fontSize, measure, anchor, furniture, overlays, keptNames, camera, many, notes, vicinity} =
    surroundings;
  const {snapshot} = context;
  const {locale} = snapshot;
  const drawn = isCrowded(snapshot.dataset)
    ? (many?.crowdedPlacesInView(snapshot, view, context.active) ?? NONE)
    : placesInView(snapshot, view, context.shown);
  const {places, circles} = drawn;
  const basemaps = ground.basemapsOf(view);
  const {isMoving, isFlying} = camera;
  const kept = keptNames.in(view, isMoving, locale, fontSize, measure) ?? (isFlying ? [] : undefined);
  // While they move with the map they are not laid out anew, nor said.
  const names = isMoving && kept ? undefined : namesInView(basemaps, view, locale, snapshot.dataset.language);
  const scaleBar = scaleBarOf(view, locale, context.units);
  const margins = marginsOf(view);
  const marks = [...places, ...(circles ?? [])];
  const setting = {
    ...view,
    fontSize,
    measure,
    kept,
    circles,
    isCrossed: overlays?.crossing(view, snapshot),
  };
  const options = {
    ...setting,
    reserved: [
      ...furniture,
      ...margins,
      ...(notes?.place(snapshot, view, marks, furniture, setting) ?? []),
      ...(vicinity.value?.boxesIn(view, marks) ?? []),
      boxOfScale(scaleBar, fontSize, measure),
    ],
  };
  const own = layoutMap(places, names, options);
  // A storm's track leads to islands too small for their names.
  if (overlays || (lacksNames(view, own.names) && ground.isWhole(view))) vicinity.get();
  const layout = (names && vicinity.value?.withIslands(own, names, options)) ?? own;
  if (names) keptNames.keep(layout.names, view);
  const beyond = vicinity.value?.townsBeyond(view, layout, basemaps, options, context);
  return svg`
    <desc id="where" aria-hidden="true" .textContent=${names ? inView(layout.names, locale) + (beyond?.words ?? '') : ''}></desc>
    <g aria-hidden="true">${drawBasemaps(basemaps, view)}${ground.draw(view)}</g>
    ${overlays?.draw(view, snapshot)}
    ${margins.map(({x, width}) => svg`<rect class="margin" x=${x} width=${width} height="100%"></rect>`)}
    ${circles && many ? many.drawMany(layout, circles, view, anchor, context, measure) : drawFew(layout, drawn, context)}
    ${beyond?.drawing}
    ${notes?.draw(snapshot, fontSize)}
    ${drawScaleBar(scaleBar)}
  `;
}

/** What a view has beside the world, where it is wider: marks stand once, and so does the land that they are on. */
export function marginsOf({zoom, width, height}: ViewState): readonly Box[] {
  const margin = (width - WORLD * 2 ** zoom) / 2;
  return margin > 0 ? [0, width - margin].map((x) => ({x, y: 0, width: margin, height})) : [];
}

/** Until what draws many places is there. */
const NONE: PlacesInView = {places: [], circles: []};

/** Places one by one, or in clusters where they are close. Areas are drawn of merged places too. */
const drawFew = (layout: MapLayout, {places}: PlacesInView, context: MarkContext) => svg`<g>
  ${drawAreas(places, context)}
  ${drawNames(layout)}
  ${drawLeaders(layout.places)}
  ${repeat(
    layout.clusters,
    ({id}) => id,
    (cluster) => drawCluster(cluster, context),
  )}
  ${drawPlaces(layout.places.toReversed(), layout, context)}
</g>`;
