import {type Bounds, lonWithin} from './bounds.js';
import type {Position} from './position.js';

/**
 * The smallest bounds that contain the positions, across the antimeridian where that is smaller; undefined without
 * positions.
 */
export function boundsOf(positions: readonly Position[]): Bounds | undefined {
  if (positions.length === 0) return undefined;
  let [south, north] = [90, -90];
  for (const {lat} of positions) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  const lons = positions.map(({lon}) => lon).sort((a, b) => a - b);
  // The bounds are the full circle of longitudes minus its widest gap.
  let west = lons[0] ?? 0;
  let east = lons.at(-1) ?? 0;
  let widest = west + 360 - east;
  for (let i = 1; i < lons.length; i++) {
    const [from = 0, to = 0] = [lons[i - 1], lons[i]];
    if (to - from > widest) [widest, west, east] = [to - from, to, from];
  }
  return {west, south, east, north};
}

/** Whether bounds contain a position, edges included. */
export const contains = (bounds: Bounds, {lat, lon}: Position): boolean =>
  lat >= bounds.south && lat <= bounds.north && lonWithin(lon, bounds);
