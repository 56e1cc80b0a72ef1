import {f64, u8, u32} from '../arrays/index.js';
import {type Outline, PATH} from './outline.js';

/** The edges of all rings, each from its western end. */
class Edges {
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly order: Uint32Array;
  readonly #a: Uint32Array;
  readonly #b: Uint32Array;
  readonly #lonLat: Float64Array;

  constructor({lonLat, from, kinds}: Outline) {
    const count = lonLat.length / 2;
    const [a, b] = [new Uint32Array(count), new Uint32Array(count)];
    let size = 0;
    for (let path = 0; path < kinds.length; path++) {
      if (u8(kinds, path) < PATH.ring) continue;
      const end = u32(from, path + 1);
      let before = end - 1;
      for (let i = u32(from, path); i < end; i++) {
        a[size] = before;
        b[size++] = i;
        before = i;
      }
    }
    this.#a = a.subarray(0, size);
    this.#b = b.subarray(0, size);
    this.#lonLat = lonLat;
    this.west = Float64Array.from(this.#a, (from_, i) =>
      Math.min(this.#lon(from_), this.#lon(u32(this.#b, i))),
    );
    this.east = Float64Array.from(this.#a, (from_, i) =>
      Math.max(this.#lon(from_), this.#lon(u32(this.#b, i))),
    );
    this.order = Uint32Array.from(this.#a, (_, i) => i).sort((i, j) => f64(this.west, i) - f64(this.west, j));
  }

  #lon(position: number): number {
    return f64(this.#lonLat, 2 * position);
  }

  #lat(position: number): number {
    return f64(this.#lonLat, 2 * position + 1);
  }

  /** On which side of an edge a position lies: above 0 left, below 0 right, 0 on it. */
  #side(edge: number, position: number): number {
    const [a, b] = [u32(this.#a, edge), u32(this.#b, edge)];
    const [ax, ay] = [this.#lon(a), this.#lat(a)];
    return (
      (this.#lon(b) - ax) * (this.#lat(position) - ay) - (this.#lat(b) - ay) * (this.#lon(position) - ax)
    );
  }

  /** Whether each of two edges goes from one side of the other to its other side; what touches does not cross. */
  cross(i: number, j: number): boolean {
    const [a, b, c, d] = [u32(this.#a, i), u32(this.#b, i), u32(this.#a, j), u32(this.#b, j)];
    if (a === c || a === d || b === c || b === d) return false;
    return this.#side(i, c) * this.#side(i, d) < 0 && this.#side(j, a) * this.#side(j, b) < 0;
  }
}

/** Whether rings cross themselves or one another, so that what they cover cannot be told. */
export function crossesItself(outline: Outline): boolean {
  const edges = new Edges(outline);
  // From west to east: those that have begun and not ended.
  const open: number[] = [];
  for (const edge of edges.order) {
    const west = f64(edges.west, edge);
    let kept = 0;
    for (const other of open) {
      if (f64(edges.east, other) < west) continue;
      if (edges.cross(edge, other)) return true;
      open[kept++] = other;
    }
    open.length = kept;
    open.push(edge);
  }
  return false;
}
