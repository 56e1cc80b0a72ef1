import {parseArgs} from 'node:util';
import {
  type Imported,
  type ImportNote,
  type ImportOptions,
  type ImportReport,
  type Input,
  importers,
  inputOf,
  isRole,
  ROLES,
  refusalOf,
} from '../convert/index.js';
import {COUNTRIES} from './countries.js';
import type {Io} from './io.js';
import {readBytes} from './load.js';
import {plain} from './report.js';
import {languageOf, UsageError} from './usage.js';

const OPTIONS = {
  from: {type: 'string'},
  map: {type: 'string', multiple: true},
  claimant: {type: 'string'},
  dates: {type: 'string'},
  century: {type: 'string'},
  country: {type: 'string'},
  sheet: {type: 'string'},
  language: {type: 'string'},
  output: {type: 'string', short: 'o'},
  'json-report': {type: 'boolean'},
} as const;

type Values = Readonly<Record<Exclude<keyof typeof OPTIONS, 'map' | 'json-report'>, string | undefined>> & {
  readonly map?: readonly string[];
};

/** `cronomapa import`: what a newsroom has, as a dataset; beside it, what was lost and what is doubtful. */
export async function importFile(args: readonly string[], io: Io): Promise<number> {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: OPTIONS});
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('import needs one file or address.');
  const {from, output} = values;
  const names = importers.map(({name}) => name);
  if (from !== undefined && !names.includes(from))
    throw new UsageError(`"${from}" is not one of ${names.join(', ')}.`);
  const options = optionsOf(values as Values, io);

  const {bytes, issues} = await readBytes(file, io);
  let made: Imported;
  if (bytes === undefined) {
    const {code = '', message = '', fix} = issues[0] ?? {};
    made = nothing({code, severity: 'loss', row: 'file', message, fix});
  } else made = await importInput(inputOf(file, bytes), from, options, io);

  const {report, dataset} = made;
  io.err(values['json-report'] ? `${JSON.stringify(report, null, 2)}\n` : reportText(file, report));
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

function optionsOf({map = [], dates, century, country, ...values}: Values, io: Io): ImportOptions {
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    throw new UsageError(`"${dates}" is not one of day-first, month-first.`);
  if (century !== undefined && !/^\d{4}$/.test(century))
    throw new UsageError(`"${century}" is not the first of a hundred years, as 1930.`);
  const code = country?.toUpperCase();
  if (code !== undefined && !Object.hasOwn(COUNTRIES, code))
    throw new UsageError(`"${country}" is no ISO 3166-1 code of a country, as BR.`);
  return {
    roles: new Map(map.map(roleOf)),
    claimant: values.claimant,
    dates,
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
async function importInput(
  input: Input,
  from: string | undefined,
  options: ImportOptions,
  io: Io,
): Promise<Imported> {
  const importer =
    importers.find(({name}) => name === from) ?? importers.find(({recognises}) => recognises(input));
  if (!importer) return nothing(refusalOf(input));
  const run = await importer.load();
  const made = await run(input, options);
  const open = made.report.notes.find(({code}) => code === 'figures-without-claimant');
  if (!open || !io.ask || options.claimant !== undefined) return made;
  const claimant = await io.ask(
    `${plain(open.message)}\nWho claims them? (Nothing, to leave them in the texts.) `,
  );
  return claimant.trim() ? run(input, {...options, claimant}) : made;
}

/** What is said of a severity, losses first. */
const SEVERITIES: readonly (readonly [severity: ImportNote['severity'], word: string])[] = [
  ['loss', 'lost'],
  ['doubt', 'doubtful'],
  ['said', 'read'],
];

function reportText(file: string, {format, rows, events, others, lost, notes}: ImportReport): string {
  const lines = SEVERITIES.flatMap(([severity, word]) =>
    notes
      .filter((note) => note.severity === severity)
      .flatMap(({row, message, fix = ''}) => [
        `  ${word.padEnd(8)}  ${row}`,
        `            ${`${message} ${fix}`.trim()}`,
      ]),
  );
  const made = Object.entries(others).map(([what, count]) => `, ${count} ${what}`);
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}: ${events} ${events === 1 ? 'event' : 'events'}${made.join('')}${lost > 0 ? `, ${lost} lost` : ''}`;
  return [`${file}, ${format}: ${rows === 0 ? 'nothing is imported' : counts}`, ...lines]
    .map((line) => `${plain(line)}\n`)
    .join('');
}
