import {storyOf} from './tables/story.js';
import type {Import, Imported, ImportNote} from './types.js';
import {MAX_COLUMNS, readSheet, type SheetRows} from './xlsx-cells.js';
import {formatsOf, type Sheet, sharedStrings, unzip, workbookOf} from './xlsx-parts.js';

const failed = (code: string, message: string, fix: string): Imported => ({
  dataset: undefined,
  report: {
    format: 'xlsx',
    rows: 0,
    events: 0,
    others: {},
    lost: 0,
    notes: [{code, severity: 'loss', row: 'file', message, fix}],
  },
});

/** Imports a sheet of a workbook of Excel: the first that is not hidden, or the one that is named. */
export const importXlsx: Import = async ({name, bytes}, options) => {
  const parts = unzip(bytes);
  if (!parts)
    return failed(
      'file-damaged',
      'The workbook is damaged, or far too large.',
      'Save it again, or save the sheet as CSV.',
    );
  const {sheets, is1904} = workbookOf(parts);
  const sheet =
    options.sheet === undefined
      ? sheets.find(({isHidden}) => !isHidden)
      : sheets.find((each) => each.name === options.sheet);
  if (!sheet)
    return failed(
      'sheet-missing',
      options.sheet === undefined
        ? 'The workbook has no sheet that is not hidden.'
        : `The workbook has no sheet "${options.sheet}".`,
      `Its sheets are ${
        sheets
          .map((each) => `"${each.name}"`)
          .slice(0, 20)
          .join(', ') || 'none'
      }: --sheet NAME.`,
    );
  const book = {
    strings: sharedStrings(parts.get('xl/sharedstrings.xml')),
    formats: formatsOf(parts.get('xl/styles.xml')),
    is1904,
  };
  const rows = readSheet(sheet.part, book);
  const notes = [...sheetNotes(sheet, sheets), ...cellNotes(sheet, rows)];
  return storyOf({name, format: 'xlsx', records: rows.records, notes, isCommaLikely: false}, options);
};

function sheetNotes(sheet: Sheet, sheets: readonly Sheet[]): readonly ImportNote[] {
  const others = sheets.filter((each) => each !== sheet);
  if (others.length === 0) return [];
  const names = others.map(({name, isHidden}) => `"${name}"${isHidden ? ' (hidden)' : ''}`).join(', ');
  return [
    {
      code: 'sheets-left-out',
      severity: 'loss',
      row: 'file',
      message: `The sheet "${sheet.name}" is read; left out ${others.length === 1 ? 'is' : 'are'} ${names}.`,
      fix: 'To read another: --sheet NAME.',
    },
  ];
}

function cellNotes({name}: Sheet, {errors, hiddenRows, merged, isCut}: SheetRows): readonly ImportNote[] {
  const row = `sheet "${name}"`;
  const notes: (ImportNote | false)[] = [
    errors > 0 && {
      code: 'formula-errors',
      severity: 'loss',
      row,
      message: `${errors} ${errors === 1 ? 'cell has' : 'cells have'} an error in place of a value, as #REF!, and ${errors === 1 ? 'is' : 'are'} read as empty.`,
      fix: 'Mend the formulas, and save it again.',
    },
    hiddenRows > 0 && {
      code: 'rows-hidden',
      severity: 'doubt',
      row,
      message: `${hiddenRows} ${hiddenRows === 1 ? 'row is' : 'rows are'} hidden, as by a filter, and read too.`,
      fix: 'If they do not belong there, delete them.',
    },
    merged > 0 && {
      code: 'cells-merged',
      severity: 'said',
      row,
      message: `${merged} ${merged === 1 ? 'cell spans' : 'cells span'} several rows, and ${merged === 1 ? 'is' : 'are'} read in each of them.`,
    },
    isCut && {
      code: 'columns-beyond',
      severity: 'loss',
      row,
      message: `Columns after the ${MAX_COLUMNS}th are left out.`,
    },
  ];
  return notes.filter((note) => note !== false);
}
