import {formatLines, isLines, isRow} from '../core/dataset/index.js';
import {command, ONE_FILE} from './command.js';
import type {Io} from './io.js';
import {parseText, readText} from './load.js';
import {plain, reportText} from './report.js';

export const lines = command({
  name: 'lines',
  operands: ONE_FILE,
  summary: 'Prints a story as newline JSON: a row to a line, the form for big ones.',
  options: {},
  examples: ['cronomapa lines story.json > story.ndjson'],
  run: ({file}, io) => convert(file, io, 'lines'),
});

export const json = command({
  name: 'json',
  operands: ONE_FILE,
  summary: 'Prints a story in newline JSON as JSON.',
  options: {},
  examples: ['cronomapa json story.ndjson > story.json'],
  run: ({file}, io) => convert(file, io, 'json'),
});

/** Converts a story between JSON and newline-delimited JSON. */
async function convert(file: string, io: Io, to: 'lines' | 'json'): Promise<number> {
  const {text, issues: unread} = await readText(file, io);
  const {json, issues} = text === undefined ? {json: undefined, issues: unread} : parseText(text);
  if (issues.length > 0) io.err(reportText({file, issues}, false));
  if (!isRow(json)) {
    if (json !== undefined) io.err(`${plain(file)} is no story: it is not an object, in { }.\n`);
    return 1;
  }
  if (to === 'json') {
    // The number of rows is of the form in lines.
    if (text !== undefined && isLines(text)) delete json.rows;
    io.out(`${JSON.stringify(json, null, 2)}\n`);
  } else printLines(formatLines(json), io);
  return issues.length > 0 ? 1 : 0;
}

/** Prints lines a thousand at once. */
function printLines(all: Iterable<string>, io: Io): void {
  let some: string[] = [];
  for (const line of all) {
    if (some.push(line) < 1000) continue;
    io.out(`${some.join('\n')}\n`);
    some = [];
  }
  if (some.length > 0) io.out(`${some.join('\n')}\n`);
}
