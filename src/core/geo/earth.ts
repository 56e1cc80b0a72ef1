import {geoDistance} from 'd3';
import type {Position} from './position.js';

/** Earth's radius in metres, the same as Leaflet's `L.CRS.Earth`, so that distances agree. */
export const EARTH = 6_371_000;
/** Radians per degree. */
export const RAD = Math.PI / 180;

/** Great-circle distance in metres. */
export const distance = (a: Position, b: Position): number =>
  EARTH * geoDistance([a.lon, a.lat], [b.lon, b.lat]);
