import {GrowingArray} from './growing-array.js';

/** What a path of an outline is. */
export const PATH = {point: 0, line: 1, ring: 2, hole: 3} as const;

/**
 * The lines of a shape or a route as numbers, whatever they were read from: points, lines, and rings with their holes,
 * which are not closed by a last position like the first. Rings wind one way and holes the other, so that areas which
 * overlap are filled, and holes are not.
 */
export interface Outline {
  /**
   * Longitude and latitude of each position in turn, in degrees. Within a path longitudes count on: across 180° they
   * go beyond.
   */
  readonly lonLat: Float64Array;
  /** Where each path starts, counted in positions; and last, how many positions there are. */
  readonly from: Uint32Array;
  /** What each path is, of `PATH`. */
  readonly kinds: Uint8Array;
}

/** Whether an outline holds nothing that can be drawn. */
export const isEmptyOutline = ({kinds}: Outline): boolean => kinds.length === 0;

/** The degrees from one meridian to another, the shorter way. */
export const turn = (from: number, to: number): number => {
  const degrees = to - from;
  return Math.abs(degrees) <= 180 ? degrees : degrees - 360 * Math.round(degrees / 360);
};

/** Collects the paths of an outline. */
export class OutlineBuilder {
  readonly #lonLat = new GrowingArray();
  readonly #from: number[] = [0];
  readonly #kinds: number[] = [];
  /** Longitude of the last position of the path, as it is written and counted on. */
  #written = Number.NaN;
  #lon = Number.NaN;
  /** How often a path goes further than 180° from one position to the next, and the shorter way was taken. */
  wide = 0;

  get positions(): number {
    return this.#lonLat.length / 2;
  }

  /** Positions of the path that is being collected. */
  get size(): number {
    return this.positions - this.#start;
  }

  get #start(): number {
    return this.#from.at(-1) ?? 0;
  }

  /** Adds a position to the path. */
  add(lon: number, lat: number, kind: number = PATH.line): void {
    const step = Number.isNaN(this.#lon) ? Number.NaN : this.#step(lon, kind);
    this.#lon = Number.isNaN(step) ? lon : this.#lon + step;
    this.#written = lon;
    this.#lonLat.push(this.#lon, lat);
  }

  #step(lon: number, kind: number): number {
    const degrees = lon - this.#written;
    // The edge of a box around the whole Earth; of a line, the same meridian by another name.
    if (Math.abs(degrees) === 360 && kind >= PATH.ring) return degrees;
    if (Math.abs(degrees) > 180 && Math.abs(degrees) < 360) this.wide++;
    return turn(this.#written, lon);
  }

  /** Ends the path; one with fewer positions than its kind needs is taken back, and false. */
  end(kind: number): boolean {
    this.#lon = this.#written = Number.NaN;
    if (kind >= PATH.ring) this.#endRing(kind);
    const least = kind === PATH.point ? 1 : kind === PATH.line ? 2 : 3;
    if (this.size < least) {
      this.#lonLat.length = this.#start * 2;
      return false;
    }
    this.#from.push(this.positions);
    this.#kinds.push(kind);
    return true;
  }

  /** Leaves out the last position, if it is the first; closes a ring around a pole; winds it as its kind does. */
  #endRing(kind: number): void {
    const lonLat = this.#lonLat;
    const start = this.#start * 2;
    const last = lonLat.length - 2;
    if (last <= start) return;
    const [lon, lat] = [lonLat.at(start), lonLat.at(start + 1)];
    const [lastLon, lastLat] = [lonLat.at(last), lonLat.at(last + 1)];
    const around = Math.round((lastLon + turn(lastLon, lon) - lon) / 360) * 360;
    if (lat === lastLat && lastLon - around === lon) lonLat.length = last;
    if (around !== 0) {
      const pole = lat + lastLat >= 0 ? 90 : -90;
      lonLat.push(lon + around, lat);
      lonLat.push(lon + around, pole);
      lonLat.push(lon, pole);
    }
    const isPositive = signedArea(lonLat, start) > 0;
    if (isPositive !== (kind === PATH.ring)) lonLat.reversePairs(start);
  }

  build(): Outline {
    return {
      lonLat: this.#lonLat.take(),
      from: Uint32Array.from(this.#from),
      kinds: Uint8Array.from(this.#kinds),
    };
  }
}

/** Twice the area of a ring in degrees, above 0 when it runs against the clock with north up. */
function signedArea(lonLat: GrowingArray, start: number): number {
  let sum = 0;
  let [x, y] = [lonLat.at(lonLat.length - 2), lonLat.at(lonLat.length - 1)];
  for (let i = start; i < lonLat.length; i += 2) {
    const [nextX, nextY] = [lonLat.at(i), lonLat.at(i + 1)];
    sum += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return sum;
}
