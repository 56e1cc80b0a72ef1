import type {ImportNote} from '../convert/index.js';
import {plain} from './report.js';

/** What is said of a severity, losses first. */
const SEVERITIES: readonly (readonly [severity: ImportNote['severity'], word: string])[] = [
  ['loss', 'lost'],
  ['doubt', 'doubtful'],
  ['said', 'read'],
];

/** Two lines for each note of an import or export. */
export function noteLines(notes: readonly ImportNote[]): string {
  const lines = SEVERITIES.flatMap(([severity, word]) =>
    notes
      .filter((note) => note.severity === severity)
      .flatMap(({row, message, fix = ''}) => [
        `  ${word.padEnd(8)}  ${row}`,
        `            ${`${message} ${fix}`.trim()}`,
      ]),
  );
  return lines.map((line) => `${plain(line)}\n`).join('');
}
