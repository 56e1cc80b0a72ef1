import type {ImportNote, Input} from './types.js';

interface Kind {
  readonly code: string;
  readonly is: (input: Input) => boolean;
  readonly message: string;
  readonly fix: string;
}

const startsWith =
  (...signs: readonly number[]) =>
  ({bytes}: Input) =>
    signs.every((sign, i) => bytes[i] === sign);

const KINDS: readonly Kind[] = [
  {
    code: 'file-empty',
    is: ({bytes, text}) => bytes.length === 0 || text?.trim() === '',
    message: 'It is empty.',
    fix: 'Export it again, and look whether the program that wrote it has finished.',
  },
  {
    code: 'file-is-pdf',
    is: startsWith(0x25, 0x50, 0x44, 0x46),
    message: 'It is a PDF, whatever its name says: its tables are drawings.',
    fix: 'Ask for the spreadsheet that it was made of, or copy its table into one, and save that as CSV.',
  },
  {
    code: 'file-is-html',
    is: ({text}) =>
      text !== undefined && /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b/i.test(text),
    message: 'It is a web page (HTML), whatever its name says.',
    fix: 'Often a server answers with the page for signing in. Open the address in a browser, and save what you see as CSV.',
  },
  {
    code: 'file-is-old-excel',
    is: startsWith(0xd0, 0xcf, 0x11, 0xe0),
    message: 'It is a workbook in the format of Excel before 2007 (.xls).',
    fix: 'Open it in a spreadsheet program, and save it as .xlsx or as CSV.',
  },
  {
    code: 'file-is-zip',
    is: startsWith(0x50, 0x4b),
    message: 'It is an archive (ZIP), and not a file of a known kind.',
    fix: 'Unpack it, and import a file that was in it.',
  },
  {
    code: 'file-is-gzip',
    is: startsWith(0x1f, 0x8b),
    message: 'It is compressed (gzip).',
    fix: 'Unpack it, and import the file that was in it.',
  },
  {
    code: 'file-is-binary',
    is: ({text}) => text === undefined,
    message: 'It is no text.',
    fix: 'Save it as CSV, JSON or another of the formats in docs/IMPORT.md.',
  },
];

/** Whether a file is of a kind that is no table, whatever its name says. */
export const isOther = (input: Input): boolean => KINDS.some(({is}) => is(input));

/** What a file is that no importer takes, and what its author can do. */
export function refusalOf(input: Input): ImportNote {
  const {code, message, fix} = KINDS.find(({is}) => is(input)) ?? {
    code: 'file-not-known',
    message: 'It is none of the formats that can be imported.',
    fix: 'Name its format by --from, if it is one of those in docs/IMPORT.md.',
  };
  return {code, severity: 'loss', row: 'file', message, fix};
}
