import {Bits, f64, grown} from '../arrays/index.js';
import type {Dataset, Place} from '../dataset/index.js';
import {type Bounds, intersects, padBounds} from '../geo/index.js';
import {memoize} from '../memo/index.js';

/** Positions of a dataset's places as columns, in file order. */
export interface Points {
  readonly size: number;
  /** Degrees; NaN for a place without a position. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** Metres; 0 when none is given. */
  readonly radius: Float64Array;
}

/** Collects the positions of places, in file order. */
export class PointBuilder {
  #size = 0;
  #lat = new Float64Array(1024);
  #lon = new Float64Array(1024);
  #radius = new Float64Array(1024);

  add({lat = Number.NaN, lon = Number.NaN, radius = 0}: Place): void {
    if (this.#size === this.#lat.length) {
      this.#lat = grown(this.#lat);
      this.#lon = grown(this.#lon);
      this.#radius = grown(this.#radius);
    }
    const hasPosition = !Number.isNaN(lat) && !Number.isNaN(lon);
    this.#lat[this.#size] = hasPosition ? lat : Number.NaN;
    this.#lon[this.#size] = hasPosition ? lon : Number.NaN;
    this.#radius[this.#size++] = hasPosition ? radius : 0;
  }

  /** Whether a place has a position. */
  has(place: number): boolean {
    return !Number.isNaN(f64(this.#lat, place));
  }

  /** The positions added so far; more may be added afterwards. */
  build(): Points {
    const size = this.#size;
    const cut = (array: Float64Array) => array.slice(0, size);
    return {size, lat: cut(this.#lat), lon: cut(this.#lon), radius: cut(this.#radius)};
  }
}

/** The memoized positions of a dataset's places. */
export const pointsOf = memoize(({places}: Dataset): Points => {
  const builder = new PointBuilder();
  for (const place of places) builder.add(place);
  return builder.build();
});

/** Caches positions that the loader has collected. */
export function adoptPoints(dataset: Dataset, found: Points): void {
  pointsOf.adopt(dataset, found);
}

/** Places that intersect the extent, including their radius of uncertainty. */
export function placesWithin(dataset: Dataset, extent: Bounds): Bits {
  const {size, lat, lon, radius} = pointsOf(dataset);
  const within = new Bits(size);
  for (let i = 0; i < size; i++) {
    const north = f64(lat, i);
    if (Number.isNaN(north)) continue;
    const east = f64(lon, i);
    const about = f64(radius, i);
    const point = {west: east, east, south: north, north};
    if (intersects(extent, about > 0 ? padBounds(point, about) : point)) within.set(i);
  }
  return within;
}
