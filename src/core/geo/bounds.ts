import {EARTH, RAD} from './earth.js';

/** Bounds in degrees; `west > east` when they cross the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Degrees eastward from one meridian to another, 0 to 360. */
const eastward = (from: number, to: number): number => {
  const degrees = (to - from) % 360;
  return degrees < 0 ? degrees + 360 : degrees;
};

/** Width of bounds in degrees; 360 for the whole Earth. */
const widthOf = ({west, east}: Bounds): number => (east - west >= 360 ? 360 : eastward(west, east));

/** Pads bounds by a distance in metres on all sides. */
export function padBounds(bounds: Bounds, metres: number): Bounds {
  const angle = metres / EARTH;
  const [south, north] = [bounds.south - angle / RAD, bounds.north + angle / RAD];
  const widest = Math.max(Math.abs(bounds.south), Math.abs(bounds.north));
  // A circle extends further east and west than at the latitude of its centre; one around a pole spans all longitudes.
  const around = Math.max(north, -south) >= 90 || widthOf(bounds) === 360;
  const lon = around ? 180 : Math.asin(Math.min(1, Math.sin(angle) / Math.cos(widest * RAD))) / RAD;
  const clamped = {south: Math.max(-90, south), north: Math.min(90, north)};
  if (around || widthOf(bounds) + 2 * lon >= 360) return {west: -180, east: 180, ...clamped};
  const wrap = (value: number) => (value < -180 ? value + 360 : value > 180 ? value - 360 : value);
  return {west: wrap(bounds.west - lon), east: wrap(bounds.east + lon), ...clamped};
}

/** Whether a longitude is within bounds. */
export const lonWithin = (lon: number, bounds: Bounds) => eastward(bounds.west, lon) <= widthOf(bounds);

/** Whether two bounds intersect, edges included. */
export const intersects = (a: Bounds, b: Bounds): boolean =>
  a.south <= b.north && b.south <= a.north && (lonWithin(a.west, b) || lonWithin(b.west, a));
