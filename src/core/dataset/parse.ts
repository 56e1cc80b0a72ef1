import {type CountryBoxes, checkDataset, type Origin} from './checks.js';
import {EMPTY_DATASET, freeze} from './empty.js';
import type {Report} from './faults.js';
import {idsOf} from './known.js';
import {languagesOf, timeZoneOf} from './locale.js';
import {type CopyFailure, copyPlain, isRow, MAX_DEPTH, MAX_VALUES, type Row} from './plain.js';
import {createReader} from './read.js';
import {rowName} from './row-names.js';
import type {Dataset, Issue, ParseResult} from './types.js';

export interface ParseOptions {
  /**
   * Bounding boxes of countries, to check that places lie in the country that `within` names. The command line has
   * them; the browser does not, because of their size.
   */
  readonly countries?: CountryBoxes;
}

type Refusal = readonly [code: string, message: string, fix: string];

const REFUSALS: Readonly<Record<CopyFailure, Refusal>> = {
  'too-deep': [
    'file-too-deep',
    `It is nested more than ${MAX_DEPTH} levels deep.`,
    'Check that this is the right file.',
  ],
  'too-many': ['file-too-large', `It holds more than ${MAX_VALUES} values.`, 'Split the story.'],
  unreadable: ['not-a-dataset', 'It cannot be read.', 'Pass plain data, as JSON.parse gives it.'],
};

function refuse([code, message, fix]: Refusal): ParseResult {
  const issue: Issue = {code, severity: 'error', path: '', row: 'dataset', message, fix};
  return {dataset: EMPTY_DATASET, issues: freeze([issue])};
}

/**
 * Turns the parsed JSON of a story into a dataset and a list of issues.
 *
 * Never throws, and does not change its argument. The result is frozen and holds the valid rows in file order, with
 * missing lists as `[]`; every dropped row is named in an issue.
 */
export function parseDataset(json: unknown, options: ParseOptions = {}): ParseResult {
  const copied = copyPlain(json);
  if ('failure' in copied) return refuse(REFUSALS[copied.failure]);
  const tree = copied.copy;
  if (!isRow(tree)) {
    const what = Array.isArray(tree) ? 'a list' : tree === null ? 'null' : `a ${typeof tree}`;
    return refuse([
      'not-a-dataset',
      `It is ${what}, not a dataset.`,
      'Write an object with "cronomapa": 1 and a list of "events".',
    ]);
  }
  return parseTree(tree, options);
}

function parseTree(tree: Row, {countries}: ParseOptions): ParseResult {
  const issues: Issue[] = [];
  const report: Report = (code, severity, path, message, fix) => {
    issues.push({code, severity, path, row: rowName(tree, path), message, fix});
  };
  const timeZone = timeZoneOf(tree);
  const languages = languagesOf(tree);
  const ids = idsOf(tree);
  const origins = new Map<object, Origin>();
  const read = createReader(timeZone, languages, report, {
    ...ids,
    keep(table, row, json, path) {
      ids.keep(table, row);
      origins.set(row, {json, path});
    },
  }).tree(tree);
  // `DATASET_SHAPE` guarantees the type; test/core/dataset keeps the two consistent.
  const dataset = {...read, language: languages[0], languages, timeZone} as unknown as Dataset;
  checkDataset(dataset, (row) => origins.get(row) ?? {json: {}, path: ''}, report, countries);
  return freeze({dataset, issues});
}
