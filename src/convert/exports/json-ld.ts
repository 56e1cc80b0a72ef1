import type {Author, Dataset, Media, Place, Row, Source, StoryEvent} from '../../core/dataset/index.js';
import {civilOf, type EdtfDate, type PartialDate} from '../../core/time/index.js';
import {chooseText, plainText} from '../../i18n/index.js';
import type {Export, ExportOptions} from '../types.js';
import {type Citation, citationOf} from './citation.js';
import {filled, isoOf} from './iso.js';
import {Losses, loss} from './losses.js';
import {countDetails, nameOfMedium} from './media.js';
import {Texts} from './texts.js';

const personOf = ({name, url}: Author) => ({name, ...(url !== undefined && {url})});

/**
 * The bounding box of all positions in the format of schema.org: south, west, north, east; never across the
 * antimeridian.
 */
function boxOf(places: readonly Place[]): string | undefined {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {lat, lon} of places) {
    if (lat === undefined || lon === undefined) continue;
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  }
  return south === Infinity ? undefined : `${south} ${west} ${north} ${east}`;
}

/** From the first to the last date of events and figures, as an ISO 8601 interval of days. */
function periodOf({events, figures}: Dataset): string | undefined {
  let [start, end] = [Infinity, -Infinity];
  for (const rows of [events, figures]) {
    for (const {interval} of rows) {
      if (interval && Number.isFinite(interval.start)) start = Math.min(start, interval.start);
      if (interval && Number.isFinite(interval.end)) end = Math.max(end, interval.end - 1);
    }
  }
  const dayOf = (instant: number) => {
    const {year, month, day} = civilOf(instant);
    return [year, month, day].map((each) => String(each).padStart(2, '0')).join('-');
  };
  // schema.org has no format for years outside 1000 to 9999.
  const isPlain = start >= Date.UTC(1000, 0) && end < Date.UTC(10_000, 0) && start <= end;
  return isPlain ? `${dayOf(start)}/${dayOf(end)}` : undefined;
}

/** JSON that is safe inside a `<script>`. */
const safeJson = (value: object): string => JSON.stringify(value, null, 2).replace(/</g, '\\u003c');

const CONTEXT = {'@context': 'https://schema.org/'};

/** Describes the dataset as schema.org JSON-LD, for dataset search engines. Safe inside a `<script>`. */
export const jsonLd = (dataset: Dataset, citation: Citation): string =>
  safeJson({...CONTEXT, ...describe(dataset, citation)});

function describe(dataset: Dataset, citation: Citation): object {
  const {title, summary, authors, editors, updated, version, doi, identifier, url} = citation;
  const words = (text: Dataset['title']) =>
    plainText(chooseText(text, citation.language, dataset.language).text);
  const box = boxOf(dataset.places);
  return {
    '@type': 'Dataset',
    name: title,
    description: summary,
    identifier: doi === undefined ? identifier : `https://doi.org/${doi}`,
    url,
    version,
    dateModified: updated,
    license: citation.licenseUrl ?? citation.license,
    creator: authors.length > 0 ? authors.map(personOf) : undefined,
    editor: editors.length > 0 ? editors.map(personOf) : undefined,
    inLanguage: dataset.languages,
    temporalCoverage: periodOf(dataset),
    spatialCoverage: box && {'@type': 'Place', geo: {'@type': 'GeoShape', box}},
    variableMeasured: dataset.measures.map(({name, unit}) => ({
      '@type': 'PropertyValue',
      name: words(name),
      ...(unit !== undefined && {unitText: unit}),
    })),
    isBasedOn: dataset.sources.map((source) => ({
      '@type': 'CreativeWork',
      name: chooseText(source.title, source.language ?? dataset.language, dataset.language).text,
      ...(source.publisher !== undefined && {publisher: {'@type': 'Organization', name: source.publisher}}),
      ...(source.url !== undefined && {url: source.url}),
      ...(source.archived !== undefined && {archivedAt: source.archived}),
    })),
    distribution: dataset.url && {
      '@type': 'DataDownload',
      contentUrl: dataset.url,
      encodingFormat: 'application/json',
    },
  };
}

const HELD = new Set([
  ...['id', 'title', 'summary', 'updated', 'version', 'identifier', 'url', 'license', 'licenseUrl'],
  ...['authors', 'editors'],
  ...['id', 'date', 'category', 'title', 'text', 'places', 'media', 'cite', 'status'].map(
    (field) => `events.${field}`,
  ),
  ...['id', 'name', 'lat', 'lon', 'radius'].map((field) => `places.${field}`),
  ...['id', 'title', 'publisher', 'url', 'archived', 'language'].map((field) => `sources.${field}`),
  ...['id', 'name', 'unit'].map((field) => `measures.${field}`),
  ...['id', 'name'].map((field) => `categories.${field}`),
]);

/** Exports the dataset and its events as schema.org names them, for search engines. */
export const exportJsonLd: Export = (dataset, options) => {
  const losses = new Losses('jsonld', dataset);
  const maker = new EventMaker(dataset, losses, options);
  const events = dataset.events.flatMap((event, index) => maker.event(event, index));
  losses.nameFields(HELD);
  const graph = [describe(dataset, citationOf(dataset, options.language)), ...events];
  return {
    content: `${safeJson({...CONTEXT, '@graph': graph})}\n`,
    report: losses.report(events.length),
  };
};

class EventMaker {
  readonly #losses: Losses;
  readonly #texts: Texts;
  readonly #places;
  readonly #sources;
  readonly #categories;

  constructor(dataset: Dataset, losses: Losses, {language}: ExportOptions) {
    const texts = new Texts(dataset, losses, language);
    this.#losses = losses;
    this.#texts = texts;
    this.#places = new Map(
      dataset.places.map((place, i) => [place.id, placeOf(place, texts.line(place.name, 'places', i))]),
    );
    this.#sources = new Map(
      dataset.sources.map((source, i) => [
        source.id,
        sourceOf(source, texts.line(source.title, 'sources', i)),
      ]),
    );
    this.#categories = new Map(
      dataset.categories.map(({id, name}, i) => [id, texts.line(name, 'categories', i)]),
    );
  }

  event(event: StoryEvent, index: number): readonly Row[] {
    if (event.status === 'withdrawn') {
      this.#losses.count('events', index, WITHDRAWN);
      return [];
    }
    if (event.status !== undefined) this.#losses.count('events', index, STATUS_LOST);
    return [
      filled({
        '@type': 'Event',
        identifier: event.id,
        name: this.#texts.line(event.title, 'events', index),
        description: this.#texts.line(event.text, 'events', index),
        ...this.#dates(event.when, index, event.date),
        location: event.places.flatMap((id) => this.#places.get(id) ?? []),
        keywords: this.#categories.get(event.category ?? ''),
        image: this.#images(event.media, index),
        subjectOf: [...new Set(event.cite.map(({source}) => source))].flatMap(
          (id) => this.#sources.get(id) ?? [],
        ),
      }),
    ];
  }

  #images(media: readonly Media[], index: number): readonly string[] {
    return media.flatMap((medium) => {
      if (medium.type === 'image' && medium.warning === undefined) {
        countDetails(medium, index, this.#losses, 'jsonld');
        return [medium.src];
      }
      this.#losses.count('events', index, MEDIA_LOST, nameOfMedium(medium));
      return [];
    });
  }

  #dates(when: EdtfDate | undefined, index: number, written: string | undefined): Row {
    if (!when) return {};
    const [start, end] = when.kind === 'date' ? [when, undefined] : [when.start, when.end];
    const [startDate, endDate] = [start, end].map((each) => typeof each === 'object' && calendarDate(each));
    if ((typeof start === 'object' && !startDate) || (typeof end === 'object' && !endDate)) {
      this.#losses.count('events', index, DATE_LOST, written);
      return {};
    }
    return {startDate: startDate || undefined, endDate: endDate || undefined};
  }
}

/** A date in ISO 8601; undefined for what it cannot say, as about when it was, and for years of other than four digits. */
const calendarDate = (date: PartialDate): string | undefined => (date.year >= 0 ? isoOf(date) : undefined);

const placeOf = ({lat, lon, radius}: Place, name: string): Row => {
  const point = {'@type': 'GeoCoordinates', latitude: lat, longitude: lon};
  const geo = radius ? {'@type': 'GeoCircle', geoMidpoint: point, geoRadius: radius} : point;
  return {'@type': 'Place', name, ...(lat !== undefined && {geo})};
};

const sourceOf = ({publisher, url}: Source, name: string): Row =>
  filled({
    '@type': 'CreativeWork',
    name,
    publisher: publisher && {'@type': 'Organization', name: publisher},
    url,
  });

const WITHDRAWN = loss(
  'events-withdrawn',
  (count, examples) =>
    `An event of schema.org cannot be withdrawn, so ${count === 1 ? 'one is' : `${count} are`} left out: ${examples}.`,
);
const STATUS_LOST = loss(
  'events-status-lost',
  (count, examples) =>
    `Whether it is confirmed, reported or disputed is lost of ${count === 1 ? 'an event' : `${count} events`}, ${examples}.`,
);
const MEDIA_LOST = loss(
  'media-lost',
  (_, examples) => `Only pictures without a content warning are written; left out are ${examples}.`,
);
const DATE_LOST = loss(
  'events-date-lost',
  (count, examples) =>
    `ISO 8601 cannot say ${count === 1 ? 'a date' : `${count} dates`}, which ${count === 1 ? 'is' : 'are'} left out: ${examples}.`,
);
