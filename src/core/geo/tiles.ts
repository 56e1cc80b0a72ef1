import type {Bounds} from './bounds.js';
import type {MapViewport} from './map-viewport.js';
import {project} from './mercator.js';

/** Edge of a tile in pixels, at its own zoom. */
const EDGE = 256;

/**
 * A square of the world as raster tiles count them: from the north-west corner of Web Mercator, `2 ** z` along each
 * edge (OpenStreetMap wiki, "Slippy map tilenames"; TileJSON 3.0.0, `scheme: "xyz"`).
 */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** As `x`, counted on into the copies of the world. */
  readonly column: number;
  /** Its place in the drawing, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

export interface TileLimits {
  /** Whole levels that there are tiles of. */
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Where there are any; undefined for the whole world. */
  readonly bounds?: Bounds | undefined;
}

/** A tile as it lies in a view. */
export function placeTile(
  {z, column, y}: Pick<Tile, 'z' | 'column' | 'y'>,
  {zoom, origin}: MapViewport,
): Tile {
  const size = EDGE * 2 ** (zoom - z);
  const count = 2 ** z;
  const x = ((column % count) + count) % count;
  return {z, x, y, column, left: column * size - origin[0], top: y * size - origin[1], size};
}

/** The tiles that cover a view, of the level nearest to its zoom; none where that is before their first level. */
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
