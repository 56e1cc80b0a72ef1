/** What only stories with many places need: cells of a grid, drawn as counted circles. Fetched on demand. */

import {type Dataset, rowIndex} from '../../core/dataset/index.js';
import {metresPerPixel, radiusPx, unproject} from '../../core/geo/index.js';
import {giveWay, type MapPlace} from '../../core/layout/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {type GridMark, gridOf, pointsOf} from '../../core/table/index.js';
import type {ViewState} from '../../map/index.js';
import {chosenOf, type PlacesInView, placeMaker} from './places-in-view.js';
import type {Stop} from './stops.js';

export {circleName, drawMany, styles} from './many-drawing.js';

/** An area whose middle is further out of view than this many pixels is not drawn. */
const REACH = 256;
/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;
/** Half of what a mark can be hit by. */
const TARGET = 24;

/** The circle of a cell at a level of the grid. */
export interface Circle {
  readonly depth: number;
  readonly cell: number;
}

/** How far down the grid is at a zoom. */
export const depthOf = (dataset: Dataset, zoom: number): number => gridOf(dataset).level(zoom).depth;

/** The largest uncertainty of a dataset, in metres. */
const widestOf = memoize((dataset: Dataset): number => {
  let most = 0;
  for (const radius of pointsOf(dataset).radius) if (radius > most) most = radius;
  return most;
});

/** The cells that a view touches; what is selected, or where the keys are, by itself. */
export function crowdedPlacesInView(snapshot: Snapshot, view: ViewState, active?: Stop): PlacesInView {
  const {dataset, events, shown} = snapshot;
  const {zoom, origin, width, height} = view;
  const {lat, lon, radius} = pointsOf(dataset);
  const scale = 2 ** zoom;
  const middle = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
  const margin = Math.min(REACH, TARGET + widestOf(dataset) / metresPerPixel(middle.lat, zoom)) / scale;
  const [west, north] = [origin[0] / scale, origin[1] / scale];
  const box = {
    west: west - margin,
    north: north - margin,
    east: west + width / scale + margin,
    south: north + height / scale + margin,
  };
  const make = placeMaker(snapshot, view, active);
  const circles: GridMark[] = [];
  const places: MapPlace[] = [];
  const alone = new Set(chosenOf(snapshot));
  if (active) alone.add(rowIndex(dataset.places, active.place.id));
  for (const mark of gridOf(dataset).level(zoom).marks(box, shown)) {
    const [left, y] = [mark.x * scale - origin[0], mark.y * scale - origin[1]];
    // A cell may begin in one copy of the world, and have its mark in the next.
    const world = WORLD * scale;
    const x = left - world * Math.round((left - width / 2) / world);
    const {place} = mark;
    const metres = radius[place] ?? 0;
    const about = metres && radiusPx({lat: lat[place] ?? 0, lon: lon[place] ?? 0}, metres, zoom);
    const reach = place < 0 ? mark.radius : Math.max(about, TARGET);
    const isOut = x < -reach || y < -reach || x > width + reach || y > height + reach;
    if (place < 0 && !isOut) circles.push({...mark, x, y});
    else if (place >= 0 && (alone.delete(place) || !isOut)) places.push(...make(place, mark.shown));
  }
  for (const index of alone) {
    if (Number.isNaN(lat[index] ?? Number.NaN)) continue;
    let count = 0;
    for (const row of events.rowsAt(index)) if (shown.hasRow(row)) count++;
    places.push(...make(index, count));
  }
  return {
    places,
    circles: giveWay(
      circles,
      places.filter(({isChosen}) => isChosen),
    ),
  };
}

/** The circle that counts a place at a zoom; undefined when it is drawn by itself. */
export function circleOf({dataset}: Snapshot, zoom: number, place: string): Circle | undefined {
  const level = gridOf(dataset).level(zoom);
  const cell = level.markAt(rowIndex(dataset.places, place));
  return cell >= 0 && level.count(cell) > 1 ? {depth: level.depth, cell} : undefined;
}

/** How many places a circle has, and whether a row has one of them. */
export function insideOf({dataset, events}: Snapshot, {depth, cell}: Circle) {
  const level = gridOf(dataset).at(depth);
  const cells = level.cellsOf(cell);
  const {placeAt, placeFrom} = events.columns;
  const has = (row: number): boolean => {
    const to = placeFrom[row + 1] ?? 0;
    for (let p = placeFrom[row] ?? 0; p < to; p++)
      if (cells.includes(level.cellOf[placeAt[p] ?? 0] ?? -1)) return true;
    return false;
  };
  return {places: level.count(cell), has};
}
