import {type ParsedJson, parseJson} from './json.js';
import {isRow, type Row} from './plain.js';
import {countRows, isTable, TABLES} from './row-names.js';
import type {Issue} from './types.js';

/** The issue of an invalid line, which is dropped. `number` counts from 1. */
export const lineIssue = (number: number, isJson: boolean): Issue => ({
  code: isJson ? 'line-not-a-row' : 'line-not-json',
  severity: 'error',
  path: '',
  row: 'file',
  message: `Line ${number} is ${isJson ? 'no row of a table' : 'not JSON'}. It is left out.`,
  fix: 'Write one row to a line, as {"events": {…}}.',
});

/** The table and the row of a line; undefined when it has another form. */
export function rowOfLine(json: unknown): readonly [table: string, row: unknown] | undefined {
  if (!isRow(json)) return undefined;
  const [table, another] = Object.keys(json);
  return table !== undefined && another === undefined && isTable(table) ? [table, json[table]] : undefined;
}

/** The list of a table, created when missing; replaces a value that is not a list. */
export function listOf(tree: Row, table: string): unknown[] {
  const list = tree[table];
  if (Array.isArray(list)) return list;
  const made: unknown[] = [];
  tree[table] = made;
  return made;
}

/** The end of the first line of a text. */
const firstLine = (text: string) => {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
};

/** Whether a text is newline-delimited JSON: its first line is a complete object, and more lines follow. */
export function isLines(text: string): boolean {
  const end = firstLine(text);
  if (!text.slice(end).trim()) return false;
  return isRow(parseJson(text.slice(0, end)).json);
}

/**
 * Parses newline-delimited JSON into one tree: the first line is a dataset, each other line one of its rows, as
 * `{"events": {…}}`. Invalid lines are reported and dropped.
 */
export function parseLines(text: string): ParsedJson & {readonly issues: readonly Issue[]} {
  const issues: Issue[] = [];
  const end = firstLine(text);
  const first = parseJson(text.slice(0, end));
  const {json} = first;
  if (!isRow(json)) return {...first, issues};
  let number = 1;
  for (let at = end + 1; at < text.length; ) {
    number++;
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next < 0 ? text.length : next);
    at = next < 0 ? text.length : next + 1;
    if (!line.trim()) continue;
    const parsed = parseJson(line);
    const row = rowOfLine(parsed.json);
    if (row) listOf(json, row[0]).push(row[1]);
    else issues.push(lineIssue(number, !parsed.issue));
  }
  return {json, issues};
}

/** The inverse of `parseLines`: yields the lines of a tree, without line breaks. The first says how many rows follow. */
export function* formatLines(tree: Row): Generator<string> {
  const tables = TABLES.filter((table) => Array.isArray(tree[table]));
  const head = Object.fromEntries(Object.entries(tree).filter(([key]) => !tables.includes(key)));
  yield JSON.stringify({...head, rows: countRows(tree)});
  for (const table of tables)
    for (const row of tree[table] as readonly unknown[]) yield JSON.stringify({[table]: row});
}
