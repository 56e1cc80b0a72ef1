import {project} from '../../core/geo/index.js';
import type {RegionShape} from '../../core/layout/index.js';
import type {Basemap, ViewState} from '../../map/index.js';

type Point = readonly [x: number, y: number];
/** West, north, east and south edge. */
type Edges = readonly [west: number, north: number, east: number, south: number];

/** The zoom whose pixels outlines are in. */
export const OUTLINE_ZOOM = 5;
const WORLD = 256 * 2 ** OUTLINE_ZOOM;
/** Islands belong to an outline that are nearer to it than this share of its size. */
const NEAR = 0.1;
/** Within so many pixels of the edge of a basemap a line runs along it: there the data was cut. */
const CUT = 0.03;

/** Where in a view one looks which region it lies in, as shares of its width and height. */
const LOOKED_AT = [
  [0.5, 0.5],
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

const mod = (value: number, by: number) => ((value % by) + by) % by;

const edgesOf = ({boxes}: RegionShape, ring: number): Edges => [
  ...(boxes.subarray(4 * ring, 4 * ring + 4) as unknown as Edges),
];

const areNear = (a: Edges, b: Edges, by: number): boolean =>
  a[0] <= b[2] + by && b[0] <= a[2] + by && a[1] <= b[3] + by && b[1] <= a[3] + by;

/** Whether a point lies inside a shape (even-odd rule). */
function holds({rings, boxes}: RegionShape, [x, y]: Point): boolean {
  let isInside = false;
  for (const [i, ring] of rings.entries()) {
    const [west = 0, north = 0, east = 0, south = 0] = boxes.subarray(4 * i, 4 * i + 4);
    if (x < west || x > east || y < north || y > south) continue;
    for (let at = 2; at < ring.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ring.subarray(at - 2, at + 2);
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) isInside = !isInside;
    }
  }
  return isInside;
}

/** The region of the first level that a view lies in with its middle and its corners, if they lie in one. */
export function regionAround(basemaps: readonly Basemap[], view: ViewState): string | undefined {
  const {origin, zoom, width, height} = view;
  // Where a coarse one stands in for what is on its way, the finer says where a border is.
  const finest = Math.max(0, ...basemaps.map((basemap) => basemap.zoom));
  const regions = basemaps
    .filter((basemap) => basemap.zoom === finest)
    .flatMap(({areas}) => areas.filter(({kind, id}) => kind === 'region' && id !== undefined));
  const scale = 2 ** (finest - zoom);
  const world = 256 * 2 ** finest;
  const [id, ...others] = LOOKED_AT.map(([right, down]) => {
    const x = mod((origin[0] + right * width) * scale, world);
    const y = (origin[1] + down * height) * scale;
    const points = [x, x - world, x + world].map((each): Point => [each, y]);
    return regions.find(({shape}) => points.some((point) => holds(shape, point)))?.id;
  });
  return others.every((other) => other === id) ? id : undefined;
}

/** A view in the pixels of outlines. */
export function edgesIn({origin, zoom, width, height}: ViewState): Edges {
  const scale = 2 ** (OUTLINE_ZOOM - zoom);
  const [west, north] = [origin[0] * scale, origin[1] * scale];
  return [west, north, west + width * scale, north + height * scale];
}

/** What a map would show of some edges at a zoom, and a little around them: by this, what they lack is fetched. */
export function viewOf([west, north, east, south]: Edges, zoom: number): ViewState {
  const scale = 2 ** (zoom - OUTLINE_ZOOM);
  return {
    zoom,
    origin: [west * scale - 1, north * scale - 1],
    width: (east - west) * scale + 2,
    height: (south - north) * scale + 2,
  };
}

/** The part of a region around a view: rings to be filled, and the lines around it. */
export interface RegionOutline {
  readonly id: string;
  readonly edges: Edges;
  readonly rings: readonly (readonly Point[])[];
  readonly lines: readonly (readonly Point[])[];
}

/** A ring of a region, and the edges of the basemap that it is in. */
interface Part {
  readonly points: readonly Point[];
  readonly edges: Edges;
  readonly basemap: Edges;
}

function partsOf(id: string, basemap: Basemap): readonly Part[] {
  const scale = 2 ** (OUTLINE_ZOOM - basemap.zoom);
  const {west, south, east, north} = basemap.bounds;
  const own = [
    ...project({lon: west, lat: north}, OUTLINE_ZOOM),
    ...project({lon: east, lat: south}, OUTLINE_ZOOM),
  ] as unknown as Edges;
  return basemap.areas
    .filter((area) => area.kind === 'region' && area.id === id)
    .flatMap(({shape}) =>
      shape.rings.map((ring, i) => ({
        points: Array.from(
          {length: ring.length / 2},
          (_, at): Point => [(ring[2 * at] ?? 0) * scale, (ring[2 * at + 1] ?? 0) * scale],
        ),
        edges: edgesOf(shape, i).map((edge) => edge * scale) as unknown as Edges,
        basemap: own,
      })),
    );
}

const moved = ([west, north, east, south]: Edges, dx: number): Edges => [west + dx, north, east + dx, south];

const around = (a: Edges, b: Edges): Edges => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** All of a region that is connected with some edges, or an island near that, in whichever copy of the world it is. */
export function outlineAround(id: string, basemaps: readonly Basemap[], from: Edges): RegionOutline {
  let rest = basemaps.flatMap((basemap) => partsOf(id, basemap));
  let edges = from;
  const rings: (readonly Point[])[] = [];
  const lines: (readonly Point[])[] = [];
  for (let before = -1; before !== rings.length; ) {
    before = rings.length;
    rest = rest.filter((part) => {
      const by = NEAR * Math.max(edges[2] - edges[0], edges[3] - edges[1]);
      const dx = [0, -WORLD, WORLD].find((turn) => areNear(moved(part.edges, turn), edges, by));
      if (dx === undefined) return true;
      edges = around(edges, moved(part.edges, dx));
      const turned = (points: readonly Point[]) => points.map(([x, y]): Point => [x + dx, y]);
      rings.push(turned(part.points));
      lines.push(...uncut(part).map(turned));
      return false;
    });
  }
  return {id, edges, rings, lines};
}

/** A ring without what runs along the edges of its basemap. */
function uncut({points, basemap}: Part): readonly (readonly Point[])[] {
  const [west, north, east, south] = basemap;
  const isOn = (edge: number, a: number, b: number) => Math.abs(a - edge) < CUT && Math.abs(b - edge) < CUT;
  const lines: Point[][] = [];
  for (const [i, [x, y]] of points.entries()) {
    const [beforeX, beforeY] = points[i - 1] ?? [Number.NaN, Number.NaN];
    const isCut =
      isOn(west, x, beforeX) || isOn(east, x, beforeX) || isOn(north, y, beforeY) || isOn(south, y, beforeY);
    if (i === 0 || isCut) lines.push([]);
    lines.at(-1)?.push([x, y]);
  }
  return lines.filter(({length}) => length > 1);
}
