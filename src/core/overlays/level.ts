import {f64, u8, u32} from '../arrays/index.js';
import {project} from '../geo/index.js';
import {GrowingArray} from './growing-array.js';
import {type Outline, PATH} from './outline.js';
import {thinLine, thinRing} from './thin.js';

/** So many positions share a box, so that what lies out of view is passed over at once. */
export const CHUNK = 64;
/** Rings that are smaller than this, in pixels, are left out where there are others. */
const SPECK = 1;

/** Paths in Web Mercator pixels of the world at a zoom. */
export interface Paths {
  readonly zoom: number;
  /** World pixels in turn, x and y. */
  readonly xy: Float64Array;
  /** Where each path starts, counted in positions; and last, how many there are. */
  readonly from: Uint32Array;
  readonly kinds: Uint8Array;
}

/** An outline as it is drawn at a zoom. */
export interface Level extends Paths {
  /** West, north, east, south of each path. */
  readonly boxes: Float64Array;
  /** The same of each chunk of positions, and where the chunks of each path start. */
  readonly chunks: Float64Array;
  readonly chunkFrom: Uint32Array;
}

/** An outline in pixels of a zoom. */
export function projectOutline({lonLat, from, kinds}: Outline, zoom: number): Paths {
  const xy = new Float64Array(lonLat.length);
  for (let i = 0; i < xy.length; i += 2) {
    const [x, y] = project({lon: f64(lonLat, i), lat: f64(lonLat, i + 1)}, zoom);
    xy[i] = x;
    xy[i + 1] = y;
  }
  return {zoom, xy, from, kinds};
}

/** Paths as they are drawn at a zoom, without what nobody would see there; in steps of a millisecond or so. */
export function* thinInSteps(paths: Paths, zoom: number): Generator<undefined, Level> {
  const scale = 2 ** (zoom - paths.zoom);
  const all = paths.xy.map((each) => each * scale);
  const kept = new GrowingArray();
  const from = [0];
  const kinds: number[] = [];
  for (let path = 0; path < paths.kinds.length; path++) {
    const kind = u8(paths.kinds, path);
    const isRing = kind >= PATH.ring;
    const [start, end] = [u32(paths.from, path), u32(paths.from, path + 1)];
    if (isRing && paths.kinds.length > 1 && isSpeck(all, start, end)) continue;
    for (const i of yield* isRing ? thinRing(all, start, end) : thinLine(all, start, end - 1))
      kept.push(f64(all, 2 * i), f64(all, 2 * i + 1));
    from.push(kept.length / 2);
    kinds.push(kind);
  }
  return withBoxes({zoom, xy: kept.take(), from: Uint32Array.from(from), kinds: Uint8Array.from(kinds)});
}

/** The same at once. */
export function thin(paths: Paths, zoom: number): Level {
  const steps = thinInSteps(paths, zoom);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

function isSpeck(xy: Float64Array, start: number, end: number): boolean {
  const [x, y] = [f64(xy, 2 * start), f64(xy, 2 * start + 1)];
  for (let i = start; i < end; i++)
    if (Math.abs(f64(xy, 2 * i) - x) > SPECK || Math.abs(f64(xy, 2 * i + 1) - y) > SPECK) return false;
  return true;
}

/** Paths with the boxes around them and their parts. */
export function withBoxes(paths: Paths): Level {
  const {xy, from, kinds} = paths;
  const chunkFrom = new Uint32Array(kinds.length + 1);
  for (let path = 0; path < kinds.length; path++)
    chunkFrom[path + 1] = u32(chunkFrom, path) + Math.ceil((u32(from, path + 1) - u32(from, path)) / CHUNK);
  const boxes = new Float64Array(4 * kinds.length);
  const chunks = new Float64Array(4 * u32(chunkFrom, kinds.length));
  for (let path = 0; path < kinds.length; path++) {
    const [start, end] = [u32(from, path), u32(from, path + 1)];
    fillBox(boxes, path, xy, start, end);
    for (let chunk = u32(chunkFrom, path), i = start; i < end; chunk++, i += CHUNK)
      fillBox(chunks, chunk, xy, i, Math.min(i + CHUNK, end));
  }
  return {...paths, boxes, chunks, chunkFrom};
}

function fillBox(boxes: Float64Array, at: number, xy: Float64Array, start: number, end: number): void {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = start; i < end; i++) {
    const [x, y] = [f64(xy, 2 * i), f64(xy, 2 * i + 1)];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  boxes.set([west, north, east, south], 4 * at);
}
