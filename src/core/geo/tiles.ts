import type {Bounds} from './bounds.js';
import type {MapViewport} from './map-viewport.js';
import {project} from './mercator.js';

/** Size of a tile in pixels, at its own zoom. */
const EDGE = 256;

/**
 * A raster tile in XYZ scheme: Web Mercator, from the north-west corner, `2 ** z` tiles along each edge (OpenStreetMap
 * wiki, "Slippy map tilenames"; TileJSON 3.0.0, `scheme: "xyz"`).
 */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** As `x`, but continuing into the copies of the world. */
  readonly column: number;
  /** Position and size in the viewport, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

export interface TileLimits {
  /** Integer zoom levels that have tiles. */
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Area with tiles; undefined for the whole world. */
  readonly bounds?: Bounds | undefined;
}

/** Positions a tile in a viewport. */
export function placeTile(
  {z, column, y}: Pick<Tile, 'z' | 'column' | 'y'>,
  {zoom, origin}: MapViewport,
): Tile {
  const size = EDGE * 2 ** (zoom - z);
  const count = 2 ** z;
  const x = ((column % count) + count) % count;
  return {z, x, y, column, left: column * size - origin[0], top: y * size - origin[1], size};
}

/** The tiles that cover a viewport, of the level nearest to its zoom; empty below the first level. */
export function tilesIn(view: MapViewport, {minZoom, maxZoom, bounds}: TileLimits): Tile[] {
  const {zoom, origin, width, height} = view;
  const [ox, oy] = origin;
  const z = Math.min(Math.round(zoom), maxZoom);
  if (z < minZoom) return [];
  const size = EDGE * 2 ** (zoom - z);
  const last = 2 ** z - 1;
  const cellOf = (lon: number, lat: number) =>
    project({lon, lat}, z).map((pixel) => Math.min(Math.max(Math.floor(pixel / EDGE), 0), last));
  const [west = 0, north = 0] = bounds ? cellOf(bounds.west, bounds.north) : [];
  const [east = last, south = last] = bounds ? cellOf(bounds.east, bounds.south) : [];
  const isWithin = ({x}: Tile) =>
    bounds && bounds.west > bounds.east ? x >= west || x <= east : x >= west && x <= east;
  const tiles: Tile[] = [];
  const lastRow = Math.min(Math.ceil((oy + height) / size) - 1, south);
  for (let y = Math.max(Math.floor(oy / size), north); y <= lastRow; y++) {
    for (let column = Math.floor(ox / size); column < (ox + width) / size; column++)
      tiles.push(placeTile({z, column, y}, view));
  }
  return tiles.filter(isWithin);
}
