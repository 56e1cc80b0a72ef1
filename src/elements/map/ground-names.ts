import {pixelInView} from '../../core/geo/index.js';
import {
  gatherShape,
  joinShapes,
  type MapName,
  type MapNameLabel,
  type MapNames,
  type MapRegion,
} from '../../core/layout/index.js';
import {memoizeByKey, memoizeLast} from '../../core/memo/index.js';
import {chooseText, joinWords, messages, plainText} from '../../i18n/index.js';
import type {Basemap, BasemapRegion, ViewState} from '../../map/index.js';

/** A country's own name is for far views; near ones say its regions and towns. */
export const COUNTRY_ZOOM = 7.5;
const REGION_ZOOM = 5.75;
/** A town is named before the region around it when it may be named from this zoom on, or has been for so many zooms. */
const LARGE = 6;
const LONG_NAMED = 1.5;
/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;

/** What the basemaps of a view call an area, and all that they have of it, in pixels of the world at `zoom`. */
interface Area
  extends Pick<MapRegion, 'id' | 'kind' | 'texts' | 'aliases' | 'abbreviation' | 'shape' | 'at'> {
  readonly zoom: number;
  /** From where to where it reaches, which may be beyond the edges of the world. */
  readonly west: number;
  readonly east: number;
}

/** What of the basemaps of a view may be named, in the reader's language. `other`: the story's own, in which it may call a place. */
export function namesInView(
  basemaps: readonly Basemap[],
  view: ViewState,
  locale: string,
  other = locale,
): MapNames {
  return {
    regions: areasOf(locale, other, ...basemaps).flatMap((area) => regionsInView(area, view)),
    points: basemaps
      .flatMap(({names}) => names)
      .flatMap(({name, kind, position, zoom}): MapName[] => {
        if (view.zoom < zoom) return [];
        const [x, y] = pixelInView(position, view);
        if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
        return [
          {
            text: nameIn(name, locale),
            kind,
            x,
            y,
            isLarge: zoom <= Math.max(LARGE, view.zoom - LONG_NAMED),
          },
        ];
      }),
  };
}

/** The areas of several basemaps that have a name: what has its parts in more than one of them is one. */
const areasOf = memoizeLast(
  (locale: string, other: string, ...basemaps: readonly Basemap[]): readonly Area[] => {
    // Where a coarse one stands in for what is on its way, the finer says the names.
    const zoom = Math.max(0, ...basemaps.map((basemap) => basemap.zoom));
    const parts = new Map<string, BasemapRegion[]>();
    for (const area of basemaps.filter((basemap) => basemap.zoom === zoom).flatMap(({areas}) => areas)) {
      const {kind, id, name} = area;
      if (id === undefined && name === undefined) continue;
      const key = `${kind} ${id ?? JSON.stringify(name)}`;
      const known = parts.get(key);
      if (known) known.push(area);
      else parts.set(key, [area]);
    }
    return [...parts.values()].flatMap((own) => areaOf(own, zoom, locale, other) ?? []);
  },
);

function areaOf(
  parts: readonly BasemapRegion[],
  zoom: number,
  locale: string,
  other: string,
): Area | undefined {
  const [{kind, id} = {kind: 'region', id: undefined} as const] = parts;
  const name = parts.find((part) => part.name !== undefined)?.name;
  const texts = textsOf(kind, id, name, locale);
  if (texts.length === 0) return undefined;
  const shape = gatherShape(joinShapes(parts.map((part) => part.shape)), WORLD * 2 ** zoom);
  const {boxes} = shape;
  const edges = (from: number) => boxes.filter((_, i) => i % 4 === from);
  return {
    id: id ?? '',
    kind,
    texts,
    aliases: textsOf(kind, id, name, other),
    abbreviation: kind === 'country' ? abbreviationOf(id, locale) : undefined,
    shape,
    at: parts.find(({at}) => at)?.at,
    zoom,
    west: Math.min(...edges(0)),
    east: Math.max(...edges(2)),
  };
}

/** An area in each copy of the world in which the view shows it. */
function regionsInView(area: Area, view: ViewState): readonly MapRegion[] {
  const {kind, zoom, west, east} = area;
  if (kind === 'country' ? view.zoom > COUNTRY_ZOOM : view.zoom < REGION_ZOOM) return [];
  const scale = 2 ** (view.zoom - zoom);
  const world = WORLD * 2 ** view.zoom;
  const [left, top] = view.origin;
  const first = Math.ceil((left - east * scale) / world);
  const last = Math.floor((left + view.width - west * scale) / world);
  return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => ({
    ...area,
    transform: {scale, dx: (first + i) * world - left, dy: -top, world},
  }));
}

/** What a basemap calls something in a language. */
export const nameIn = (name: BasemapRegion['name'], locale: string): string =>
  plainText(chooseText(name, locale, 'en').text);

/** A name and its shorter form: what the platform calls a country, else what the basemap says. */
function textsOf(
  kind: BasemapRegion['kind'],
  id: string | undefined,
  name: BasemapRegion['name'],
  locale: string,
): readonly string[] {
  const own = nameIn(name, locale);
  if (kind === 'region' || id === undefined) return own ? [own] : [];
  const texts = [countryName(id, locale, 'long') || own, countryName(id, locale, 'short')];
  return [...new Set(texts.filter(Boolean))];
}

/** The code of a country that the platform knows: others are nobody's abbreviation. */
const abbreviationOf = (id: string | undefined, locale: string): string | undefined =>
  id !== undefined && countryName(id, locale, 'short') ? id : undefined;

const countryNamesOf = memoizeByKey(
  (locale: string, style: 'long' | 'short') => `${locale} ${style}`,
  (locale, style) => new Intl.DisplayNames(locale, {type: 'region', fallback: 'none', style}),
);

export function countryName(code: string, locale: string, style: 'long' | 'short'): string {
  try {
    return countryNamesOf(locale, style).of(code) ?? '';
  } catch {
    return '';
  }
}

/** At most so many names say where a map is. */
const SAID = 6;

/** Where a view is, in words: the countries and regions whose names are in it, the countries first. */
export function inView(names: readonly MapNameLabel[], locale: string): string {
  const areas = names.filter(({id}) => id !== undefined);
  const inWords = ({id = '', kind, text}: MapNameLabel) =>
    (kind === 'country' && countryName(id, locale, 'long')) || text;
  const said = [
    ...areas.map(({id = ''}) => countryName(id.slice(0, 2), locale, 'long')),
    ...areas.map(inWords),
  ];
  const list = [...new Set(said)].filter(Boolean).slice(0, SAID);
  return list.length > 0 ? messages(locale).mapShows(joinWords(list, locale)) : '';
}
