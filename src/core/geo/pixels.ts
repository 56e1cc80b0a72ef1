import {EARTH, RAD} from './earth.js';
import {project} from './mercator.js';
import type {Position} from './position.js';

/** The inverse of `project`. */
export function unproject([x, y]: readonly [number, number], zoom: number): Position {
  const size = 256 * 2 ** zoom;
  return {lon: (x / size - 0.5) * 360, lat: Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RAD};
}

/** Ground resolution at a latitude, in metres per pixel. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (Math.cos(lat * RAD) * 2 * Math.PI * EARTH) / (256 * 2 ** zoom);

/** The radius in pixels of a circle on the ground: half of its projected height. */
export function radiusPx({lat, lon}: Position, metres: number, zoom: number): number {
  const angle = metres / EARTH / RAD;
  const [, north] = project({lat: lat + angle, lon}, zoom);
  const [, south] = project({lat: lat - angle, lon}, zoom);
  return (south - north) / 2;
}
