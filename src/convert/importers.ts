import {isKml, isTemplate} from './foreign-texts.js';
import {isGeoJson, isStoryMapJs, isTimelineJs} from './foreign-trees.js';
import {isOther} from './refusals.js';
import {isMarkup, isTable, isTableName} from './tables/delimiter.js';
import type {Importer, Input} from './types.js';

/** Bytes at the end of an archive in which its names are looked for. */
const TAIL = 200_000;

/** Whether a file is an archive (ZIP) in whose names something stands. */
function isArchiveOf({bytes}: Input, name: RegExp): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return name.test(new TextDecoder('latin1').decode(bytes.subarray(-TAIL)));
}

/** All formats; the first that recognises an input takes it, so special ones come before general ones. */
export const importers: readonly Importer[] = [
  {
    name: 'timelinejs',
    title: 'a timeline of TimelineJS (JSON)',
    recognises: ({tree}) => isTimelineJs(tree),
    load: async () => (await import('./timelinejs.js')).importTimelineJs,
  },
  {
    name: 'storymapjs',
    title: 'a map of StoryMapJS (JSON)',
    recognises: ({tree}) => isStoryMapJs(tree),
    load: async () => (await import('./storymapjs.js')).importStoryMapJs,
  },
  {
    name: 'geojson',
    title: 'GeoJSON',
    recognises: ({tree}) => isGeoJson(tree),
    load: async () => (await import('./geojson.js')).importGeoJson,
  },
  {
    name: 'kml',
    title: 'KML or GPX',
    recognises: ({text, tree}) => text !== undefined && tree === undefined && isKml(text),
    load: async () => (await import('./kml.js')).importKml,
  },
  {
    name: 'kmz',
    title: 'KML with its pictures (KMZ)',
    recognises: (input) => isArchiveOf(input, /\.kml/i),
    load: async () => (await import('./kmz.js')).importKmz,
  },
  {
    name: 'timelinejs-template',
    title: 'the spreadsheet of TimelineJS (CSV)',
    recognises: ({text, tree}) => text !== undefined && tree === undefined && isTemplate(text),
    load: async () => (await import('./timelinejs-template.js')).importTemplate,
  },
  {
    name: 'xlsx',
    title: 'a workbook (XLSX)',
    recognises: (input) => isArchiveOf(input, /xl\/workbook\.xml/),
    load: async () => (await import('./xlsx.js')).importXlsx,
  },
  {
    name: 'table',
    title: 'a table (CSV)',
    recognises: (input) =>
      input.text !== undefined &&
      input.tree === undefined &&
      !isOther(input) &&
      (isTable(input.text) || (isTableName(input.name) && !isMarkup(input.text))),
    load: async () => (await import('./tables/table.js')).importTable,
  },
];
