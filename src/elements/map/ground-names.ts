import {pixelInView} from '../../core/geo/index.js';
import type {MapName, MapNameLabel, MapNames, MapRegion} from '../../core/layout/index.js';
import {memoizeByKey, memoizeLast} from '../../core/memo/index.js';
import {chooseText, joinWords, messages, plainText} from '../../i18n/index.js';
import {type Basemap, type BasemapRegion, joined, type ViewState} from '../../map/index.js';

/** A country's own name is for far views; near ones say its regions and towns. */
const COUNTRY_ZOOM = 7.5;
const REGION_ZOOM = 5.75;
/** A town that may be named from this zoom on is named before the region around it. */
const LARGE = 6;
/** Edge of the whole world in pixels at zoom 0. */
const WORLD = 256;

/** An area with its parts in all basemaps of a view, and the zoom of their pixels. */
interface Area extends BasemapRegion {
  readonly zoom: number;
}

/** What of the basemaps of a view may be named, in the reader's language. */
export function namesInView(basemaps: readonly Basemap[], view: ViewState, locale: string): MapNames {
  return {
    regions: areasOf(...basemaps).flatMap((area) => regionsInView(area, view, locale)),
    points: basemaps
      .flatMap(({names}) => names)
      .flatMap(({name, kind, position, zoom}): MapName[] => {
        if (view.zoom < zoom) return [];
        const [x, y] = pixelInView(position, view);
        if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
        return [{text: plainText(chooseText(name, locale, 'en').text), kind, x, y, isLarge: zoom <= LARGE}];
      }),
  };
}

/** The areas of several basemaps: what has its parts in more than one of them is one. */
const areasOf = memoizeLast((...basemaps: readonly Basemap[]): readonly Area[] => {
  // Where a coarse one stands in for what is on its way, the finer says the names.
  const zoom = Math.max(0, ...basemaps.map((basemap) => basemap.zoom));
  const parts = new Map<string, BasemapRegion[]>();
  for (const area of basemaps.filter((basemap) => basemap.zoom === zoom).flatMap(({areas}) => areas)) {
    const {kind, id, name} = area;
    if (id === undefined && name === undefined) continue;
    const key = `${kind} ${id ?? JSON.stringify(name)}`;
    parts.set(key, [...(parts.get(key) ?? []), area]);
  }
  return [...parts.values()].flatMap((own) => {
    const [first] = own;
    return first
      ? [{...first, name: own.find(({name}) => name !== undefined)?.name, shape: joined(own), zoom}]
      : [];
  });
});

/** An area in each copy of the world that the view shows. */
function regionsInView(area: Area, view: ViewState, locale: string): readonly MapRegion[] {
  const {kind, id = '', shape} = area;
  if (kind === 'country' ? view.zoom > COUNTRY_ZOOM : view.zoom < REGION_ZOOM) return [];
  const texts = textsOf(area, locale);
  if (texts.length === 0) return [];
  const scale = 2 ** (view.zoom - area.zoom);
  const world = WORLD * 2 ** view.zoom;
  const first = Math.floor(view.origin[0] / world);
  const last = Math.floor((view.origin[0] + view.width) / world);
  return Array.from({length: last - first + 1}, (_, i) => ({
    id,
    kind,
    texts,
    shape,
    transform: {scale, dx: (first + i) * world - view.origin[0], dy: -view.origin[1]},
  }));
}

/** A name and its shorter form: what the platform calls a country, else what the basemap says. */
function textsOf({kind, id, name}: BasemapRegion, locale: string): readonly string[] {
  const own = name === undefined ? '' : plainText(chooseText(name, locale, 'en').text);
  if (kind === 'region' || id === undefined) return own ? [own] : [];
  const texts = [countryName(id, locale, 'long') || own, countryName(id, locale, 'short')];
  return [...new Set(texts.filter(Boolean))];
}

const countryNamesOf = memoizeByKey(
  (locale: string, style: 'long' | 'short') => `${locale} ${style}`,
  (locale, style) => new Intl.DisplayNames(locale, {type: 'region', fallback: 'none', style}),
);

function countryName(code: string, locale: string, style: 'long' | 'short'): string {
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
  const said = [
    ...areas.map(({id = ''}) => countryName(id.slice(0, 2), locale, 'long')),
    ...areas.map(({lines}) => lines.join(' ')),
  ];
  const list = [...new Set(said)].filter(Boolean).slice(0, SAID);
  return list.length > 0 ? messages(locale).mapShows(joinWords(list, locale)) : '';
}
