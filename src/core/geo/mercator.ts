import {RAD} from './earth.js';
import type {Position} from './position.js';

/** The latitude at which Web Mercator (EPSG:3857) is square. */
const MAX_LAT = 85.0511287798;

/**
 * Projects to Web Mercator pixels from the north-west corner of a world of 256 * 2^zoom pixels. Clamps latitudes to
 * ±85.05.
 */
export function project({lat, lon}: Position, zoom: number): [x: number, y: number] {
  const size = 256 * 2 ** zoom;
  const sin = Math.sin(Math.min(Math.max(lat, -MAX_LAT), MAX_LAT) * RAD);
  return [(lon / 360 + 0.5) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size];
}
