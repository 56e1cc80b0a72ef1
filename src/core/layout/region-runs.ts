import {f64} from '../arrays/index.js';

/** A region's outline: rings of alternating x and y, in pixels of a world of some scale. */
export interface RegionShape {
  readonly rings: readonly Float64Array[];
  /** West, north, east and south edge of each ring, one after the other. */
  readonly boxes: Float64Array;
}

/** Shapes that are one: their rings side by side, of which shared borders cancel out. */
export function joinShapes(shapes: readonly RegionShape[]): RegionShape {
  const boxes = new Float64Array(shapes.reduce((sum, shape) => sum + shape.boxes.length, 0));
  let at = 0;
  for (const shape of shapes) {
    boxes.set(shape.boxes, at);
    at += shape.boxes.length;
  }
  return {rings: shapes.flatMap(({rings}) => rings), boxes};
}

/** The shape with the parts that lie beyond an edge of a world of some width moved beside its largest ring. */
export function gatherShape({rings, boxes}: RegionShape, world: number): RegionShape {
  const sizeOf = (i: number) =>
    (f64(boxes, 4 * i + 2) - f64(boxes, 4 * i)) * (f64(boxes, 4 * i + 3) - f64(boxes, 4 * i + 1));
  const middleOf = (i: number) => (f64(boxes, 4 * i) + f64(boxes, 4 * i + 2)) / 2;
  const largest = rings.reduce((best, _, i) => (sizeOf(i) > sizeOf(best) ? i : best), 0);
  const moved = boxes.slice();
  return {
    rings: rings.map((ring, i) => {
      const by = Math.round((middleOf(largest) - middleOf(i)) / world) * world;
      if (by === 0) return ring;
      moved[4 * i] = f64(boxes, 4 * i) + by;
      moved[4 * i + 2] = f64(boxes, 4 * i + 2) + by;
      return ring.map((value, at) => (at % 2 === 0 ? value + by : value));
    }),
    boxes: moved,
  };
}

/** How pixels of a shape become pixels of the view: `x * scale + dx`. */
export interface ViewTransform {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  /** Edge of the whole world in pixels of the view. */
  readonly world: number;
}

/** From where to where a row of the view runs inside a region. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is looked at: rows `step` pixels apart, from the one at `top` on. */
export interface RowOptions {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  readonly top: number;
}

/** Runs nearer to each other than this are one: between them is a border of a part, not of the region. */
const SEAM = 0.5;

const NONE: readonly Run[] = [];

/**
 * Where a region is in view: for each row the runs inside its outline (even-odd rule), cut at the edges of the view.
 * There are no rows below the last one with a run.
 */
export function runsOf(
  {rings, boxes}: RegionShape,
  {scale, dx, dy}: ViewTransform,
  {width, height, step, top}: RowOptions,
): readonly (readonly Run[])[] {
  const rows = Math.floor((height - top) / step) + 1;
  const crossings: (number[] | undefined)[] = [];
  for (const [i, ring] of rings.entries()) {
    const isOff =
      f64(boxes, 4 * i) * scale + dx > width ||
      f64(boxes, 4 * i + 1) * scale + dy > height ||
      f64(boxes, 4 * i + 2) * scale + dx < 0 ||
      f64(boxes, 4 * i + 3) * scale + dy < 0;
    if (isOff) continue;
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const y0 = f64(ring, at + 1) * scale + dy - top;
      const y1 = f64(ring, at + 3) * scale + dy - top;
      const first = Math.max(0, Math.ceil(Math.min(y0, y1) / step));
      const last = Math.min(rows - 1, Math.ceil(Math.max(y0, y1) / step) - 1);
      if (first > last) continue;
      const x0 = f64(ring, at) * scale + dx;
      const x1 = f64(ring, at + 2) * scale + dx;
      for (let row = first; row <= last; row++) {
        crossings[row] ??= [];
        crossings[row]?.push(x0 + ((row * step - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
  }
  return Array.from(crossings, (xs) => (xs ? runsBetween(xs, width) : NONE));
}

function runsBetween(xs: number[], width: number): readonly Run[] {
  xs.sort((a, b) => a - b);
  const runs: {start: number; end: number}[] = [];
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const start = Math.max(0, xs[i] as number);
    const end = Math.min(width, xs[i + 1] as number);
    if (end <= start) continue;
    const before = runs.at(-1);
    if (before && start - before.end < SEAM) before.end = end;
    else runs.push({start, end});
  }
  return runs;
}
