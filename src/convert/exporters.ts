import type {Dataset} from '../core/dataset/index.js';
import type {Exported, Exporter, ExportOptions} from './types.js';

/** All formats that a dataset can be exported to. */
export const exporters: readonly Exporter[] = [
  {
    name: 'csv',
    title: 'a table (CSV)',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    load: async () => (await import('./exports/csv.js')).exportCsv,
  },
  {
    name: 'xlsx',
    title: 'a workbook (XLSX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    load: async () => (await import('./exports/xlsx.js')).exportXlsx,
  },
  {
    name: 'geojson',
    title: 'GeoJSON',
    mediaType: 'application/geo+json',
    extension: 'geojson',
    load: async () => (await import('./exports/geojson.js')).exportGeoJson,
  },
  {
    name: 'timelinejs',
    title: 'a timeline of TimelineJS (JSON)',
    mediaType: 'application/json',
    extension: 'json',
    load: async () => (await import('./exports/timelinejs.js')).exportTimelineJs,
  },
  {
    name: 'jsonld',
    title: 'a description for search engines (JSON-LD)',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    load: async () => (await import('./exports/json-ld.js')).exportJsonLd,
  },
  {
    name: 'icalendar',
    title: 'a calendar (iCalendar)',
    mediaType: 'text/calendar; charset=utf-8',
    extension: 'ics',
    load: async () => (await import('./exports/icalendar.js')).exportICalendar,
  },
];

/**
 * Exports a dataset. What the format does not hold is named in the report, and nothing else is lost.
 *
 * @param kind name of one of the exporters; rejects for another
 */
export async function exportTo(
  dataset: Dataset,
  kind: string,
  options: ExportOptions = {},
): Promise<Exported> {
  const exporter = exporters.find(({name}) => name === kind);
  if (!exporter) throw new RangeError(`There is no exporter "${kind}".`);
  const {mediaType, extension, load} = exporter;
  const run = await load();
  return {...(await run(dataset, options)), mediaType, extension};
}
