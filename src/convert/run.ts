import {importers} from './importers.js';
import {inputOf} from './input.js';
import type {ImportRequest} from './page-options.js';
import {refusalOf} from './refusals.js';
import type {Imported, Importer, ImportOptions} from './types.js';

/** What an attribute `format` may say beside the names of importers. */
const ALSO: Readonly<Record<string, string>> = {csv: 'table', tsv: 'table', xlsx: 'workbook', gpx: 'kml'};

/** Imports a file as a page asks for it. Rejects only when the importer's code does not come. */
export async function runImport(
  bytes: Uint8Array,
  request: ImportRequest,
  onRows?: ImportOptions['onRows'],
): Promise<Imported> {
  const {format, name, ...options} = request;
  const input = inputOf(name, bytes);
  const isNamed = (importer: Importer) => importer.name === format || importer.name === ALSO[format];
  const importer = importers.find(isNamed) ?? importers.find(({recognises}) => recognises(input));
  if (importer) return (await importer.load())(input, {...options, onRows});
  return {
    dataset: undefined,
    report: {format, rows: 0, events: 0, others: {}, lost: 0, notes: [refusalOf(input)]},
  };
}
