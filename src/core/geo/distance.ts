import {geoDistance} from 'd3-geo';
import {EARTH} from './earth.js';
import type {Position} from './position.js';

/** Great-circle distance in metres. */
export const distance = (a: Position, b: Position): number =>
  EARTH * geoDistance([a.lon, a.lat], [b.lon, b.lat]);
