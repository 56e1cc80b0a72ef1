import {type CountryBoxes, checkDataset, checkRowCount, type Origin} from './checks.js';
import {EMPTY_DATASET, freeze} from './empty.js';
import type {Report} from './faults.js';
import type {WordIssue} from './issue-texts.js';
import {idsOf, type Known} from './known.js';
import {languagesOf, timeZoneOf} from './locale.js';
import {copyPlain, isRow, type Row} from './plain.js';
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

/** In place of sentences: the code of the issue. */
const unworded: WordIssue = (code) => [code, ''];

/** `parseDataset` without the sentences of its issues, which are long: the message of each is its code. */
export function parseUnworded(json: unknown, options?: ParseOptions): ParseResult {
  return parse(json, unworded, options);
}

/** Parses the JSON of a story; `word` words its issues. */
export function parse(json: unknown, word: WordIssue, {countries}: ParseOptions = {}): ParseResult {
  const issues: Issue[] = [];
  const copied = copyPlain(json);
  const tree = 'copy' in copied ? copied.copy : undefined;
  const report = reporter(issues, tree, word);
  if (isRow(tree)) {
    const {dataset, originOf} = readTree(tree, report);
    checkRowCount(tree, report);
    checkDataset(dataset, originOf, report, countries);
    return freeze({dataset, issues});
  }
  if (!('failure' in copied))
    report('not-a-dataset', 'error', '', [
      tree === null ? 'null' : Array.isArray(tree) ? 'a list' : `a ${typeof tree}`,
    ]);
  else if (copied.failure === 'too-deep') report('file-too-deep', 'error', '', []);
  else if (copied.failure === 'too-many') report('file-too-large', 'error', '', []);
  else report('not-a-dataset', 'error', '', []);
  return {dataset: EMPTY_DATASET, issues: freeze(issues)};
}

/** Reports into a list of issues, with the names of the rows of a tree. */
export const reporter =
  (issues: Issue[], tree: unknown, word: WordIssue): Report =>
  (code, severity, path, values, lost) => {
    const [message, fix] = word(code, values, lost);
    issues.push({code, severity, path, row: isRow(tree) ? rowName(tree, path) : 'dataset', message, fix});
  };

/** Reads a tree as a dataset; `knownBeyond` is what is known of its rows besides what it holds itself. */
export function readTree(
  tree: Row,
  report: Report,
  knownBeyond: (ids: ReturnType<typeof idsOf>) => Partial<Known> = () => ({}),
): {readonly dataset: Dataset; readonly originOf: (row: object) => Origin} {
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
    ...knownBeyond(ids),
  }).tree(tree);
  return {
    // `DATASET_SHAPE` guarantees the type; test/core/dataset keeps the two consistent.
    dataset: {...read, language: languages[0], languages, timeZone} as unknown as Dataset,
    originOf: (row) => origins.get(row) ?? {json: {}, path: ''},
  };
}
