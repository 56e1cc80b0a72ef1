import {
  type Dataset,
  isRow,
  type Media,
  type Overlay,
  type Place,
  type Route,
  type Row,
  type Shape,
  type StoryEvent,
  type Text,
} from '../../core/dataset/index.js';
import type {EdtfDate} from '../../core/time/index.js';
import {readGeometry} from '../feature-geometry.js';
import type {Export, Exported, ExportOptions} from '../types.js';
import {filled, isoOf} from './iso.js';
import {Losses, loss} from './losses.js';
import {countDetails, nameOfMedium} from './media.js';
import {asField, Texts} from './texts.js';

/** Exports events, shapes and routes as features, with their dates in `when`. */
export const exportGeoJson: Export = (dataset, options) => new FeatureMaker(dataset, options).make();

const OVERLAY = ['id', 'name', 'date', 'category', 'precision', 'event', 'note', 'cite'];

const HELD = new Set([
  'title',
  'summary',
  ...['id', 'date', 'category', 'title', 'text', 'places', 'status', 'media', 'cite'].map(
    (field) => `events.${field}`,
  ),
  ...['id', 'name', 'kind', 'lat', 'lon', 'radius', 'precision'].map((field) => `places.${field}`),
  ...['id', 'title', 'publisher', 'url'].map((field) => `sources.${field}`),
  ...['id', 'name'].map((field) => `categories.${field}`),
  ...['shapes', 'routes'].flatMap((table) => OVERLAY.map((field) => `${table}.${field}`)),
  'shapes.geometry',
  'routes.places',
]);

type Placed = Place & {readonly lat: number; readonly lon: number};
const isPlaced = (place: Place): place is Placed => place.lat !== undefined && place.lon !== undefined;

class FeatureMaker {
  readonly #dataset: Dataset;
  readonly #losses: Losses;
  readonly #texts: Texts;
  readonly #places;
  readonly #categories;
  readonly #sources;

  constructor(dataset: Dataset, {language}: ExportOptions) {
    this.#dataset = dataset;
    this.#losses = new Losses('geojson', dataset);
    this.#texts = new Texts(dataset, this.#losses, language);
    const words = this.#texts;
    this.#places = new Map(
      dataset.places.map((place, i) => [place.id, {place, name: words.line(place.name, 'places', i)}]),
    );
    this.#categories = new Map(
      dataset.categories.map(({id, name}, i) => [id, words.line(name, 'categories', i)]),
    );
    this.#sources = new Map(
      dataset.sources.map(({id, title, publisher, url}, i) => [
        id,
        {title: words.line(title, 'sources', i), ...filled({publisher, url})},
      ]),
    );
  }

  make(): Pick<Exported, 'content' | 'report'> {
    const {events, shapes, routes, title, summary} = this.#dataset;
    const features = [
      ...events.map((event, i) => this.#event(event, i)),
      ...shapes.flatMap((shape, i) => this.#shape(shape, i)),
      ...routes.flatMap((route, i) => this.#route(route, i)),
    ];
    this.#losses.nameFields(HELD);
    this.#nameIds();
    const collection = {
      type: 'FeatureCollection',
      ...filled({
        title: this.#texts.head(title),
        description: this.#texts.head(summary),
        language: this.#texts.language,
      }),
      features,
    };
    return {
      content: `${JSON.stringify(collection, null, 1)}\n`,
      report: this.#losses.report(events.length),
    };
  }

  #event(event: StoryEvent, index: number): Row {
    const all = event.places.flatMap((id) => this.#places.get(id) ?? []);
    // Those with a position come first, in the order of the points.
    const places = [...all].sort((a, b) => Number(isPlaced(b.place)) - Number(isPlaced(a.place)));
    const points = places.flatMap(({place}) => (isPlaced(place) ? [[place.lon, place.lat]] : []));
    const geometry =
      points.length === 0
        ? null
        : points.length === 1
          ? {type: 'Point', coordinates: points[0]}
          : {type: 'MultiPoint', coordinates: points};
    if (event.cite.some(({quote, locator}) => quote !== undefined || locator !== undefined))
      this.#losses.count('events', index, QUOTES_LOST);
    return this.#feature(event, geometry, {
      title: asField(this.#texts.line(event.title, 'events', index)),
      description: this.#texts.field(event.text, 'events', index),
      status: event.status,
      places: places.map(({place: {kind, radius, precision}, name}) =>
        filled({name, kind, radius, precision}),
      ),
      media: event.media.flatMap((medium) => this.#medium(medium, index)),
    });
  }

  #medium(medium: Media, index: number): readonly Row[] {
    if (medium.warning !== undefined || medium.type === 'pair') {
      const kind = medium.warning === undefined ? MEDIA_LOST : WARNING_LOST;
      this.#losses.count('events', index, kind, nameOfMedium(medium));
      return [];
    }
    countDetails(medium, index, this.#losses, 'geojson');
    const words = (text: Text | undefined) => this.#texts.line(text, 'events', index);
    const {type, src, caption, credit} = medium;
    const common = {type, src, caption: words(caption), credit: words(credit)};
    if (medium.type === 'quote')
      return [filled({...common, text: this.#texts.plain(medium.text, 'events', index)})];
    const {alt, poster, width, height} = medium;
    return [filled({...common, alt: words(alt), poster, width, height})];
  }

  #shape(shape: Shape, index: number): readonly Row[] {
    const {points, shape: geometry} = readGeometry(geometryOf(shape.geometry));
    if (points.length > 0) this.#losses.count('shapes', index, POINTS_LOST);
    if (geometry) return [this.#overlay(shape, 'shapes', index, geometry)];
    this.#losses.count('shapes', index, SHAPE_LOST);
    return [];
  }

  /** The line through the places of a route that have a position. */
  #route(route: Route, index: number): readonly Row[] {
    const coordinates = route.places.flatMap((id) => {
      const place = this.#places.get(id)?.place;
      return place && isPlaced(place) ? [[place.lon, place.lat]] : [];
    });
    this.#losses.count('routes', index, ROUTE_AS_LINE);
    if (coordinates.length < 2) {
      this.#losses.count('routes', index, SHAPE_LOST);
      return [];
    }
    return [this.#overlay(route, 'routes', index, {type: 'LineString', coordinates})];
  }

  #overlay(row: Overlay, table: 'shapes' | 'routes', index: number, geometry: Row): Row {
    return this.#feature(row, geometry, {
      title: asField(this.#texts.line(row.name, table, index)),
      description: this.#texts.field(row.note, table, index),
      precision: row.precision,
      event: row.event,
    });
  }

  #feature(row: StoryEvent | Overlay, geometry: Row | null, own: Row): Row {
    const sources = [...new Set(row.cite.map(({source}) => source))].flatMap(
      (id) => this.#sources.get(id) ?? [],
    );
    return {
      type: 'Feature',
      id: row.id,
      ...filled({when: row.when && row.date !== undefined ? whenOf(row.when, row.date) : undefined}),
      geometry,
      properties: filled({
        ...own,
        date: row.date,
        category: this.#categories.get(row.category ?? ''),
        sources,
      }),
    };
  }

  #nameIds(): void {
    const {places, sources, categories} = this.#dataset;
    if (places.length + sources.length + categories.length === 0) return;
    this.#losses.add({
      code: 'ids-lost',
      severity: 'loss',
      message: 'Features keep their ids; those of places, sources and categories are not written.',
    });
  }
}

/** The geometry of what may be a feature, or a collection of features. */
function geometryOf(value: unknown): unknown {
  if (!isRow(value)) return undefined;
  if (value.type === 'Feature') return value.geometry;
  if (value.type !== 'FeatureCollection' || !Array.isArray(value.features)) return value;
  return {type: 'GeometryCollection', geometries: value.features.map(geometryOf)};
}

/** As it is written, and for others as the timespans of GeoJSON-T where ISO 8601 can say it. */
function whenOf(when: EdtfDate, edtf: string): Row {
  const ends = when.kind === 'date' ? [when] : [when.start, when.end];
  const [start, end] = ends.map((each) => (typeof each === 'object' ? isoOf(each) : undefined));
  const isPlain = ends.every((each) => typeof each === 'string' || isoOf(each) !== undefined);
  const timespan = filled({start: start && {in: start}, end: end && {in: end}});
  return isPlain ? {timespans: [timespan], edtf} : {edtf};
}

const QUOTES_LOST = loss(
  'quotes-lost',
  (count, examples) =>
    `Quotations and where in a source they stand are left out of ${count === 1 ? 'one event' : `${count} events`}, ${examples}.`,
);
const MEDIA_LOST = loss(
  'media-lost',
  (_, examples) => `A medium has one address: pairs of pictures are left out, ${examples}.`,
);
const WARNING_LOST = loss(
  'media-with-warning',
  (_, examples) => `It has no content warning, so a medium that has one is left out: ${examples}.`,
);
const POINTS_LOST = loss(
  'points-lost',
  (_, examples) => `Points of a shape are left out, as points are events: ${examples}.`,
);
const SHAPE_LOST = loss(
  'geometry-missing',
  (_, examples) => `It has no line or area of its own, and is left out: ${examples}.`,
  'Put what lies in a file of its own into "geometry".',
);
const ROUTE_AS_LINE = loss(
  'route-as-line',
  (_, examples) => `A route is a line through its places, without their names and its kind: ${examples}.`,
);
