import type {Issue, Severity} from '../core/dataset/index.js';
import type {Position} from './positions.js';

/** The issues of one file. */
export interface Report {
  readonly file: string;
  readonly issues: readonly Issue[];
  /** Where they are in the file, by their pointers; of files in lines nothing is known. */
  readonly positions?: ReadonlyMap<string, Position>;
}

const SEVERITIES: Readonly<
  Record<Severity, {readonly color: number; readonly one: string; readonly many: string}>
> = {
  error: {color: 31, one: 'error', many: 'errors'},
  warning: {color: 33, one: 'warning', many: 'warnings'},
  question: {color: 36, one: 'question', many: 'questions'},
  info: {color: 2, one: 'note', many: 'notes'},
};
const ORDER = Object.keys(SEVERITIES) as readonly Severity[];

/**
 * Characters that are unsafe in a terminal: control and formatting characters, surrogates, private use, line and
 * paragraph separators.
 */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Escapes a dataset's text for a terminal: unsafe characters become `\u{hex}`. */
export const plain = (text: string): string =>
  text.replace(UNFIT, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** Issues with line and column, where they are known. */
export const placed = ({issues, positions}: Report) =>
  issues.map((issue) => ({...issue, ...positions?.get(issue.path)}));

/** The issues as JSON, with unsafe characters escaped as `\uXXXX`. */
export function reportJson(reports: readonly Report[]): string {
  const escaped = (character: string) =>
    character === '\n'
      ? character
      : character
          .split('')
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join('');
  const all = reports.map((report) => ({file: report.file, issues: placed(report)}));
  return `${JSON.stringify(all, null, 2).replace(UNFIT, escaped)}\n`;
}

const tableOf = ({path}: Issue) => path.split('/')[1] ?? '';

/** Sorts by table, in order of first issue, then by row in the file. */
function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  const tables = [...new Set(issues.map(tableOf))];
  const place = new Map(tables.map((table, i) => [table, i]));
  const rowOf = ({path}: Issue) => Number(path.split('/')[2]) || 0;
  return issues.toSorted(
    (a, b) => (place.get(tableOf(a)) ?? 0) - (place.get(tableOf(b)) ?? 0) || rowOf(a) - rowOf(b),
  );
}

/** The issues of a file by row, in file order, and a summary line with their counts. */
export function reportText({file, issues, positions}: Report, color: boolean): string {
  const paint = (text: string, code: number) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const rows = new Map<string, Issue[]>();
  for (const issue of inFileOrder(issues)) {
    // Group by pointer, since rows may share a name.
    const id = /^(dataset|file)$/.test(issue.row) ? '' : issue.path.split('/', 3).join('/');
    rows.set(id, [...(rows.get(id) ?? []), issue]);
  }
  const lines = [paint(plain(file), 1)];
  for (const found of rows.values()) {
    lines.push(`  ${plain(found[0]?.row ?? '')}`);
    for (const {severity, path, message, fix, code} of found) {
      const {one, color: hue} = SEVERITIES[severity];
      const at = positions?.get(path);
      const place = at ? `${plain(file)}:${at.line}:${at.column}  ` : '';
      lines.push(
        `    ${paint(one.padEnd(8), hue)}  ${plain(message)} ${plain(fix)}`,
        `              ${paint(`${place}${plain(path) || '/'}  ${code}`, 2)}`,
      );
    }
  }
  const mark = issues.some(({severity}) => severity === 'error') ? paint('✗', 31) : paint('✓', 32);
  lines.push(`${mark} ${countsOf(file, issues)}`, '');
  return `${lines.join('\n')}\n`;
}

function countsOf(file: string, issues: readonly Issue[]): string {
  const counts = ORDER.map((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    const {one, many} = SEVERITIES[severity];
    return count > 0 && `${count} ${count === 1 ? one : many}`;
  }).filter(Boolean);
  return `${plain(file)}: ${counts.join(', ') || 'nothing to correct'}`;
}

/** A file and how many issues it has, by their severity. */
export const summaryOf = ({file, issues}: Report): string =>
  `${issues.some(({severity}) => severity === 'error') ? '✗' : '✓'} ${countsOf(file, issues)}`;
