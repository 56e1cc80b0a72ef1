import {wordIssue} from './issue-texts.js';
import {type ParseOptions, parse} from './parse-tree.js';
import type {ParseResult} from './types.js';

/**
 * Turns the parsed JSON of a story into a dataset and a list of issues.
 *
 * Never throws, and does not change its argument. The result is frozen and holds the valid rows in file order, with
 * missing lists as `[]`; every dropped row is named in an issue.
 */
export const parseDataset = (json: unknown, options?: ParseOptions): ParseResult =>
  parse(json, wordIssue, options);
