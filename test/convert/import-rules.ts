import fc from 'fast-check';
import {expect} from 'vitest';
import type {Imported} from '../../src/convert/index.js';
import {type Dataset, parseDataset, type Row} from '../../src/core/dataset/index.js';

/** The dataset of an import, which has no errors. */
export function datasetOf({dataset}: Imported): Dataset {
  const {dataset: parsed, issues} = parseDataset(dataset);
  expect(issues.filter(({severity}) => severity === 'error')).toEqual([]);
  return parsed;
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

/**
 * What holds for each import: rows in are events, other rows and lost ones; each lost one has a note; and what came out
 * is a dataset without errors, unless nothing did.
 */
export function expectRules(imported: Imported): void {
  const {dataset, report} = imported;
  expect(report.rows).toBe(report.events + sum(report.others) + report.lost);
  const losses = report.notes.filter(({severity, row}) => severity === 'loss' && /^\w+ \d+$/.test(row));
  expect(losses.length).toBeGreaterThanOrEqual(report.lost);
  for (const {message, row} of report.notes) {
    expect(message).toMatch(/\w.*[.?]$/s);
    expect(row).toMatch(/^(?:file|(?:rows?|slides?|features?|places?|columns?|sheets?) .+)$/s);
  }
  if (dataset === undefined) return;
  const {issues} = parseDataset(dataset);
  const errors = issues.filter(({severity, code}) => severity === 'error' && code !== 'dataset-empty');
  expect(errors).toEqual([]);
  // Objects of the input are not those of the dataset, and no prototype is another's.
  expect(JSON.parse(JSON.stringify(dataset))).toEqual(dataset);
}

/** Codes of the notes of an import. */
export const codesOf = ({report}: Imported): readonly string[] => report.notes.map(({code}) => code);

/** A dataset's table as rows. */
export const rowsOf = ({dataset}: Imported, table: string): readonly Row[] =>
  (dataset?.[table] ?? []) as Row[];

/** Texts of any code units, halves of letters included. */
export const codeUnits = fc
  .array(fc.nat({max: 0xffff}), {maxLength: 8})
  .map((codes) => String.fromCharCode(...codes));
