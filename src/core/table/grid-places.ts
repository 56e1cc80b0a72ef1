import {f64, orderBy, u32} from '../arrays/index.js';
import {project} from '../geo/index.js';
import type {Points} from './points.js';
import type {EventTable} from './table.js';
import {mortonCode} from './z-curve.js';

/** Width of the world in pixels at zoom 0. */
export const WORLD = 256;
/** Depth of the finest level. */
export const MAX_DEPTH = 20;

/**
 * The places of a dataset sorted along a Z-curve, so that the places of any cell at any level are one contiguous run.
 */
export class GridPlaces {
  /** Places with a position in curve order, and their Morton codes at the finest level. */
  readonly order: Uint32Array;
  readonly codes: Float64Array;
  /** Coordinates in world pixels at zoom 0, by place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * Prefix sums along the curve: of events, and of coordinates weighted by events + 1, so that places without events
   * count too.
   */
  readonly eventSums: Float64Array;
  readonly xSums: Float64Array;
  readonly ySums: Float64Array;
  /** Whether an event has several places. */
  readonly hasSharedEvents: boolean;

  constructor(
    readonly table: EventTable,
    {size, lat, lon}: Points,
  ) {
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    const codes = new Float64Array(size).fill(Infinity);
    let placed = 0;
    for (let place = 0; place < size; place++) {
      if (Number.isNaN(f64(lat, place))) continue;
      const [x, y] = project({lat: f64(lat, place), lon: f64(lon, place)}, 0);
      this.x[place] = x;
      this.y[place] = y;
      codes[place] = mortonCode(finestCell(x), finestCell(y));
      placed++;
    }
    this.order = orderBy(codes).subarray(0, placed);
    this.codes = Float64Array.from(this.order, (place) => f64(codes, place));
    const events = eventsOf(table, size);
    this.eventSums = this.#prefixSums((place) => f64(events, place));
    this.xSums = this.#prefixSums((place) => (f64(events, place) + 1) * f64(this.x, place));
    this.ySums = this.#prefixSums((place) => (f64(events, place) + 1) * f64(this.y, place));
    this.hasSharedEvents = hasSharedEvents(table);
  }

  #prefixSums(weigh: (place: number) => number): Float64Array {
    const sums = new Float64Array(this.order.length + 1);
    for (let i = 0; i < this.order.length; i++) sums[i + 1] = f64(sums, i) + weigh(u32(this.order, i));
    return sums;
  }
}

const SIDE = 2 ** MAX_DEPTH;

/** The column or row of a world pixel at the finest level. */
const finestCell = (pixel: number): number =>
  Math.min(SIDE - 1, Math.max(0, Math.floor((pixel / WORLD) * SIDE)));

/** Number of events at each place. */
function eventsOf({columns}: EventTable, places: number): Float64Array {
  const events = new Float64Array(places);
  for (const place of columns.placeAt) events[place] = f64(events, place) + 1;
  return events;
}

function hasSharedEvents({columns: {placeFrom}, size}: EventTable): boolean {
  for (let row = 0; row < size; row++) if (u32(placeFrom, row + 1) - u32(placeFrom, row) > 1) return true;
  return false;
}
