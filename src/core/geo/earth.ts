import {geoDistance} from 'd3';
import type {Position} from './position.js';

/** The sphere of Leaflet's `L.CRS.Earth`, so that distances here and there agree. In metres. */
export const EARTH = 6_371_000;
/** Radians in a degree. */
export const RAD = Math.PI / 180;

/** Great-circle distance in metres. */
export const distance = (a: Position, b: Position): number =>
  EARTH * geoDistance([a.lon, a.lat], [b.lon, b.lat]);
