import {strToU8, zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {type ImportOptions, importers, inputOf} from '../../src/convert/index.js';
import type {Row} from '../../src/core/dataset/index.js';

interface SheetSpec {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
  readonly more?: string;
}

/** Styles: 0 general, 1 a day, 2 a month with its year, 3 a day and a time, 4 percent, 5 a day without its year. */
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="16"/></cellXfs></styleSheet>';

function workbook(sheets: readonly SheetSpec[], {strings = '', date1904 = false} = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><workbookPr date1904="${Number(date1904)}"/><sheets>${sheets.map(({name, state}, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  };
  for (const [i, {rows, more = ''}] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const text = (words: string, at = '') => `<c${at && ` r="${at}"`} t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (cells: string, more = '') => `<row${more}>${cells}</row>`;
const header = row(text('date') + text('title'));

async function imported(bytes: Uint8Array, options: ImportOptions = {}) {
  const input = inputOf('rows.xlsx', bytes);
  const importer = importers.find(({recognises}) => recognises(input));
  const made = await (await importer?.load())?.(input, options);
  const codes = made?.report.notes.map(({code}) => code) ?? [];
  return {
    format: importer?.name,
    events: (made?.dataset?.events ?? []) as readonly Row[],
    codes,
    notes: made?.report.notes ?? [],
    report: made?.report,
  };
}

describe('a workbook', () => {
  test('gives its cells as they are shown, dates no finer', async () => {
    const rows =
      header +
      row(number(45049, 1) + text('A day')) +
      row(number(45047, 2) + text('A month')) +
      row(number('45049.604166666664', 3) + text('A moment')) +
      row(number(2023) + text('A year')) +
      row(number(45049, 5) + text('No year')) +
      row(number(59, 1) + text('Before the day that never was'));
    const {format, events, report} = await imported(workbook([{name: 'S', rows}]));
    expect(format).toBe('xlsx');
    expect(report).toMatchObject({format: 'xlsx', rows: 6, events: 6});
    expect(events.map(({date}) => date)).toEqual([
      '2023-05-03',
      '2023-05',
      '2023-05-03T14:30',
      '2023',
      undefined,
      '1900-02-28',
    ]);
    expect(events[4]?.text).toBe('date: 3 May');
  });

  test('counts its days from 1904 where it says so', async () => {
    const {events} = await imported(
      workbook([{name: 'S', rows: header + row(number(43587, 1) + text('A'))}], {date1904: true}),
    );
    expect(events[0]?.date).toBe('2023-05-03');
  });

  test('has texts in common, without the readings of words, and cells that are left out', async () => {
    const strings =
      '<si><t>date</t></si><si><r><t>ti</t></r><r><t xml:space="preserve">tle</t></r></si><si><t>Tokyo &amp; more</t><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>text</t></si>';
    const shared = (i: number, at: string) => `<c r="${at}" t="s"><v>${i}</v></c>`;
    const rows =
      row(shared(0, 'A1') + shared(1, 'B1') + shared(3, 'D1'), ' r="1"') +
      row(shared(2, 'B4') + text('x', 'D4'), ' r="4"');
    const {events} = await imported(workbook([{name: 'S', rows}], {strings}));
    expect(events[0]).toMatchObject({
      title: 'Tokyo & more',
      text: 'x',
      cite: [{source: 'table', locator: 'row 4'}],
    });
  });

  test('is read by its first sheet that is not hidden, and the others are named', async () => {
    const sheets = [
      {name: 'Secret', rows: header + row(text('2020') + text('S')), state: 'hidden'},
      {name: 'Data', rows: header + row(text('2021') + text('D'))},
      {name: 'More', rows: header + row(text('2022') + text('M'))},
    ];
    const {events, notes} = await imported(workbook(sheets));
    expect(events.map(({title}) => title)).toEqual(['D']);
    expect(notes.find(({code}) => code === 'sheets-left-out')?.message).toBe(
      'The sheet "Data" is read; left out are "Secret" (hidden), "More".',
    );
    expect((await imported(workbook(sheets), {sheet: 'More'})).events.map(({title}) => title)).toEqual(['M']);
    const missing = await imported(workbook(sheets), {sheet: 'None'});
    expect([missing.codes, missing.notes[0]?.fix]).toEqual([
      ['sheet-missing'],
      'Its sheets are "Secret", "Data", "More": --sheet NAME.',
    ]);
  });

  test('says what it has of merged cells, hidden rows and formulas that fail', async () => {
    const rows =
      header +
      row(text('2023', 'A2') + text('A', 'B2')) +
      row(text('B', 'B3'), ' hidden="1"') +
      row(`<c r="A4" t="e"><v>#REF!</v></c>${text('C', 'B4')}`) +
      row(`<c r="A5" t="str"><f>cmd()</f><v>2024</v></c>${text('D', 'B5')}`);
    const {events, codes} = await imported(
      workbook([
        {
          name: 'S',
          rows,
          more: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A6:A1048576"/></mergeCells>',
        },
      ]),
    );
    expect(events.map(({date}) => date)).toEqual(['2023', '2023', undefined, '2024']);
    expect(codes).toEqual(expect.arrayContaining(['cells-merged', 'rows-hidden', 'formula-errors']));
  });

  test('that is damaged, empty or of another kind is refused in a sentence', async () => {
    const whole = workbook([{name: 'S', rows: header}]);
    const damaged = whole.slice();
    damaged.fill(7, 40, 200);
    expect((await imported(damaged)).report?.events).toBe(0);
    expect((await imported(whole.slice(1000))).format).toBeUndefined();
    expect((await imported(whole)).codes).toContain('table-empty');
    expect((await imported(workbook([]))).codes).toEqual(['sheet-missing']);
    const archive = zipSync({'a.txt': strToU8('x')});
    expect((await imported(archive)).format).toBeUndefined();
  });

  test('with cells far off costs no memory for those between', async () => {
    const rows =
      header +
      row(text('2023', 'A1048576') + text('B', 'B1048576') + text('far', 'XFD1048576'), ' r="1048576"');
    const {events, codes} = await imported(workbook([{name: 'S', rows}]));
    expect(events.map(({title}) => title)).toEqual(['B']);
    expect(codes).toContain('columns-beyond');
  });
});
