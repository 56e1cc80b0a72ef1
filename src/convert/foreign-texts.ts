/** What a text of another tool is known by. */

/** Letters in which the root of a file is looked for. */
const MAX_HEAD = 4000;

/** KML or GPX. */
export const isKml = (text: string): boolean =>
  /<(?:kml|gpx)[\s>]/i.test(text.slice(0, MAX_HEAD).replace(/<!--.*?-->/gs, ''));

/** A column's name in small letters, with spaces between words. */
export const columnOf = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/** Whether a table has the columns of TimelineJS's spreadsheet, of version 3 or 2, in any order. */
export function isTemplate(text: string): boolean {
  const [line = ''] = text.slice(0, MAX_HEAD).split(/\r?\n/, 1);
  const columns = new Set(line.split(/[,;\t]/).map((header) => columnOf(header.replaceAll('"', ''))));
  if (!columns.has('headline')) return false;
  const isSecond = columns.has('start date') && columns.has('media caption');
  return isSecond || (columns.has('year') && (columns.has('media') || columns.has('display date')));
}
