/** Joins what was cut into cells: rings on one grid of whole numbers, whose seams and shared borders cancel out. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

const keyOf = ([x, y]: Point) => `${x},${y}`;

/** Directed edges of rings, in which an edge and its opposite cancel out. */
class Edges {
  readonly #ends = new Map<string, Point[]>();

  add(from: Point, to: Point): void {
    if (keyOf(from) === keyOf(to)) return;
    const back = this.#ends.get(keyOf(to)) ?? [];
    const opposite = back.findIndex((end) => keyOf(end) === keyOf(from));
    if (opposite >= 0) back.splice(opposite, 1);
    else this.#ends.set(keyOf(from), [...(this.#ends.get(keyOf(from)) ?? []), to]);
  }

  /** The edges, end to end. */
  rings(): Ring[] {
    const rings: Ring[] = [];
    for (const start of [...this.#ends.keys()]) {
      for (let ends = this.#ends.get(start); ends && ends.length > 0; ) {
        const ring: Point[] = [start.split(',').map(Number) as unknown as Point];
        for (let next = ends.pop(); next; next = this.#ends.get(keyOf(next))?.pop()) {
          ring.push(next);
          if (keyOf(next) === start) break;
        }
        rings.push(ring);
      }
    }
    return rings;
  }
}

/** Points on the lines where cells meet, by which a seam is cut alike on both sides. */
export class Seams {
  readonly #points = [new Map<number, Set<number>>(), new Map<number, Set<number>>()] as const;

  /** @param lines x and y of the lines */
  constructor(readonly lines: readonly [ReadonlySet<number>, ReadonlySet<number>]) {}

  /** The axis of the line that an edge runs along. */
  #axisOf(a: Point, b: Point): 0 | 1 | undefined {
    return ([0, 1] as const).find((axis) => a[axis] === b[axis] && this.lines[axis].has(a[axis]));
  }

  add(point: Point): void {
    for (const axis of [0, 1] as const) {
      if (!this.lines[axis].has(point[axis])) continue;
      const points = this.#points[axis];
      points.set(point[axis], (points.get(point[axis]) ?? new Set()).add(point[axis === 0 ? 1 : 0]));
    }
  }

  /** An edge, cut at all points of the seam that it runs along. */
  cut(a: Point, b: Point): readonly Point[] {
    const axis = this.#axisOf(a, b);
    if (axis === undefined) return [a, b];
    const along = axis === 0 ? 1 : 0;
    const [low, high] = [Math.min(a[along], b[along]), Math.max(a[along], b[along])];
    const between = [...(this.#points[axis].get(a[axis]) ?? [])]
      .filter((value) => value > low && value < high)
      .sort((p, q) => (a[along] < b[along] ? p - q : q - p));
    return [a, ...between.map((value): Point => (axis === 0 ? [a[0], value] : [value, a[1]])), b];
  }
}

/** The outlines of rings taken together, the seams between them gone. */
export function dissolve(rings: Iterable<Ring>, seams?: Seams): Ring[] {
  const edges = new Edges();
  for (const ring of rings) {
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1];
      if (!from) continue;
      const points = seams?.cut(from, to) ?? [from, to];
      for (let j = 1; j < points.length; j++) edges.add(points[j - 1] as Point, points[j] as Point);
    }
  }
  return edges.rings().filter(({length}) => length > 3);
}

const areaOf = (ring: Ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[i - 1] ?? [x, y];
    return sum + px * y - x * py;
  }, 0) / 2;

/** A function that says whether a point lies within rings. */
export function within(rings: readonly Ring[]): (point: Point) => boolean {
  const boxes = rings.map((ring) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of ring) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
    return {ring, west, south, east, north};
  });
  return (point) => {
    const [x, y] = point;
    return boxes.some(
      ({ring, west, south, east, north}) =>
        x >= west && x <= east && y >= south && y <= north && isInside(point, ring),
    );
  };
}

function isInside([x, y]: Point, ring: Ring): boolean {
  let odd = false;
  for (const [i, [bx, by]] of ring.entries()) {
    const [ax, ay] = ring[i - 1] ?? [bx, by];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Outer rings, each with its holes, which wind the other way. */
export function polygonsOf(rings: readonly Ring[]): Ring[][] {
  const largest = rings.reduce((most, ring) => Math.max(most, Math.abs(areaOf(ring))), 0);
  // Whichever way the outer rings of a file wind, the largest is one.
  const sign = Math.sign(areaOf(rings.find((ring) => Math.abs(areaOf(ring)) === largest) ?? []));
  const outer = rings.filter((ring) => Math.sign(areaOf(ring)) === sign).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => Math.sign(areaOf(ring)) === -sign)) {
    const owner = outer
      .filter(([ring = []]) => isInside(hole[0] as Point, ring) || isInside(hole[1] as Point, ring))
      .sort(([a = []], [b = []]) => Math.abs(areaOf(a)) - Math.abs(areaOf(b)))[0];
    owner?.push(hole);
  }
  return outer;
}
