import {
  DATE_ORDERS,
  type Imported,
  type ImportNote,
  type ImportOptions,
  type ImportReport,
  type Input,
  importers,
  inputOf,
  isRole,
  NEGATIVE_YEARS,
  ROLES,
  refusalOf,
} from '../convert/index.js';
import {command, type Values} from './command.js';
import {COUNTRIES} from './countries.js';
import type {Io} from './io.js';
import {readBytes} from './load.js';
import {noteLines} from './notes.js';
import {plain} from './report.js';
import {languageOf, oneOf, UsageError} from './usage.js';

/** How a table is read, where it does not say so itself: the options of all commands that import. */
export const IMPORT_OPTIONS = {
  from: {
    type: 'string',
    value: 'FORMAT',
    help: `what it is: ${importers.map(({name}) => name).join(', ')}; by default found`,
  },
  map: {
    type: 'string',
    multiple: true,
    value: 'COLUMN=ROLE',
    help: 'what a column is, as "deaths=measure" or "zip=ignore", where it is read otherwise',
  },
  claimant: {type: 'string', value: 'NAME', help: 'who says the numbers; asked for at a terminal'},
  country: {
    type: 'string',
    value: 'CODE',
    help: 'in which all places lie that are found by their names, as BR',
  },
  dates: {
    type: 'string',
    value: 'day-first|month-first',
    help: 'which is first in dates as 9/8/1912, where no row proves it',
  },
  century: {
    type: 'string',
    value: 'YEAR',
    help: 'the first of the hundred years in which years of two digits lie, as 1930',
  },
  'negative-years': {
    type: 'string',
    value: 'astronomical|historical',
    help: 'what -300 means: 301 BCE, as ISO 8601 counts, or 300 BCE',
  },
  sheet: {type: 'string', value: 'NAME', help: 'of a workbook; by default the first that is not hidden'},
  language: {type: 'string', value: 'TAG', help: 'language of the texts'},
} as const;

export type ImportValues = Values<typeof IMPORT_OPTIONS>;

export const importFile = command({
  name: 'import',
  operands: {name: 'FILE|ADDRESS', words: 'one file or address', least: 1, most: 1},
  summary: 'Makes a story of a table (CSV, XLSX), TimelineJS, StoryMapJS, GeoJSON, KML or GPX.',
  about: 'What was lost and what is doubtful is said beside it: docs/IMPORT.md.',
  options: {
    ...IMPORT_OPTIONS,
    output: {type: 'string', short: 'o', value: 'FILE', help: 'writes it there'},
    'json-report': {type: 'boolean', help: 'what was lost and is doubtful as JSON'},
  },
  examples: [
    'cronomapa import floods.csv --claimant "Defesa Civil" -o floods.json',
    'cronomapa import timeline.json --from timelinejs -o story.json',
  ],
  run: ({values, file}, io) => write(file, values, io),
});

interface Wanted extends ImportValues {
  readonly output?: string;
  readonly 'json-report'?: boolean;
}

async function write(file: string, values: Wanted, io: Io): Promise<number> {
  const {output} = values;
  // What the options cannot mean is said before anything is read.
  optionsOf(values, io);
  const {report, dataset} = await readForeign(file, values, io);
  io.err(values['json-report'] ? `${JSON.stringify(report, null, 2)}\n` : importText(file, report));
  if (!dataset) return 1;
  const text = `${JSON.stringify(dataset, null, 2)}\n`;
  if (output === undefined) {
    io.out(text);
    return 0;
  }
  try {
    await io.write(output, text);
    return 0;
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    io.err(
      `${plain(output)}: It cannot be written (${plain(code)}). Name a file in a folder that may be written to.\n`,
    );
    return 1;
  }
}

/** Imports a file or an address by the options given. */
async function readForeign(file: string, values: ImportValues, io: Io): Promise<Imported> {
  const {bytes, issues} = await readBytes(file, io);
  if (bytes !== undefined) return importInput(inputOf(file, bytes), values, io);
  const {code = '', message = '', fix} = issues[0] ?? {};
  return nothing({code, severity: 'loss', row: 'file', message, fix});
}

function optionsOf(
  {from, map = [], dates, century, country, 'negative-years': minus, ...values}: ImportValues,
  io: Io,
): ImportOptions {
  const names = importers.map(({name}) => name);
  if (from !== undefined) oneOf(names, from, '--from');
  if (century !== undefined && !/^\d{4}$/.test(century))
    throw new UsageError(`"${century}" is not the first of a hundred years, as 1930.`);
  const code = country?.toUpperCase();
  if (code !== undefined && !Object.hasOwn(COUNTRIES, code))
    throw new UsageError(`"${country}" is no ISO 3166-1 code of a country, as BR.`);
  return {
    roles: new Map(map.map(roleOf)),
    claimant: values.claimant,
    dates: dates === undefined ? undefined : oneOf(DATE_ORDERS, dates, '--dates'),
    negativeYears: minus === undefined ? undefined : oneOf(NEGATIVE_YEARS, minus, '--negative-years'),
    century: century === undefined ? undefined : Number(century),
    country: code,
    sheet: values.sheet,
    language: values.language === undefined ? undefined : languageOf(values.language),
    world: io,
    countries: COUNTRIES,
  };
}

function roleOf(words: string): readonly [column: string, role: string] {
  const at = words.lastIndexOf('=');
  const role = words.slice(at + 1).trim();
  if (at < 1) throw new UsageError(`"${words}" does not say COLUMN=ROLE.`);
  if (!isRole(role)) throw new UsageError(`"${role}" is not one of ${ROLES.join(', ')}.`);
  return [words.slice(0, at).trim(), role];
}

const nothing = (note: ImportNote): Imported => ({
  dataset: undefined,
  report: {format: 'file', rows: 0, events: 0, others: {}, lost: 0, notes: [note]},
});

/** Imports, and where all that is missing is who claims the numbers, asks for it at a terminal. */
export async function importInput(input: Input, values: ImportValues, io: Io): Promise<Imported> {
  const {from} = values;
  const options = optionsOf(values, io);
  const importer =
    importers.find(({name}) => name === from) ?? importers.find(({recognises}) => recognises(input));
  if (!importer) return nothing(refusalOf(input));
  const run = await importer.load();
  const name = plain(input.name);
  io.progress?.(`${name} is read …`);
  const made = await run(input, {
    ...options,
    onRows: (rows, all) => io.progress?.(`${name} is read, row ${rows} of ${all} …`),
  });
  io.progress?.('');
  const open = made.report.notes.find(({code}) => code === 'figures-without-claimant');
  if (!open || !io.ask || options.claimant !== undefined) return made;
  const claimant = await io.ask(
    `${plain(open.message)}\nWho claims them? (Nothing, to leave them in the texts.) `,
  );
  return claimant.trim() ? run(input, {...options, claimant}) : made;
}

/** What became of the rows, with each that was lost or is doubtful. */
export function importText(file: string, {format, rows, events, others, lost, notes}: ImportReport): string {
  const made = Object.entries(others).map(([what, count]) => `, ${count} ${what}`);
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}: ${events} ${events === 1 ? 'event' : 'events'}${made.join('')}${lost > 0 ? `, ${lost} lost` : ''}`;
  return `${plain(file)}, ${format}: ${rows === 0 ? 'nothing is imported' : counts}\n${noteLines(notes)}`;
}
