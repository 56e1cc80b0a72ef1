import type {Tile, TileLimits} from '../core/geo/index.js';
import {boxOf, loader} from './load.js';

/** Pictures of the ground by address, as a TileJSON names them. */
export interface Tiles extends TileLimits {
  /** Addresses with `{z}`, `{x}` and `{y}`, seen from the file; they take turns. */
  readonly templates: readonly string[];
  /** Where the file was found. */
  readonly url: string;
  /** In the inline Markdown of datasets; empty when the file names nobody. */
  readonly attribution: string;
  /** Rows are counted from the south. */
  readonly isTms: boolean;
}

const HOLES = /\{([xyz])\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  copy: '©',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/** TileJSON lets an attribution be HTML: what leads somewhere stays a link, all else becomes words. */
const wordsOf = (html: string): string =>
  html
    .replace(/<a\s[^>]*?href=(["'])(.*?)\1[^>]*>(.*?)<\/a>/gis, '[$3]($2)')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (all, name) => ENTITIES[name] ?? all)
    .trim();

const levelOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 30 ? value : otherwise;

/**
 * Reads a TileJSON 3.0.0 of raster tiles of 256 pixels (github.com/mapbox/tilejson-spec), found at `url`.
 *
 * @throws {TypeError} when it is none, or its tiles are no pictures
 */
export function readTiles(json: unknown, url: string): Tiles {
  const file = json as Readonly<Record<string, unknown>> | null;
  const templates = Array.isArray(file?.tiles) ? file.tiles.filter((each) => typeof each === 'string') : [];
  if (!file || templates.length === 0)
    throw new TypeError('It is not a TileJSON: "tiles" is no array of addresses.');
  if (file.vector_layers || templates.some((each) => /\.(pbf|mvt)\b/.test(each)))
    throw new TypeError('Its tiles are vectors; those of pictures are understood.');
  for (const each of templates) {
    if (!/^https?:$/.test(new URL(each.replace(HOLES, '0'), url).protocol))
      throw new TypeError(`${each} is no address of tiles.`);
  }
  return {
    templates,
    url,
    attribution: wordsOf(typeof file.attribution === 'string' ? file.attribution : ''),
    minZoom: levelOf(file.minzoom, 0),
    maxZoom: levelOf(file.maxzoom, 19),
    bounds: boxOf(file.bounds),
    isTms: file.scheme === 'tms',
  };
}

/** The address of one tile. */
export function urlOf({templates, url, isTms}: Tiles, {z, x, y}: Pick<Tile, 'z' | 'x' | 'y'>): string {
  const at: Readonly<Record<string, number>> = {x, y: isTms ? 2 ** z - 1 - y : y, z};
  const template = templates[(x + y) % templates.length] ?? '';
  return new URL(
    template.replace(HOLES, (_, axis) => String(at[axis])),
    url,
  ).href;
}

/** Tiles by name or address of their TileJSON; it is fetched once for the page. Rejects when it cannot be had. */
export const loadTiles = loader(readTiles);
