import {type Exported, exporters, exportTo, type ImportNote} from '../convert/index.js';
import {command, ONE_FILE} from './command.js';
import type {Io} from './io.js';
import {load} from './load.js';
import {nearest} from './nearest.js';
import {noteLines} from './notes.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

const NAMES = exporters.map(({name}) => name);

export const exportFile = command({
  name: 'export',
  operands: ONE_FILE,
  summary: 'Makes of a story what other programs read, and names what their format does not hold.',
  options: {
    to: {type: 'string', value: NAMES.join('|'), help: 'the format; needed'},
    language: {type: 'string', value: 'TAG', help: "language of the texts; by default the story's"},
    bom: {type: 'boolean', help: 'of CSV: a byte order mark first, by which Excel knows that it is UTF-8'},
    output: {type: 'string', short: 'o', value: 'FILE', help: 'writes it there'},
    'json-report': {type: 'boolean', help: 'what the format does not hold as JSON'},
  },
  examples: [
    'cronomapa export story.json --to xlsx -o story.xlsx',
    'cronomapa export story.json --to geojson > story.geojson',
  ],
  run: async ({values, file}, io) => {
    const {to, output} = values;
    if (to === undefined) throw new UsageError(`export needs --to: ${NAMES.join(', ')}.`);
    const kind = NAMES.find((name) => name === to || (to === 'ical' && name === 'icalendar'));
    if (kind === undefined) throw unknownKind(to);
    const language = values.language === undefined ? undefined : languageOf(values.language);
    const {dataset, issues} = await load(file, io);
    const errors = issues.filter(({severity}) => severity === 'error');
    if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
    if (!dataset) return 1;
    const made = await exportTo(dataset, kind, {language, withByteOrderMark: values.bom});
    io.err(values['json-report'] ? `${JSON.stringify(made.report, null, 2)}\n` : inWords(file, made));
    const isWritten = await write(made, output, io);
    return isWritten && errors.length === 0 ? 0 : 1;
  },
});

function unknownKind(to: string): UsageError {
  const meant = nearest(to, NAMES);
  return new UsageError(
    `"${to}" is not one of ${NAMES.join(', ')}.${meant === undefined ? '' : ` Do you mean ${meant}?`}`,
  );
}

function inWords(file: string, {report: {format, events, written, notes}}: Exported): string {
  const said: readonly ImportNote[] = notes;
  return `${plain(file)}, to ${format}: ${written} of ${events} ${events === 1 ? 'event' : 'events'}\n${noteLines(said)}`;
}

/** Writes what was made, or prints it; what is no text goes into no terminal. */
async function write({content, extension}: Exported, output: string | undefined, io: Io): Promise<boolean> {
  if (output === undefined) {
    if (typeof content === 'string' || !io.isTerminal) {
      io.out(content);
      return true;
    }
    io.err(`It is no text, and stays out of the terminal. Write it into a file: -o story.${extension}\n`);
    return false;
  }
  try {
    await io.write(output, content);
    return true;
  } catch (error) {
    const {code = String(error)} = error as NodeJS.ErrnoException;
    io.err(
      `${plain(output)}: It cannot be written (${plain(code)}). Name a file in a folder that may be written to.\n`,
    );
    return false;
  }
}
