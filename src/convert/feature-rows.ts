/** Rows that features hold in lists, as our own exports write them: places, media and sources. */
import {isRow, isSafeAddress, type Row} from '../core/dataset/index.js';
import {type Draft, stringOf} from './draft.js';
import {wellFormed} from './html.js';
import {Ids, slugOf} from './ids.js';
import {escapeMarkdown} from './markdown.js';

const listOf = (value: unknown): readonly Row[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every(isRow) ? value : undefined;

export const isStatus = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:confirmed|reported|disputed|withdrawn)$/.test(value);

/** Properties that are read as they are here. */
export const ownKeys = (properties: Row): readonly string[] =>
  ['places', 'media', 'sources', 'status'].filter((key) =>
    key === 'status' ? isStatus(properties[key]) : listOf(properties[key]),
  );

const PRECISIONS = new Set(['site', 'locality', 'district', 'region', 'country']);

/**
 * Ids of the places of a feature, of which the first have its points; undefined where no list names them, or fewer than
 * it has points.
 */
export function placesOf(
  properties: Row,
  points: readonly (readonly [number, number])[],
  draft: Draft,
): readonly string[] | undefined {
  const list = listOf(properties.places);
  if (!list || list.length < points.length || !list.every(({name}) => stringOf(name))) return undefined;
  const ids = list.map(({name, kind, radius, precision}, i) => {
    const more = {
      ...(stringOf(kind) && {kind: stringOf(kind)}),
      ...(typeof radius === 'number' && radius >= 0 && {radius}),
      ...(typeof precision === 'string' && PRECISIONS.has(precision) && {precision}),
    };
    const [lon, lat] = points[i] ?? [];
    return draft.place(stringOf(name), lat, lon, more);
  });
  return [...new Set(ids)];
}

const KINDS = /^(?:image|video|audio|embed|document)$/;

/** Rows of `media`; undefined where no list names them. `onLost` gets what names one that is none. */
export function mediaOf(properties: Row, onLost: (name: string) => void): readonly Row[] | undefined {
  return listOf(properties.media)?.flatMap((medium) => {
    const address = (key: string) => {
      const written = stringOf(medium[key]);
      return isSafeAddress(written) ? written : '';
    };
    const words = (key: string) => escapeMarkdown(stringOf(medium[key]));
    const size = (key: string) => (Number(medium[key]) > 0 ? Number(medium[key]) : undefined);
    const {type} = medium;
    const src = address('src');
    const own = type === 'quote' ? {text: words('text')} : {alt: words('alt'), poster: address('poster')};
    if (!(type === 'quote' ? own.text : src && KINDS.test(String(type)))) {
      onLost(src || stringOf(type) || 'a medium');
      return [];
    }
    const sizes = {width: size('width'), height: size('height')};
    const row = {type, src, ...own, caption: words('caption'), credit: words('credit'), ...sizes};
    return [Object.fromEntries(Object.entries(row).filter(([, value]) => value))];
  });
}

/** Collects the sources that features name in lists. */
export class FeatureSources {
  readonly rows: Row[] = [];
  readonly #ids = new Ids();
  readonly #known = new Map<string, string>();

  /** What a feature cites; undefined where no list names it. */
  cite(properties: Row): readonly Row[] | undefined {
    return listOf(properties.sources)?.flatMap(({title, publisher, url}) => {
      const name = wellFormed(stringOf(title));
      return name ? [{source: this.#source(name, stringOf(publisher), stringOf(url))}] : [];
    });
  }

  #source(title: string, publisher: string, url: string): string {
    const key = JSON.stringify([title, publisher, url]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.of(slugOf(title) || 'source');
    this.#known.set(key, id);
    const address = isSafeAddress(url) ? url : '';
    this.rows.push({
      id,
      title: escapeMarkdown(title),
      ...(publisher && {publisher}),
      ...(address && {url: address}),
    });
    return id;
  }
}
