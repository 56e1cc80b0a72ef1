import {project} from './mercator.js';
import {metresPerPixel, unproject} from './pixels.js';
import type {Position} from './position.js';

/** Width of the world in pixels at zoom 0. */
const WORLD = 256;

/**
 * The viewport of a map: `origin` is the world pixel of its top left corner at `zoom`; `width` and `height` in pixels.
 */
export interface MapViewport {
  readonly zoom: number;
  readonly origin: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
}

/** The position in pixels of the viewport, in the copy of the world nearest to its centre. */
export function pixelInView(position: Position, {zoom, origin, width}: MapViewport): [x: number, y: number] {
  const [x, y] = project(position, zoom);
  const world = WORLD * 2 ** zoom;
  const copies = Math.round((origin[0] + width / 2 - x) / world);
  return [x + copies * world - origin[0], y - origin[1]];
}

/**
 * The length of a scale bar: the longest round distance (1, 2 or 5 times a power of ten) that takes at most `mostPx`
 * pixels at the centre of the viewport. `units`: lengths of the units in metres, largest first; the distance is round
 * in the largest unit that fits at least once.
 */
export function roundDistance(
  {zoom, origin, width, height}: MapViewport,
  mostPx: number,
  units: readonly number[] = [1],
) {
  const {lat} = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
  const perPixel = metresPerPixel(lat, zoom);
  const unit = units.find((each) => each <= mostPx * perPixel) ?? units.at(-1) ?? 1;
  const most = (mostPx * perPixel) / unit;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power * unit;
  return {metres, px: metres / perPixel};
}
