import {f64, u32} from '../arrays/index.js';
import type {Bounds} from '../geo/index.js';
import {memoize} from '../memo/index.js';
import type {Outline} from './outline.js';

/** A box whose longitudes count on: `east` is never less than `west`. */
interface Stretch {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** A longitude from -180 up to 180. */
const wrap = (lon: number): number => lon - 360 * Math.floor((lon + 180) / 360);

/** The smallest box around others, across the antimeridian where that is smaller. */
function around(stretches: readonly Stretch[]): Bounds | undefined {
  if (stretches.length === 0) return undefined;
  const south = stretches.reduce((least, each) => Math.min(least, each.south), 90);
  const north = stretches.reduce((most, each) => Math.max(most, each.north), -90);
  const whole: Bounds = {west: -180, east: 180, south, north};
  const turned = stretches
    .map(({west, east}) => ({west: wrap(west), east: wrap(west) + east - west}))
    .sort((a, b) => a.west - b.west);
  // The box is what remains of the circle when its widest empty stretch is cut out.
  const first = turned[0]?.west ?? 0;
  let reached = turned.reduce((most, {east}) => Math.max(most, east - 360), -Infinity);
  let [widest, west, east] = [0, 0, 0];
  for (const each of turned) {
    const from = Math.max(reached, first - 360);
    if (reached > -Infinity && each.west - from > widest)
      [widest, west, east] = [each.west - from, each.west, from];
    reached = Math.max(reached, each.east);
  }
  if (widest <= 0) return whole;
  return {west, east: wrap(east), south, north};
}

/** The box around an outline; undefined when it has no positions. */
export const boundsOfOutline = memoize(({lonLat, from}: Outline): Bounds | undefined => {
  const stretches: Stretch[] = [];
  for (let path = 0; path + 1 < from.length; path++) {
    let [west, east, south, north] = [Infinity, -Infinity, 90, -90];
    for (let i = u32(from, path); i < u32(from, path + 1); i++) {
      const [lon, lat] = [f64(lonLat, 2 * i), f64(lonLat, 2 * i + 1)];
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
    stretches.push({west, east, south, north});
  }
  return around(stretches);
});

/** The smallest box around others; undefined without any. */
export const joinBounds = (all: readonly Bounds[]): Bounds | undefined =>
  around(all.map(({west, east, ...rest}) => ({west, east: east < west ? east + 360 : east, ...rest})));
