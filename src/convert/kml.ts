import {gpx, kmlWithFolders} from '@tmcw/togeojson';
import {isRow, type Row} from '../core/dataset/index.js';
import {readGeoJson} from './geojson.js';
import {wellFormed} from './html.js';
import {Notes} from './notes.js';
import type {Import, Imported, ImportNote, ImportOptions} from './types.js';
import {DOMParser} from './xml.js';
import {boundPrefixes, isTooDeep} from './xml-text.js';

export const importKml: Import = async ({text = '', notes}, options) =>
  readKml(text, options, new Notes('feature', notes));

/**
 * Reads KML, or GPX: placemarks and way points are events, lines, areas and tracks shapes, folders categories. The same
 * parser reads it in a page and in Node. It fetches nothing: neither entities from elsewhere nor what links lead to.
 */
export async function readKml(text: string, options: ImportOptions, notes: Notes): Promise<Imported> {
  const format = /<gpx[\s>]/i.test(text.slice(0, MAX_HEAD)) ? 'gpx' : 'kml';
  const read = parsed(text, format);
  if ('code' in read) return nothing(format, [...notes.all(), read]);
  const links = read.features.filter(isLink);
  const features = read.features.filter((each) => !isLink(each));
  const tree = {type: 'FeatureCollection', title: read.title, features};
  for (const [i, {properties}] of features.entries())
    if (isRow(properties) && properties[KIND] === 'groundoverlay')
      notes.count(PICTURE_LOST, i + 1, String(properties.icon ?? ''));
  for (const [i, {properties}] of links.entries())
    notes.addLost(
      'link-not-followed',
      features.length + i + 1,
      `It is a link to another file, which is not fetched: ${wellFormed(String(isRow(properties) ? properties.href : '')).slice(0, 200)}.`,
      'Import that file by itself.',
    );
  const {dataset, report} = await readGeoJson(tree, options, notes, format);
  const {length} = links;
  return {dataset, report: {...report, rows: report.rows + length, lost: report.lost + length}};
}

/** Letters in which the root of a file is looked for. */
const MAX_HEAD = 4000;
const KIND = '@geometry-type';

const isLink = ({properties}: Row): boolean => isRow(properties) && properties[KIND] === 'networklink';

const PICTURE_LOST = {
  code: 'picture-lost',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `A picture that lies on the map is left out, and its outline is a shape: ${examples}.`,
} as const;

const nothing = (format: string, notes: readonly ImportNote[]): Imported => ({
  dataset: undefined,
  report: {format, rows: 0, events: 0, others: {}, lost: 0, notes},
});

interface Parsed {
  readonly title: string;
  readonly features: readonly Row[];
}

const unreadable = (message: string, fix: string): ImportNote => ({
  code: 'xml-not-read',
  severity: 'loss',
  row: 'file',
  message,
  fix,
});

/** The features of a file, or why there are none. */
function parsed(text: string, format: 'kml' | 'gpx'): Parsed | ImportNote {
  if (isTooDeep(text))
    return unreadable('Its elements are nested too deep.', 'Export it again, with fewer folders in folders.');
  let fault = '';
  const onError = (level: string, message: string) => {
    if (level === 'fatalError') fault ||= message;
  };
  try {
    const document = new DOMParser({onError}).parseFromString(boundPrefixes(wellFormed(text)), 'text/xml');
    const title = titleOf(document);
    if (format === 'gpx') return {title, features: gpx(document).features.map((each) => featureOf(each, ''))};
    const features: Row[] = [];
    collect(kmlWithFolders(document).children, '', features);
    return {title, features};
  } catch (error) {
    const reason = wellFormed(fault || (error as Error).message).slice(0, 200);
    return unreadable(
      `It is no XML that can be read: ${reason}.`,
      'Export it again, and see that it is whole.',
    );
  }
}

type Document = ReturnType<DOMParser['parseFromString']>;

/** The name of the document itself, and not of what is in it. */
function titleOf(document: Document): string {
  const [whole] = [
    ...document.getElementsByTagName('Document'),
    ...document.getElementsByTagName('metadata'),
  ];
  for (const node of Array.from(whole?.childNodes ?? []))
    if (node.nodeName === 'name') return node.textContent?.trim() ?? '';
  return '';
}

type Children = ReturnType<typeof kmlWithFolders>['children'];

/** Collects features with the innermost folder that has a name. */
function collect(children: Children, folder: string, features: Row[]): void {
  for (const child of children) {
    if (child.type !== 'folder') features.push(featureOf(child, folder));
    else collect(child.children, typeof child.meta.name === 'string' ? child.meta.name : folder, features);
  }
}

/** A feature as GeoJSON has it, with its folder; the times of a track are its start and end. */
function featureOf(feature: object, folder: string): Row {
  const {properties: own, ...rest} = feature as Row;
  const {_gpxType: _, coordinateProperties, ...properties} = isRow(own) ? own : {_gpxType: ''};
  const {times, ...others} = isRow(coordinateProperties) ? coordinateProperties : {times: undefined};
  const all = Array.isArray(times) ? times.flat(2).filter((each) => typeof each === 'string') : [];
  const isTrack = all.length > 0 && properties.timespan === undefined;
  return {
    ...rest,
    properties: {
      ...(folder && {folder}),
      ...properties,
      ...others,
      ...(isTrack && {timespan: {begin: all[0], end: all.at(-1)}}),
    },
  };
}
