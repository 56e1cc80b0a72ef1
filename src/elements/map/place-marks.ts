import {nothing, svg} from 'lit';
import {lowerBound} from '../../core/arrays/index.js';
import {rowIndex} from '../../core/dataset/index.js';
import {
  CHOSEN_RADIUS,
  MARK_RADIUS,
  type MapCluster,
  type MapLabel,
  type MapLayout,
  type MapPlace,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords, messages, type Units} from '../../i18n/index.js';
import {categoryClass, shapePath, tokens} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {shortNumber} from './map-labels.js';
import {isCrowded} from './places-in-view.js';
import {isPlaced, type Stop, sameStop} from './stops.js';

/** A disc that covers at least this many pixels shows the place by itself. */
const DISC = 8;
/** Least radius of a hit area, and the most that a large disc makes of it. */
const HIT = 12;
const HIT_MOST = 24;

/** What the drawing of places needs to know besides. */
export interface MarkContext {
  readonly snapshot: Snapshot;
  readonly active: Stop | undefined;
  /** The same, while a reader uses the keys. */
  readonly shown: Stop | undefined;
  readonly stopId: (stop: Stop) => string;
  readonly stopName: (stop: Stop) => string;
  readonly placeName: (id: string) => string;
  /** Ids of the selected event's places. */
  readonly selected: ReadonlySet<string>;
  readonly units: Units;
}

/** A place with more events than this names only the one that the keys are at. */
const OPTIONS = 20;

type States = readonly (string | false | undefined)[];

const stateOf = ({id, events, isReceded}: MapPlace, {selected}: MarkContext): States => [
  selected.has(id) ? 'selected' : isReceded && 'receded',
  events === 0 && 'dimmed',
];

const partOf = (noun: string, states: States) =>
  tokens([noun, ...states.map((word) => word && `${noun}-${word}`)]);

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

/** The events at a place that are options: all, or of many those that are selected or that the keys are at. */
function stopsAt(id: string, {snapshot, active}: MarkContext): readonly (Stop | undefined)[] {
  const {dataset, events, selected} = snapshot;
  const place = indexOf(dataset).place.get(id);
  if (!isPlaced(place)) return [];
  const rows = events.rowsAt(rowIndex(dataset.places, id));
  if (rows.length <= OPTIONS && !isCrowded(dataset))
    return Array.from(rows, (row): Stop => ({event: events.at(row), place}));
  return [
    active?.place.id === id && active.event.id !== selected ? active : undefined,
    selected === null ? undefined : sameStop(snapshot, {event: {id: selected}, place}),
  ];
}

/** The events at a place as options; they are drawn as its one mark. */
const drawOptions = (id: string, x: number, y: number, context: MarkContext) =>
  stopsAt(id, context).map((stop) => stop && drawOption(stop, x, y, context));

const drawOption = (stop: Stop, x: number, y: number, {snapshot, stopId, stopName}: MarkContext) =>
  svg`<g role="option" id=${stopId(stop)} data-event=${stop.event.id}
    aria-selected=${stop.event.id === snapshot.selected} aria-label=${stopName(stop)}>
    <rect class="hit" x=${x - HIT} y=${y - HIT} width=${2 * HIT} height=${2 * HIT}></rect>
  </g>`;

/** Uncertainty to scale, beneath everything; also of places that are merged at this zoom. */
export const drawAreas = (places: readonly MapPlace[], context: MarkContext) =>
  svg`<g class="areas" aria-hidden="true">${repeat(
    places.filter(({radius}) => radius > 0),
    ({id}) => id,
    (place) => drawArea(place, context),
  )}</g>`;

function drawArea(place: MapPlace, context: MarkContext) {
  const {id, x, y, radius} = place;
  const states = stateOf(place, context);
  const classes = ['area', ...states, categoryClass(categoryAt(place, context.snapshot))];
  return svg`<circle part=${partOf('area', states)} class=${tokens(classes)} data-id=${id} cx=${x} cy=${y} r=${radius}></circle>`;
}

/** From where places are to their marks, which stand beside that for want of room. */
export const drawLeaders = (places: readonly MapPlace[]) =>
  places.map(({x, y, from}) =>
    from
      ? svg`<g part="leader" class="leader" aria-hidden="true">
          <line x1=${from[0]} y1=${from[1]} x2=${x} y2=${y}></line>
          <circle cx=${from[0]} cy=${from[1]} r="2"></circle>
        </g>`
      : nothing,
  );

/** One place: its mark, the rings of what is selected and of the keys, its events as options, and its label. */
function drawPlace(place: MapPlace, label: MapLabel | undefined, context: MarkContext) {
  const {id, x, y, radius} = place;
  const states = stateOf(place, context);
  const category = categoryAt(place, context.snapshot);
  const classes = ['place', ...states, categoryClass(category)];
  const mark = drawMark(place, category, context.snapshot);
  return svg`<g part=${partOf('place', states)} class=${tokens(classes)} role="group"
    aria-label=${context.placeName(id)} data-id=${id}>
    <circle class="target" cx=${x} cy=${y} r=${Math.max(HIT, Math.min(radius, HIT_MOST))}></circle>
    ${mark !== nothing && context.selected.has(id) ? svg`<circle class="chosen" cx=${x} cy=${y} r=${MARK_RADIUS + 3}></circle>` : nothing}
    ${context.active?.place.id === id ? svg`<circle class="ring" cx=${x} cy=${y} r=${CHOSEN_RADIUS + 1}></circle>` : nothing}
    ${mark}
    ${drawOptions(id, x, y, context)}
    ${label ? drawLabel(label) : nothing}
  </g>`;
}

/** What is known as an area only is an area; when that is too small to see, a hollow mark stands for it. */
function drawMark({id, x, y, radius}: MapPlace, category: number, {dataset}: Snapshot) {
  const precision = indexOf(dataset).place.get(id)?.precision;
  const isExact = precision ? precision === 'site' : radius === 0;
  if (!isExact && radius >= DISC) return nothing;
  return svg`<path class=${isExact ? 'mark' : 'mark hollow'} d=${shapePath(category, x, y)}></path>`;
}

function drawLabel({x, y, name, count, countX, countY, baseline}: MapLabel) {
  return svg`<g part="label" class="label" aria-hidden="true" transform=${`translate(${x},${y})`}>
    <text y=${baseline} .textContent=${name}></text>
    ${count ? svg`<text part="count" class="count" x=${countX} y=${countY} .textContent=${count}></text>` : nothing}
  </g>`;
}

/** Places too close to draw one by one. */
export function drawCluster({places, events, id, x, y, radius, isChosen}: MapCluster, context: MarkContext) {
  const {locale} = context.snapshot;
  const names = joinWords(
    places.map(({name}) => name),
    locale,
  );
  const name = events ? `${messages(locale).placeEvents(events)}: ${names}` : names;
  const state = [isChosen ? 'selected' : events === 0 ? 'dimmed' : context.selected.size > 0 && 'receded'];
  return svg`<g part=${partOf('cluster', state)} class=${tokens(['cluster', ...state])} role="group"
    aria-label=${name} data-cluster=${id} transform=${`translate(${x},${y})`}>
    <circle r=${radius}></circle>
    <text y="0.35em" aria-hidden="true" .textContent=${events ? shortNumber(events, locale) : ''}></text>
    ${places.map((place) => drawOptions(place.id, 0, 0, context))}
  </g>`;
}

/** Places one by one, each with its label. */
export function drawPlaces(places: MapLayout['places'], {labels}: MapLayout, context: MarkContext) {
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  return repeat(
    places,
    ({id}) => id,
    (place) => drawPlace(place, labelOf.get(place.id), context),
  );
}
