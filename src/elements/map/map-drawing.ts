import {nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {lowerBound} from '../../core/arrays/index.js';
import {rowIndex} from '../../core/dataset/index.js';
import {
  layoutMap,
  MARK_RADIUS,
  type MapCluster,
  type MapLabel,
  type MapLayout,
  type MapPlace,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {GridMark} from '../../core/table/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import type {Basemap, ViewState} from '../../map/index.js';
import {categoryClass, shapePath} from '../base/index.js';
import type {Ground} from './ground.js';
import type * as Many from './many.js';
import {namesInPixels, scaleBar, shortNumber} from './map-labels.js';
import {isCrowded, type PlacesInView, placesInView} from './places-in-view.js';
import {isPlaced, type Stop, sameStop} from './stops.js';

/** A disc that covers at least this many pixels shows the place by itself. */
const DISC = 8;

/** The basemap, moved and scaled to the view, in each copy of the world that can be seen; not nearer than it is true. */
function drawBasemap(basemap: Basemap | undefined, view: ViewState) {
  if (!basemap || view.zoom > basemap.maxZoom + 0.01) return nothing;
  const scale = 2 ** (view.zoom - basemap.zoom);
  const world = 256 * 2 ** view.zoom;
  const x = basemap.origin[0] * scale - view.origin[0];
  const y = basemap.origin[1] * scale - view.origin[1];
  const first = Math.floor((-x - world) / world) + 1;
  const copies = Math.max(1, Math.ceil((view.width - x) / world) - first);
  return Array.from({length: Math.min(copies, 4)}, (_, i) => {
    const at = x + (first + i) * world;
    return svg`<g class="basemap" transform=${`translate(${at},${y}) scale(${scale})`}>
      <path class="land" d=${basemap.land}></path>
      ${basemap.lakes ? svg`<path class="lake" d=${basemap.lakes}></path>` : nothing}
      ${basemap.rivers ? svg`<path class="river" d=${basemap.rivers}></path>` : nothing}
      <path class="region" d=${basemap.regions}></path>
      <path class="disputed" d=${basemap.disputed}></path>
      <path class="border" d=${basemap.borders}></path>
      <path class="coast" d=${basemap.coast}></path>
    </g>`;
  });
}

const drawNames = ({names}: MapLayout) =>
  svg`<g class="names" aria-hidden="true">${names.map(({text, kind, at, x, y, width, baseline}) =>
    kind === 'town'
      ? svg`<circle class="dot" cx=${at[0]} cy=${at[1]} r="2"></circle><text class="town" x=${x} y=${y + baseline} .textContent=${text}></text>`
      : svg`<text class=${kind} x=${x + width / 2} y=${y + baseline} .textContent=${text}></text>`,
  )}</g>`;

export interface MarkContext {
  readonly snapshot: Snapshot;
  readonly active: Stop | undefined;
  readonly stopId: (stop: Stop) => string;
  readonly stopName: (stop: Stop) => string;
  readonly placeName: (id: string) => string;
  /** What draws many places; undefined until it is there. */
  readonly many: typeof Many | undefined;
}

const NONE: PlacesInView = {places: [], circles: []};

/** A place with more events than this names only the one that the keys are at. */
const OPTIONS = 20;

const stateOf = ({id, events}: MapPlace, {snapshot, active}: MarkContext) => {
  const selected =
    snapshot.selected === null ? undefined : indexOf(snapshot.dataset).event.get(snapshot.selected);
  return [
    selected?.places.includes(id) && 'selected',
    events === 0 && 'dimmed',
    active?.place.id === id && 'active',
  ].filter((word): word is string => Boolean(word));
};

const partOf = (noun: string, states: readonly string[]) =>
  [noun, ...states.filter((word) => word !== 'active').map((word) => `${noun}-${word}`)].join(' ');

/** Category whose shape a place takes: of the selected event there, or else of its last shown one. */
function categoryAt({id, events: count}: MapPlace, {dataset, events, selected, shown}: Snapshot): number {
  const {category, start} = events.columns;
  const place = rowIndex(dataset.places, id);
  const rows = events.rowsAt(place);
  const chosen = selected === null ? -1 : events.rowOf(selected);
  let row = chosen >= 0 && events.placesOf(chosen).includes(place) ? chosen : rows.at(-1);
  if (row !== chosen && count > 0) {
    const to = shown.range ? lowerBound(rows, lowerBound(start, shown.range.end)) : rows.length;
    row = rows.subarray(0, to).findLast((each) => shown.hasRow(each));
  }
  const number = row === undefined ? -1 : (category[row] ?? -1);
  return number < dataset.categories.length ? number : -1;
}

/** The events at a place as options; they are drawn as its one mark. */
function drawOptions({id, x, y}: Pick<MapPlace, 'id' | 'x' | 'y'>, context: MarkContext) {
  const {snapshot, active, stopId, stopName} = context;
  const {dataset, events, selected} = snapshot;
  const place = indexOf(dataset).place.get(id);
  const rows = events.rowsAt(rowIndex(dataset.places, id));
  if (!isPlaced(place)) return nothing;
  const here =
    rows.length > OPTIONS || isCrowded(dataset)
      ? [
          active?.place.id === id && active.event.id !== selected ? active : undefined,
          selected === null ? undefined : sameStop(snapshot, {event: {id: selected}, place}),
        ]
      : Array.from(rows, (row): Stop => ({event: events.at(row), place}));
  return here.map(
    (stop) =>
      stop &&
      svg`<g role="option" id=${stopId(stop)} data-event=${stop.event.id}
      aria-selected=${stop.event.id === selected} aria-label=${stopName(stop)}><rect class="hit" x=${x - 12} y=${y - 12} width="24" height="24"></rect></g>`,
  );
}

/** Uncertainty to scale, beneath everything; also of places that are merged at this zoom. */
const drawAreas = (places: readonly MapPlace[], context: MarkContext) =>
  svg`<g class="areas" aria-hidden="true">${repeat(
    places.filter(({radius}) => radius > 0),
    ({id}) => id,
    (
      place,
    ) => svg`<circle part=${partOf('area', stateOf(place, context))} class=${['area', ...stateOf(place, context), categoryClass(categoryAt(place, context.snapshot))].join(' ')}
    data-id=${place.id} cx=${place.x} cy=${place.y} r=${place.radius}></circle>`,
  )}</g>`;

function drawPlace(place: MapPlace, label: MapLabel | undefined, context: MarkContext) {
  const {snapshot, placeName} = context;
  const {id, x, y, radius} = place;
  const states = stateOf(place, context);
  const number = categoryAt(place, snapshot);
  const precision = indexOf(snapshot.dataset).place.get(id)?.precision;
  const exact = precision === 'site' || (precision === undefined && radius === 0);
  // What is known as an area only is an area; when that is too small to see, a hollow mark stands for it.
  const mark = exact ? 'mark' : radius < DISC ? 'mark hollow' : undefined;
  return svg`<g part=${partOf('place', states)} class=${['place', ...states, categoryClass(number)].join(' ')} role="group" aria-label=${placeName(id)} data-id=${id}>
    <circle class="target" cx=${x} cy=${y} r=${Math.max(12, Math.min(radius, 24))}></circle>
    ${states.includes('active') ? svg`<circle class="ring" cx=${x} cy=${y} r=${MARK_RADIUS + 5}></circle>` : nothing}
    ${mark ? svg`<path class=${mark} d=${shapePath(number)} transform=${`translate(${x},${y})`}></path>` : nothing}
    ${drawOptions(place, context)}
    ${
      label
        ? svg`<g part="label" class="label" aria-hidden="true" transform=${`translate(${label.x},${label.y})`}>
            <text y=${label.baseline} .textContent=${label.name}></text>
            ${label.count ? svg`<text part="count" class="count" x=${label.countX} y=${label.baseline} .textContent=${label.count}></text>` : nothing}
          </g>`
        : nothing
    }
  </g>`;
}

/** Places too close to draw one by one. */
function drawCluster({places, events, id, x, y, radius}: MapCluster, context: MarkContext) {
  const name = `${messages(context.snapshot.locale).placeEvents(events)}: ${joinWords(
    places.map((place) => place.name),
    context.snapshot.locale,
  )}`;
  return svg`<g part="cluster" class="cluster" role="group" aria-label=${name} data-cluster=${id} transform=${`translate(${x},${y})`}>
    <circle r=${radius}></circle>
    <text y="0.35em" aria-hidden="true" .textContent=${shortNumber(events, context.snapshot.locale)}></text>
    ${places.map((place) => drawOptions({id: place.id, x: 0, y: 0}, context))}
  </g>`;
}

function drawMarks(layout: MapLayout, circles: readonly GridMark[] | undefined, context: MarkContext) {
  const labels = new Map(layout.labels.map((label) => [label.id, label]));
  return svg`
    ${
      circles
        ? repeat(
            circles,
            ({cell}) => cell,
            (circle) => context.many?.drawCircle(circle, context.snapshot.locale),
          )
        : repeat(
            layout.clusters,
            ({id}) => id,
            (cluster) => drawCluster(cluster, context),
          )
    }
    ${repeat(
      circles ? layout.places : [...layout.places].reverse(),
      ({id}) => id,
      (place) => drawPlace(place, labels.get(place.id), context),
    )}`;
}

/** To a tenth of a pixel, so that what stands still is written alike in every frame. */
const tenths = (value: number) => Math.round(value * 10) / 10;

/** The whole drawing of a view, from the background up. */
export function drawMap(
  view: ViewState,
  ground: Ground,
  context: MarkContext,
  fontSize: number,
  measure: (text: string, bold: boolean) => number,
  anchor: readonly [x: number, y: number],
) {
  const {snapshot, active, many} = context;
  const {width, height, origin, zoom} = view;
  const {places, circles} = isCrowded(snapshot.dataset)
    ? (many?.crowdedPlacesInView(snapshot, view, active) ?? NONE)
    : placesInView(snapshot, view);
  const names = namesInPixels(ground.basemap, view, snapshot.locale);
  const layout = layoutMap(places, names, {width, height, fontSize, measure, ...(circles && {circles})});
  const bar = scaleBar(view, Math.min(120, width / 3), snapshot.locale);
  const bottom = height - 12;
  // Many marks stay where they are in a group that moves: one transform in place of hundreds.
  const [dx, dy] = [origin[0] - anchor[0], origin[1] - anchor[1]];
  const moved = <T extends {readonly x: number; readonly y: number}>(each: T): T =>
    circles ? {...each, x: tenths(each.x + dx), y: tenths(each.y + dy)} : each;
  const still: MapLayout = {
    ...layout,
    places: layout.places.map(moved),
    labels: layout.labels.map(moved),
    names: layout.names.map((name) => {
      const at = moved({x: name.at[0], y: name.at[1]});
      return {...moved(name), at: [at.x, at.y]};
    }),
  };
  return svg`<g aria-hidden="true">${drawBasemap(ground.basemap, view)}${ground.draw(view)}</g>
    ${repeat(
      [circles && many?.depthOf(snapshot.dataset, zoom)],
      (depth) => depth,
      () => svg`<g class=${circles ? 'many' : nothing} transform=${circles ? `translate(${-dx},${-dy})` : nothing}>
        ${drawAreas(circles ? still.places : places, context)}
        ${drawNames(still)}
        ${drawMarks(still, circles?.map(moved), context)}
      </g>`,
    )}
    <g class="scale" aria-hidden="true"><line x1="12" x2=${12 + bar.length} y1=${bottom} y2=${bottom}></line><text x="12" y=${bottom - 5} .textContent=${bar.text}></text></g>`;
}
