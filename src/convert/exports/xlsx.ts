import {strToU8, zipSync} from 'fflate';
import type {Export} from '../types.js';
import {type Cell, tableOf} from './table.js';
import {escapeHtml} from './texts.js';

/** Longer texts Excel refuses, in UTF-16 code units. */
const MAX_CELL = 32_767;
/** A day in 1980, when archives begin: the same dataset makes the same bytes. */
const MADE = 315_619_200_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="events" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
} as const;

/** Exports the events as a workbook with one sheet: texts, of which none is a formula, and numbers. */
export const exportXlsx: Export = (dataset, options) => {
  const {header, rows, report} = tableOf(dataset, 'xlsx', options);
  const cut = rows.flatMap((row, i) => (row.some((cell) => String(cell).length > MAX_CELL) ? [i + 1] : []));
  const sheet = [header, ...rows].map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('');
  const parts = {
    ...PARTS,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const content = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])),
    {mtime: MADE},
  );
  return {content, report: cut.length > 0 ? {...report, notes: [...report.notes, cutNote(cut)]} : report};
};

function cellXml(cell: Cell): string {
  if (cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeHtml(cell.slice(0, MAX_CELL))}</t></is></c>`;
}

const cutNote = (events: readonly number[]) =>
  ({
    code: 'text-cut',
    severity: 'loss',
    row: `event${events.length === 1 ? '' : 's'} ${events.slice(0, 5).join(', ')}${events.length > 5 ? ' and more' : ''}`,
    message: `Excel holds no more than ${MAX_CELL} letters in a cell: the text is cut there.`,
    fix: 'Export it as CSV.',
  }) as const;
