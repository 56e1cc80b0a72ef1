import {type Dataset, rowIndex} from '../../core/dataset/index.js';
import {
  type Bounds,
  boundsOf,
  contains,
  type Position,
  padBounds,
  pixelInView,
} from '../../core/geo/index.js';
import {around, type Box, MARK_RADIUS, touch} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {pointsOf} from '../../core/table/index.js';
import type {Basemap, MapLimits, ViewState} from '../../map/index.js';
import type * as Many from './many.js';
import {eventsAt, isCrowded, placedOf, positionOf} from './places-in-view.js';

/** Boxes are right to this share of a degree, or better. */
const STEPS = 4;

/** The box around places, by index, and all that they may cover; those without a position do not count. */
function boundsAround(dataset: Dataset, places: Iterable<number>): Bounds | undefined {
  const {radius} = pointsOf(dataset);
  // Of many, the outermost of each quarter of a degree stand for the others.
  const edges = new Map<number, [west: Position, east: Position]>();
  let [about, south, north]: [number, Position | undefined, Position | undefined] = [0, undefined, undefined];
  for (const index of places) {
    const at = positionOf(dataset, index);
    if (Number.isNaN(at.lat)) continue;
    about = Math.max(about, radius[index] ?? 0);
    if (!south || at.lat < south.lat) south = at;
    if (!north || at.lat > north.lat) north = at;
    const step = Math.floor(at.lon * STEPS);
    const edge = edges.get(step);
    if (!edge) edges.set(step, [at, at]);
    else if (at.lon < edge[0].lon) edge[0] = at;
    else if (at.lon > edge[1].lon) edge[1] = at;
  }
  if (!south || !north) return undefined;
  const bounds = boundsOf([south, north, ...[...edges.values()].flat()]);
  return bounds && padBounds(bounds, about);
}

/** What the story is about at present: the places of what is shown, or of all events, or all places. */
export function focusOf(snapshot: Snapshot): Bounds | undefined {
  const {dataset, events} = snapshot;
  const counts = eventsAt(snapshot);
  const placed = placedOf(dataset);
  const around = (has: (place: number) => boolean) => boundsAround(dataset, placed.filter(has));
  return (
    around((place) => (counts[place] ?? 0) > 0) ??
    around((place) => events.rowsAt(place).length > 0) ??
    boundsAround(dataset, placed)
  );
}

/** The box around the places that an author names, as far as there are any. */
export function boundsOfNamed({dataset}: Snapshot, ids: readonly string[]): Bounds | undefined {
  if (ids.length === 0) return undefined;
  // By index: to ask each place for its id would parse all of a large file.
  return boundsAround(
    dataset,
    ids.map((id) => rowIndex(dataset.places, id)),
  );
}

/** The box around an event's places, if they are on the map; `inView`: none when all of them are. */
export function boundsOfEvent(
  {dataset, events}: Snapshot,
  id: string | null,
  inView: (at: Position) => boolean,
): Bounds | undefined {
  const row = id === null ? -1 : events.rowOf(id);
  if (row < 0) return undefined;
  const places = events.placesOf(row);
  const isOut = (place: number) => {
    const at = positionOf(dataset, place);
    return !Number.isNaN(at.lat) && !inView(at);
  };
  return places.some(isOut) ? boundsAround(dataset, places) : undefined;
}

/**
 * Whether the mark of a place of some bounds lies under what stands on the map; of many places, the number of any circle.
 *
 * @param many what knows the circles; until it is there nothing is covered
 */
export function isCovered(
  snapshot: Snapshot,
  bounds: Bounds,
  view: ViewState,
  furniture: readonly Box[],
  many: Pick<typeof Many, 'crowdedPlacesInView'> | undefined,
): boolean {
  const {dataset} = snapshot;
  const isUnder = (x: number, y: number) => furniture.some((box) => touch(box, around(x, y, MARK_RADIUS)));
  if (isCrowded(dataset))
    return (many?.crowdedPlacesInView(snapshot, view).circles ?? []).some(({x, y}) => isUnder(x, y));
  return placedOf(dataset).some((index) => {
    const at = positionOf(dataset, index);
    return contains(bounds, at) && isUnder(...pixelInView(at, view));
  });
}

/** The view stays on the basemap, unless the story reaches beyond it; one of the whole world has no edge. */
export function limitsOf({bounds, maxZoom}: Basemap, {dataset}: Snapshot): MapLimits {
  const isInside = (index: number) => contains(bounds, positionOf(dataset, index));
  const hasEdge = bounds.east - bounds.west < 360 && placedOf(dataset).every(isInside);
  return {bounds: hasEdge ? bounds : undefined, maxZoom};
}
