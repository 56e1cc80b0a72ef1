import {type Bounds, EARTH, lonWithin, type Position, project, RAD} from './boxes.js';

/** The inverse of `project`. */
export function unproject([x, y]: readonly [number, number], zoom: number): Position {
  const size = 256 * 2 ** zoom;
  return {lon: (x / size - 0.5) * 360, lat: Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RAD};
}

/** Ground metres that one pixel covers at a latitude. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (Math.cos(lat * RAD) * 2 * Math.PI * EARTH) / (256 * 2 ** zoom);

/** Pixels that a ground distance takes on the map at a latitude: half of the height of its circle. */
export function radiusPx({lat, lon}: Position, metres: number, zoom: number): number {
  const angle = metres / EARTH / RAD;
  const [, north] = project({lat: lat + angle, lon}, zoom);
  const [, south] = project({lat: lat - angle, lon}, zoom);
  return (south - north) / 2;
}

/** The smallest box around positions, across the antimeridian where that is smaller. */
export function boundsOf(positions: readonly Position[]): Bounds | undefined {
  if (positions.length === 0) return undefined;
  let [south, north] = [90, -90];
  for (const {lat} of positions) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  const lons = positions.map(({lon}) => lon).sort((a, b) => a - b);
  // The box is what remains of the circle when its widest empty stretch is cut out.
  let west = lons[0] ?? 0;
  let east = lons.at(-1) ?? 0;
  let widest = west + 360 - east;
  for (let i = 1; i < lons.length; i++) {
    const [from = 0, to = 0] = [lons[i - 1], lons[i]];
    if (to - from > widest) [widest, west, east] = [to - from, to, from];
  }
  return {west, south, east, north};
}

/** Whether a position lies in a box, edges included. */
export const contains = (bounds: Bounds, {lat, lon}: Position): boolean =>
  lat >= bounds.south && lat <= bounds.north && lonWithin(lon, bounds);
