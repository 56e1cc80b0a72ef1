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

/** Maximum length of an attribution that is read, in UTF-16 code units. */
const MAX_ATTRIBUTION = 2000;

/**
 * TileJSON lets an attribution be HTML: what leads somewhere stays a link, all else becomes words. A tag at a time, so
 * that its time grows with its length alone.
 */
function wordsOf(html: string): string {
  let href: string | undefined;
  return html
    .slice(0, MAX_ATTRIBUTION)
    .replace(/<(\/?)(\w*)([^<>]*)>/g, (_, slash, name, attributes) => {
      if (name.toLowerCase() !== 'a') return '';
      const before = href;
      href = slash ? undefined : /\shref=["']?([^"'\s]*)/i.exec(attributes)?.[1];
      return `${before ? `](${before})` : ''}${href ? '[' : ''}`;
    })
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (all, name) => ENTITIES[name] ?? all)
    .trim();
}

/** Whether a template is an address of the web, of one server: its holes stand in its path and query alone. */
function isTemplate(template: string, url: string): boolean {
  const [first, other] = ['0', '1'].map((at) => {
    const address = template.replace(HOLES, at);
    return URL.canParse(address, url) ? new URL(address, url) : undefined;
  });
  return first !== undefined && /^https?:$/.test(first.protocol) && first.origin === other?.origin;
}

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
    if (!isTemplate(each, url))
      throw new TypeError(
        `${each} is no address of tiles on one server: {z}, {x} and {y} belong in its path.`,
      );
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
