import {strFromU8, unzipSync} from 'fflate';
import {Parser} from './markup.js';

/** Larger parts of a workbook are not unpacked, in bytes. */
const MAX_PART = 400_000_000;

const isPart = (name: string) =>
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/i.test(
    name,
  );

/** The XML of a workbook by the names of its parts; undefined when it is no archive or a part is too large. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => {
        isTooLarge ||= isPart(name) && originalSize > MAX_PART;
        return isPart(name) && !isTooLarge;
      },
    });
    return isTooLarge
      ? undefined
      : new Map(Object.entries(files).map(([name, part]) => [name.toLowerCase(), part]));
  } catch {
    return undefined;
  }
}

type Attributes = Readonly<Record<string, string>>;

/** Called with the elements of an XML, by their names without prefix. */
export interface Visitor {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Characters handed to the parser at once, so that no text is whole in memory twice. */
const SLICE = 1 << 20;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads the XML of a part. */
export function visit(part: Uint8Array | undefined, {open, text, close}: Visitor): void {
  if (!part) return;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(local(name), attributes),
      ontext: (words) => text?.(words),
      onclosetag: (name) => close?.(local(name)),
    },
    {xmlMode: true},
  );
  const xml = strFromU8(part);
  for (let start = 0; start < xml.length; start += SLICE) parser.write(xml.slice(start, start + SLICE));
  parser.end();
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: Uint8Array | undefined;
}

/** The sheets of a workbook in order, and whether it counts days from 1904. */
export function workbookOf(parts: ReadonlyMap<string, Uint8Array>): {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
} {
  const targets = new Map<string, string>();
  visit(parts.get('xl/_rels/workbook.xml.rels'), {
    open: (name, {Id = '', Target = ''}) => {
      if (name === 'Relationship') targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/').toLowerCase());
    },
  });
  const sheets: Sheet[] = [];
  let is1904 = false;
  visit(parts.get('xl/workbook.xml'), {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id =
        Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'sheetId')?.[1] ?? '';
      const state = attributes.state ?? 'visible';
      sheets.push({
        name: attributes.name ?? '',
        isHidden: state !== 'visible',
        part: parts.get(targets.get(id) ?? ''),
      });
    },
  });
  return {sheets, is1904};
}

/** Texts that cells share, without the readings of East Asian words. */
export function sharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  let [isText, reading] = [false, 0];
  visit(part, {
    open: (name) => {
      if (name === 'si') strings.push('');
      else if (name === 'rPh') reading++;
      else if (name === 't') isText = true;
    },
    text: (words) => {
      if (isText && reading === 0) strings[strings.length - 1] += words;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') reading--;
    },
  });
  return strings;
}

/** Formats of numbers that have no code in a file. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

/** Longest format of a number that Excel writes, in letters. */
const MAX_FORMAT = 255;

/** The format of the numbers of each style of cells. */
export function formatsOf(part: Uint8Array | undefined): readonly string[] {
  const codes = new Map<number, string>(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  const formats: string[] = [];
  let isCells = false;
  visit(part, {
    open: (name, {numFmtId = '', formatCode = ''}) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode.slice(0, MAX_FORMAT));
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) formats.push(codes.get(Number(numFmtId)) ?? '');
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}
