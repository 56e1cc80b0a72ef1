import {f64, u8, u32} from '../arrays/index.js';
import type {Dataset, Overlay} from '../dataset/index.js';
import {distance} from '../geo/index.js';
import {memoize} from '../memo/index.js';
import {crossesItself} from './crossing.js';
import {outlineOf} from './geojson.js';
import {type Outline, PATH} from './outline.js';
import {lengthOfRoute} from './route.js';
import {isRoute} from './shown.js';

/** The sphere of `distance`, in metres, so that areas and lengths agree. */
const EARTH = 6_371_000;
const RAD = Math.PI / 180;
/** Of more positions than this it is not asked whether they cross: only makers of maps draw so many. */
const ASKED = 20_000;

/** How large something drawn is: what it covers, or how long it is where it covers nothing. */
export type OverlaySize =
  | {readonly kind: 'area'; readonly squareMetres: number}
  | {readonly kind: 'length'; readonly metres: number};

/** The size of an outline; undefined of points, and of areas that cross themselves or one another. */
export const sizeOf = memoize((outline: Outline): OverlaySize | undefined => {
  const {kinds, lonLat} = outline;
  if (kinds.includes(PATH.ring)) {
    const isClear = lonLat.length / 2 > ASKED || !crossesItself(outline);
    return isClear ? {kind: 'area', squareMetres: areaOf(outline)} : undefined;
  }
  return kinds.includes(PATH.line) ? {kind: 'length', metres: lengthOf(outline)} : undefined;
});

/**
 * What rings cover less their holes, in square metres on a sphere: under an edge that is straight in degrees lies the
 * integral of the sine of its latitudes.
 */
function areaOf({lonLat, from, kinds}: Outline): number {
  let sum = 0;
  for (let path = 0; path < kinds.length; path++) {
    if (u8(kinds, path) < PATH.ring) continue;
    const end = u32(from, path + 1);
    let before = end - 1;
    for (let i = u32(from, path); i < end; i++) {
      const turn = (f64(lonLat, 2 * i) - f64(lonLat, 2 * before)) * RAD;
      sum -= turn * meanSine(f64(lonLat, 2 * before + 1) * RAD, f64(lonLat, 2 * i + 1) * RAD);
      before = i;
    }
  }
  return Math.abs(sum) * EARTH * EARTH;
}

/** The mean of the sine between two latitudes. */
function meanSine(a: number, b: number): number {
  const [middle, half] = [(a + b) / 2, (b - a) / 2];
  return Math.sin(middle) * (Math.abs(half) < 1e-6 ? 1 : Math.sin(half) / half);
}

/** How long lines are, from position to position the shortest way, in metres. */
function lengthOf({lonLat, from, kinds}: Outline): number {
  const at = (i: number) => ({lon: f64(lonLat, 2 * i), lat: f64(lonLat, 2 * i + 1)});
  let metres = 0;
  for (let path = 0; path < kinds.length; path++) {
    if (u8(kinds, path) !== PATH.line) continue;
    for (let i = u32(from, path) + 1; i < u32(from, path + 1); i++) metres += distance(at(i - 1), at(i));
  }
  return metres;
}

/** The size of a shape or route of which all is in the dataset. */
export function sizeOfOverlay(overlay: Overlay, dataset: Dataset): OverlaySize | undefined {
  if (isRoute(overlay)) {
    const metres = lengthOfRoute(overlay, dataset);
    return metres === undefined ? undefined : {kind: 'length', metres};
  }
  return overlay.geometry && sizeOf(outlineOf(overlay.geometry).outline);
}
