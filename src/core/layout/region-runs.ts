import {f64} from '../arrays/index.js';

/** A region's outline: rings of alternating x and y, in pixels of a world of some scale. */
export interface RegionShape {
  readonly rings: readonly Float64Array[];
  /** West, north, east and south edge of each ring, one after the other. */
  readonly boxes: Float64Array;
}

/** How pixels of the world become pixels of the view: `x * scale + dx`. */
export interface ViewTransform {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** From where to where a row of the view runs inside a region. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a region is in view: for each row, `step` pixels apart from the top, the runs inside its outline (even-odd
 * rule), cut at the edges of the view.
 */
export function runsOf(
  {rings, boxes}: RegionShape,
  {scale, dx, dy}: ViewTransform,
  {width, height, step}: {readonly width: number; readonly height: number; readonly step: number},
): readonly (readonly Run[])[] {
  const crossings: number[][] = Array.from({length: Math.floor(height / step) + 1}, () => []);
  for (const [i, ring] of rings.entries()) {
    const isOff =
      f64(boxes, 4 * i) * scale + dx > width ||
      f64(boxes, 4 * i + 1) * scale + dy > height ||
      f64(boxes, 4 * i + 2) * scale + dx < 0 ||
      f64(boxes, 4 * i + 3) * scale + dy < 0;
    if (isOff) continue;
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0, y0] = [f64(ring, at) * scale + dx, f64(ring, at + 1) * scale + dy];
      const [x1, y1] = [f64(ring, at + 2) * scale + dx, f64(ring, at + 3) * scale + dy];
      const first = Math.max(0, Math.ceil(Math.min(y0, y1) / step));
      const last = Math.min(crossings.length - 1, Math.ceil(Math.max(y0, y1) / step) - 1);
      for (let row = first; row <= last; row++)
        crossings[row]?.push(x0 + ((row * step - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
  return crossings.map((xs) => {
    xs.sort((a, b) => a - b);
    const runs: Run[] = [];
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const start = Math.max(0, xs[i] as number);
      const end = Math.min(width, xs[i + 1] as number);
      if (end > start) runs.push({start, end});
    }
    return runs;
  });
}
