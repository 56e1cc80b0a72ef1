import type {Author, Dataset, Place} from '../core/dataset/index.js';
import {civilOf} from '../core/time/index.js';
import {chooseText, plainText} from '../i18n/index.js';
import type {Citation} from './citation.js';

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

/** Describes the dataset as schema.org JSON-LD, for dataset search engines. Safe inside a `<script>`. */
export function jsonLd(dataset: Dataset, citation: Citation): string {
  const {title, summary, authors, editors, updated, version, doi, identifier, url} = citation;
  const words = (text: Dataset['title']) =>
    plainText(chooseText(text, citation.language, dataset.language).text);
  const box = boxOf(dataset.places);
  const described = {
    '@context': 'https://schema.org/',
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
  return JSON.stringify(described, null, 2).replace(/</g, '\\u003c');
}
