import {isRow, isSafeAddress, type Row} from '../core/dataset/index.js';
import {Draft, firstWords, languageNote, stringOf} from './draft.js';
import {eachRow} from './each-row.js';
import {FeatureFigures} from './feature-figures.js';
import {type PositionFault, readGeometry} from './feature-geometry.js';
import {categoryKeyOf, type FeatureRole, keysOf, textOf} from './feature-keys.js';
import {FeatureSources, isStatus, mediaOf, ownKeys, placesOf} from './feature-rows.js';
import {TimeReader, type WrittenTime, writtenTime} from './feature-time.js';
import {FeatureNotes} from './geojson-notes.js';
import {siteOf, wellFormed} from './html.js';
import {slugOf} from './ids.js';
import {escapeMarkdown, linkMarkdown} from './markdown.js';
import {mediumTypeOf, withScheme} from './media.js';
import {mediaRows} from './media-page.js';
import {Notes} from './notes.js';
import type {Import, Imported, ImportOptions} from './types.js';

export const importGeoJson: Import = async ({tree, notes}, options) =>
  readGeoJson(tree, options, new Notes('feature', notes));

/**
 * Reads GeoJSON: a feature with points is an event at its places, one with lines or areas a shape, one with both an
 * event and its shape.
 */
export async function readGeoJson(
  tree: unknown,
  options: ImportOptions,
  notes: Notes,
  format = 'geojson',
): Promise<Imported> {
  const file = isRow(tree) ? tree : {};
  return new GeoJsonReader(file, options, notes, format).read();
}

/** A feature as far as it can be read without knowing the others. */
interface Feature {
  readonly properties: Row;
  readonly geometry: unknown;
  readonly id: unknown;
  readonly time: WrittenTime;
}

/** The features of a file; undefined for what is none. */
function featuresOf(tree: Row): readonly (Feature | undefined)[] {
  const {type, features, geometries} = tree;
  if (type === 'FeatureCollection') return Array.isArray(features) ? features.map(featureOf) : [];
  if (type === 'GeometryCollection') return Array.isArray(geometries) ? geometries.map(featureOf) : [];
  return type === undefined ? [] : [featureOf(tree)];
}

function featureOf(value: unknown): Feature | undefined {
  if (!isRow(value)) return undefined;
  const isGeometry = value.coordinates !== undefined || value.geometries !== undefined;
  if (value.type !== 'Feature' && !isGeometry) return undefined;
  if (isGeometry) return {properties: {}, geometry: value, id: undefined, time: {keys: []}};
  const properties = isRow(value.properties) ? value.properties : {};
  return {properties, geometry: value.geometry, id: value.id, time: writtenTime(value, properties)};
}

class GeoJsonReader {
  readonly #file: Row;
  readonly #options: ImportOptions;
  readonly #format: string;
  readonly #draft: Draft;
  readonly #notes: FeatureNotes;
  readonly #features: readonly (Feature | undefined)[];
  readonly #times: TimeReader;
  readonly #category: string | undefined;
  readonly #source: Row | undefined;
  readonly #figures: FeatureFigures;
  readonly #sources = new FeatureSources();
  #row = 0;
  #shapes = 0;
  #lost = 0;

  constructor(file: Row, options: ImportOptions, notes: Notes, format: string) {
    this.#file = file;
    this.#options = options;
    this.#format = format;
    this.#draft = new Draft(notes);
    this.#notes = new FeatureNotes(notes);
    this.#features = featuresOf(file);
    const known = this.#features.filter((each) => each !== undefined);
    this.#times = new TimeReader(
      known.map(({time}) => time),
      {order: options.dates, century: options.century, negativeYears: options.negativeYears},
    );
    this.#category = categoryKeyOf(known.map(({properties}) => properties));
    this.#source = sourceOf(file);
    this.#figures = new FeatureFigures(options);
  }

  async read(): Promise<Imported> {
    const language = this.#options.language ?? languageOf(this.#file);
    const {notes} = this.#draft;
    const isProjected = this.#notes.noteCrs(this.#file.crs);
    await eachRow(this.#features, this.#options, (feature) => this.#read(feature, isProjected));
    const rows = this.#features.length;
    const head: Row = {
      language: language ?? 'en',
      title: escapeMarkdown(titleOf(this.#file)),
      summary: escapeMarkdown(stringOf(this.#file.description)),
      sources: [...(this.#source ? [this.#source] : []), ...this.#sources.rows],
      ...this.#figures.tables(),
    };
    this.#notes.end(rows, this.#times);
    notes.add(...languageNote(language));
    return {
      dataset: rows > this.#lost ? this.#draft.dataset(head) : undefined,
      report: {
        format: this.#format,
        rows,
        events: this.#draft.events.length,
        others: this.#shapes > 0 ? {shapes: this.#shapes} : {},
        lost: this.#lost,
        notes: notes.all(),
      },
    };
  }

  #read(feature: Feature | undefined, isProjected: boolean): void {
    this.#row++;
    if (!feature) {
      this.#lose('feature-not-read', 'It is no feature of GeoJSON.');
      return;
    }
    const {points, shape, faults} = readGeometry(isProjected ? undefined : feature.geometry);
    for (const [fault, example] of faults) this.#notes.position(fault, this.#row, example);
    const row = this.#common(feature);
    if (shape === undefined && points.length === 0) this.#addUnplaced(row, faults);
    else if (points.length === 0) this.#addShape(row, shape, undefined);
    else {
      const event = this.#addEvent(row, points);
      if (shape !== undefined) this.#addShape(row, shape, event);
    }
  }

  /** A feature without a position that can be used: it is an event, if anything is said of it. */
  #addUnplaced(row: CommonRow, faults: ReadonlyMap<PositionFault, string>): void {
    if (row.isNamed || row.text || row.date) {
      if (faults.size === 0) this.#notes.unplaced(this.#row);
      this.#addEvent(row, []);
    } else if (faults.size > 0)
      this.#lose('position-not-read', 'Its position cannot be used, and nothing else is said.');
    else this.#lose('feature-empty', 'It has no position, no name and no date.');
  }

  #lose(code: string, message: string): void {
    this.#lost++;
    this.#draft.notes.addLost(code, this.#row, message);
  }

  /** What event and shape have in common. */
  #common({properties, id, time}: Feature): CommonRow {
    const keys = keysOf(properties);
    const text = (role: FeatureRole) => textOf(properties[keys.get(role) ?? '']);
    const read = this.#times.read(time);
    if (read.fault !== undefined) this.#notes.dateFault(this.#row, read.fault);
    else if (read.date === undefined) this.#notes.undated(this.#row);
    const body = this.#draft.text(text('text'), this.#row);
    const link = this.#draft.address(text('link'), this.#row);
    const place = this.#draft.line(text('place'), this.#row, true);
    const titled = this.#draft.line(text('title'), this.#row);
    const name = titled || escapeMarkdown(place) || firstWords(body.text) || read.date || `${this.#row}`;
    const isLink = /^https?:/i.test(link);
    const paragraphs = [body.text, isLink ? linkMarkdown(siteOf(link), link) : ''].filter(Boolean);
    const category = this.#category && stringOf(properties[this.#category]);
    return {
      properties,
      used: [
        ...keys.values(),
        ...ownKeys(properties),
        ...time.keys,
        ...(this.#category === undefined ? [] : [this.#category]),
      ],
      isNamed: titled !== '' || place !== '',
      id: this.#draft.id(wellFormed(stringOf(id)) || text('id'), slugOf(name)),
      name,
      place,
      text: paragraphs.join('\n\n'),
      date: read.date,
      category: category ? this.#draft.category(category) : undefined,
      media: mediaOf(properties, (name) => this.#notes.mediaLost(this.#row, name)) ?? [
        ...mediaRows(body.media),
        ...this.#media(text('media')),
      ],
      cite: this.#sources.cite(properties) ?? [],
    };
  }

  #media(written: string): readonly Row[] {
    const address = withScheme(written);
    const type = address && isSafeAddress(address) ? mediumTypeOf(address) : undefined;
    if (address && !type) this.#notes.mediaLost(this.#row, address);
    return type ? [{type, src: address}] : [];
  }

  #addEvent(row: CommonRow, points: readonly (readonly [number, number])[]): string {
    const {id, date, category, name, text, media, place} = row;
    const named = place || this.#draft.line(name, this.#row, true);
    const places = placesOf(row.properties, points, this.#draft) ?? [
      ...new Set(points.map(([lon, lat]) => this.#draft.place(named, lat, lon))),
    ];
    this.#draft.events.push({
      id,
      ...(date !== undefined && {date}),
      ...(category !== undefined && {category}),
      title: name,
      ...(text && text !== name && {text}),
      ...(places.length > 0 && {places}),
      ...(media.length > 0 && {media}),
      ...this.#statusOf(row.properties),
      ...this.#cite(row),
    });
    const figures = this.#figures.add(row.properties, id, this.#cite(row));
    this.#notes.properties(row.properties, new Set([...row.used, ...figures]));
    return id;
  }

  #addShape(row: CommonRow, geometry: Row | undefined, event: string | undefined): void {
    const {date, category, name, text, media} = row;
    // Of an event the id is taken.
    const id = event === undefined ? row.id : this.#draft.id(`${event}-shape`);
    if (event === undefined) {
      this.#shapes++;
      this.#notes.properties(row.properties, new Set(row.used));
    }
    for (const {src, type} of event === undefined ? media : [])
      this.#notes.mediaLost(this.#row, String(src ?? `a ${type}`));
    this.#draft.shapes.push({
      id,
      name,
      ...(date !== undefined && {date}),
      ...(category !== undefined && {category}),
      geometry,
      ...(event !== undefined && {event}),
      ...(event === undefined && text && text !== name && {note: text}),
      ...this.#cite(row),
    });
  }

  #cite({cite}: CommonRow): Row {
    if (cite.length > 0) return {cite};
    return this.#source ? {cite: [{source: this.#source.id}]} : {};
  }

  #statusOf({status}: Row): Row {
    return isStatus(status) ? {status} : {};
  }
}

interface CommonRow {
  readonly properties: Row;
  /** Properties that were read. */
  readonly used: readonly string[];
  readonly isNamed: boolean;
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly text: string;
  readonly date: string | undefined;
  readonly category: string | undefined;
  readonly media: readonly Row[];
  readonly cite: readonly Row[];
}

/** The language that our own exports name. */
const languageOf = ({language}: Row): string | undefined =>
  typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language) ? language : undefined;

const titleOf = ({metadata, name, title}: Row): string =>
  [isRow(metadata) ? metadata.title : undefined, title, name].map(stringOf).find(Boolean) ?? '';

/** The file as a source, where it says what it is and from where. */
function sourceOf(file: Row): Row | undefined {
  const {metadata} = file;
  const url = isRow(metadata) ? stringOf(metadata.url) : '';
  if (!/^https?:\/\//i.test(url)) return undefined;
  return {id: 'file', title: escapeMarkdown(titleOf(file) || siteOf(url)), publisher: siteOf(url), url};
}
