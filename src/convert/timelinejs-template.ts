import {dsvFormat} from 'd3';
import type {Row} from '../core/dataset/index.js';
import {columnOf} from './foreign-texts.js';
import {Notes} from './notes.js';
import {delimiterOf} from './tables/delimiter.js';
import {readSlides, type Slide} from './timelinejs.js';
import type {Import, Imported, ImportOptions} from './types.js';

/** The columns of TimelineJS's spreadsheet, and where a slide has them. */
const COLUMNS: ReadonlyMap<string, readonly [key: string, inner?: string]> = new Map([
  // Of version 2, as it is written.
  ['start date', ['start_date']],
  ['end date', ['end_date']],
  ['year', ['start_date', 'year']],
  ['month', ['start_date', 'month']],
  ['day', ['start_date', 'day']],
  ['time', ['start_date', 'time']],
  ['end year', ['end_date', 'year']],
  ['end month', ['end_date', 'month']],
  ['end day', ['end_date', 'day']],
  ['end time', ['end_date', 'time']],
  ['display date', ['display_date']],
  ['headline', ['text', 'headline']],
  ['text', ['text', 'text']],
  ['media', ['media', 'url']],
  ['media credit', ['media', 'credit']],
  ['media caption', ['media', 'caption']],
  ['media thumbnail', ['media', 'thumbnail']],
  ['alt text', ['media', 'alt']],
  ['media alt text', ['media', 'alt']],
  ['type', ['type']],
  ['group', ['group']],
  ['tag', ['group']],
  ['background', ['background', 'url']],
]);

/** Imports TimelineJS's spreadsheet as CSV. */
export const importTemplate: Import = async ({text = '', notes}, options) =>
  fromTemplate(dsvFormat(delimiterOf(text) ?? ',').parse(text), options, new Notes('row', notes));

type TemplateRow = Readonly<Record<string, string | undefined>>;

/** Reads the rows of TimelineJS's spreadsheet, by the names of their columns; the first is the second of the file. */
export async function fromTemplate(
  rows: readonly TemplateRow[],
  options: ImportOptions,
  notes = new Notes('row'),
): Promise<Imported> {
  const slides = rows.flatMap((row, i): readonly Slide[] => {
    const value = slideOf(row);
    const {type} = value;
    const kind = type === 'title' || type === 'era' ? type : 'event';
    // An empty row is none.
    return Object.keys(value).length > 0 ? [{kind, value, row: i + 2}] : [];
  });
  const {dataset, report} = await readSlides(slides, options, notes);
  return {dataset, report: {...report, format: 'timelinejs-template'}};
}

/** The slide of a row. Maps and no objects while names are others': `__proto__` is one of them. */
function slideOf(row: TemplateRow): Row {
  const slide = new Map<string, unknown>();
  for (const [header, value] of Object.entries(row)) {
    if (!value?.trim()) continue;
    const [key, inner] = COLUMNS.get(columnOf(header)) ?? [header];
    if (inner === undefined) slide.set(key, key === 'type' ? value.trim().toLowerCase() : value);
    else slide.set(key, {...(slide.get(key) as Row | undefined), ...partsOf(inner, value)});
  }
  return Object.fromEntries(slide);
}

/** Thousands in a year have commas or spaces in some spreadsheets, as TimelineJS reads them. */
const isCount = (key: string): boolean => /^(?:year|month|day)$/.test(key);

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap])?\.?m?\.?$/i;

/** A column's value; a time of the day becomes its parts. */
function partsOf(key: string, value: string): Row {
  const [, hour, minute, second, fraction, half] = (key === 'time' && TIME.exec(value.trim())) || [];
  if (hour === undefined) return {[key]: isCount(key) ? value.replace(/[\s,]+/g, '') : value};
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  return {
    hour: half ? (Number(hour) % 12) + afternoon : hour,
    minute,
    second,
    millisecond: fraction?.padEnd(3, '0'),
  };
}
