import {svg} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {type Box, layoutMap, type MapLayout} from '../../core/layout/index.js';
import type {GridMark} from '../../core/table/index.js';
import type {ViewState} from '../../map/index.js';
import {repeat} from '../base/repeat.js';
import {drawBasemaps, drawNames} from './basemap-drawing.js';
import type {Ground} from './ground.js';
import {inView, namesInView} from './ground-names.js';
import type {KeptNames} from './kept-names.js';
import type {MapOverlays} from './overlays.js';
import {drawAreas, drawCluster, drawLeaders, drawPlace, type MarkContext} from './place-marks.js';
import {isCrowded, type PlacesInView, placesInView} from './places-in-view.js';
import {boxOfScale, drawScaleBar, scaleBarOf} from './scale-bar.js';

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
  readonly isMoving: boolean;
}

/** The whole drawing of a view, from the background up. */
export function drawMap(view: ViewState, context: MarkContext, surroundings: Surroundings) {
  const {ground, fontSize, measure, anchor, furniture, overlays, keptNames, isMoving} = surroundings;
  const {snapshot} = context;
  const {width, height} = view;
  const drawn = isCrowded(snapshot.dataset)
    ? crowdInView(view, context)
    : placesInView(snapshot, view, context.shown);
  const {places, circles} = drawn;
  const basemaps = ground.basemapsOf(view);
  const kept = keptNames.in(view, snapshot.locale, fontSize, measure);
  const areStill = isMoving && kept !== undefined;
  const names = areStill ? undefined : namesInView(basemaps, view, snapshot.locale);
  const scaleBar = scaleBarOf(view, snapshot.locale, context.units);
  const layout = layoutMap(places, names, {
    width,
    height,
    fontSize,
    measure,
    ...(kept && {kept}),
    ...(circles && {circles}),
    reserved: [...furniture, boxOfScale(scaleBar, fontSize, measure)],
  });
  if (!areStill) keptNames.keep(layout.names);
  return svg`
    <desc id="where" aria-hidden="true" .textContent=${inView(layout.names, snapshot.locale)}></desc>
    <g aria-hidden="true">${drawBasemaps(basemaps, view)}${ground.draw(view)}</g>
    ${overlays?.draw(view, snapshot)}
    ${circles ? drawMany(layout, circles, view, anchor, context) : drawFew(layout, drawn, context)}
    ${drawScaleBar(scaleBar)}
  `;
}

const NONE: PlacesInView = {places: [], circles: []};

/** Nothing, until what draws many places is there. */
const crowdInView = (view: ViewState, {many, snapshot, active}: MarkContext): PlacesInView =>
  many?.crowdedPlacesInView(snapshot, view, active) ?? NONE;

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

/**
 * Counted circles, and single places among them. They keep their positions in a group that moves with the view: one
 * transform in place of hundreds. At another level of the grid there are other circles, so that none is reused.
 */
function drawMany(
  layout: MapLayout,
  circles: readonly GridMark[],
  {origin, zoom}: ViewState,
  anchor: Point,
  context: MarkContext,
) {
  const {many, snapshot} = context;
  const {dataset, locale} = snapshot;
  const [dx, dy] = [origin[0] - anchor[0], origin[1] - anchor[1]];
  const anchored = moveLayout(layout, dx, dy);
  return keyed(
    many?.depthOf(dataset, zoom),
    svg`<g class="many" transform=${`translate(${-dx},${-dy})`}>
      ${drawAreas(anchored.places, context)}
      ${drawNames(anchored)}
      ${drawLeaders(anchored.places)}
      ${repeat(
        circles,
        ({cell}) => cell,
        (circle) => many?.drawCircle(moved(circle, dx, dy), locale, context.selected.size > 0),
      )}
      ${drawPlaces(anchored.places, anchored, context)}
    </g>`,
  );
}

function drawPlaces(places: MapLayout['places'], {labels}: MapLayout, context: MarkContext) {
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  return repeat(
    places,
    ({id}) => id,
    (place) => drawPlace(place, labelOf.get(place.id), context),
  );
}

/** To a tenth of a pixel, so that what stands still is written alike in every frame. */
const tenths = (value: number) => Math.round(value * 10) / 10;

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly from?: Point;
}

const moved = <T extends Drawn>(each: T, dx: number, dy: number): T => ({
  ...each,
  x: tenths(each.x + dx),
  y: tenths(each.y + dy),
  ...(each.from && {from: [tenths(each.from[0] + dx), tenths(each.from[1] + dy)]}),
});

const moveLayout = (layout: MapLayout, dx: number, dy: number): MapLayout => ({
  ...layout,
  places: layout.places.map((place) => moved(place, dx, dy)),
  labels: layout.labels.map((label) => moved(label, dx, dy)),
  names: layout.names.map((name) => ({
    ...moved(name, dx, dy),
    at: [tenths(name.at[0] + dx), tenths(name.at[1] + dy)],
  })),
});
