/**
 * The parts of rings and lines within a box `[x0, y0, x1, y1]`. Where two regions share a border, both are cut at the
 * same point: each crossing is computed from the segment's ends in one order, whichever way it runs.
 */
const EDGES = [
  {axis: 0, side: 0, inside: (value, limit) => value >= limit},
  {axis: 0, side: 2, inside: (value, limit) => value <= limit},
  {axis: 1, side: 1, inside: (value, limit) => value >= limit},
  {axis: 1, side: 3, inside: (value, limit) => value <= limit},
];

function crossing(a, b, axis, limit) {
  const [p, q] = a[axis] < b[axis] ? [a, b] : [b, a];
  const t = (limit - p[axis]) / (q[axis] - p[axis]);
  const other = p[1 - axis] + (q[1 - axis] - p[1 - axis]) * t;
  return axis === 0 ? [limit, other] : [other, limit];
}

/** A ring cut by a convex box (Sutherland and Hodgman, 1974); null when nothing is left. */
function clipRing(ring, box) {
  let points = ring.slice(0, -1);
  for (const {axis, side, inside} of EDGES) {
    const limit = box[side];
    points = points.flatMap((point, i) => {
      const before = points.at(i - 1);
      const isIn = inside(point[axis], limit);
      if (isIn === inside(before[axis], limit)) return isIn ? [point] : [];
      const cut = crossing(before, point, axis, limit);
      return isIn ? [cut, point] : [cut];
    });
    if (points.length === 0) return null;
  }
  return points.length > 2 ? [...points, points[0]] : null;
}

/** A polygon's or multipolygon's parts within a box, as the coordinates of a multipolygon; empty for none. */
export const clipPolygons = (polygons, box) =>
  polygons.flatMap((rings) => {
    const [outer] = rings;
    if (!meets(outer, box)) return [];
    const clipped = rings.map((ring) => clipRing(ring, box));
    return clipped[0] ? [clipped.filter(Boolean)] : [];
  });

const meets = (points, [x0, y0, x1, y1]) => {
  let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < w) w = x;
    if (x > e) e = x;
    if (y < n) n = y;
    if (y > s) s = y;
  }
  return w < x1 && e > x0 && n < y1 && s > y0;
};

/** A line's parts within a box. */
export function clipLine(line, box) {
  if (!meets(line, box)) return [];
  let parts = [line];
  for (const {axis, side, inside} of EDGES) {
    const limit = box[side];
    parts = parts.flatMap((part) => {
      const kept = [];
      let open;
      const begin = (...points) => {
        open = points;
        kept.push(open);
      };
      for (const [i, point] of part.entries()) {
        const isIn = inside(point[axis], limit);
        const before = part[i - 1];
        const cut = before && isIn !== inside(before[axis], limit) && crossing(before, point, axis, limit);
        if (cut && isIn) begin(cut, point);
        else if (cut) open.push(cut);
        else if (isIn && open) open.push(point);
        else if (isIn) begin(point);
        if (!isIn) open = undefined;
      }
      return kept.filter(({length}) => length > 1);
    });
  }
  return parts;
}
