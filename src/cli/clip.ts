import type {Point, Ring} from './dissolve.js';

/** West, south, east, north on the grid. */
type Box = readonly [number, number, number, number];

const EDGES = [
  {axis: 0, side: 0, inside: (value: number, limit: number) => value >= limit},
  {axis: 0, side: 2, inside: (value: number, limit: number) => value <= limit},
  {axis: 1, side: 1, inside: (value: number, limit: number) => value >= limit},
  {axis: 1, side: 3, inside: (value: number, limit: number) => value <= limit},
] as const;

/** Where a segment crosses an edge: the same point, whichever way the segment runs. */
function crossing(a: Point, b: Point, axis: 0 | 1, limit: number): Point {
  const [p, q] = a[axis] < b[axis] ? [a, b] : [b, a];
  const other = axis === 0 ? 1 : 0;
  const t = (limit - p[axis]) / (q[axis] - p[axis]);
  const value = Math.round(p[other] + (q[other] - p[other]) * t);
  return axis === 0 ? [limit, value] : [value, limit];
}

/** A closed ring cut by a box (Sutherland and Hodgman, 1974); none when nothing is left. */
export function clipRing(ring: Ring, box: Box): Ring[] {
  let points: Ring = ring.slice(0, -1);
  for (const {axis, side, inside} of EDGES) {
    const limit = box[side];
    points = points.flatMap((point, i) => {
      const before = points.at(i - 1) ?? point;
      const isIn = inside(point[axis], limit);
      if (isIn === inside(before[axis], limit)) return isIn ? [point] : [];
      const cut = crossing(before, point, axis, limit);
      return isIn ? [cut, point] : [cut];
    });
  }
  const [first] = points;
  return first && points.length > 2 ? [[...points, first]] : [];
}

/** The stretches of a line whose points are wanted. */
export function clipLine(line: Ring, isWanted: (point: Point) => boolean): Ring[] {
  const parts: Point[][] = [[]];
  for (const point of line) {
    if (isWanted(point)) parts.at(-1)?.push(point);
    else parts.push([]);
  }
  return parts.filter(({length}) => length > 1);
}
