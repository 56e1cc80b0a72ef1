import {dirname, join} from 'node:path';
import {countRows, type Dataset, type Issue, isLines, isRow, parseJson} from '../core/dataset/index.js';
import {prepare as prepareBasemap} from '../core/topology/index.js';
import {checkPage} from './check-page.js';
import {command} from './command.js';
import type {Io} from './io.js';
import {type Loaded, load, review, withoutTwice} from './load.js';
import {positionsOf} from './positions.js';
import {plain, type Report, reportJson, reportText} from './report.js';
import {reviewFiles} from './review-files.js';

export const check = command({
  name: 'check',
  operands: {name: 'FILE...', words: 'a file', least: 1, most: Infinity},
  summary: 'Says what is wrong with stories, row by row, and what to do.',
  about:
    'What only authors need to know is said too. Of a page (.html) the sections of its crono-steps are checked.',
  options: {
    json: {type: 'boolean', help: 'the findings as JSON'},
    quiet: {type: 'boolean', help: 'errors and warnings alone'},
  },
  examples: ['cronomapa check story.json', 'cronomapa import floods.csv | cronomapa check -'],
  run: async ({values, operands}, io) => {
    const reports: Report[] = [];
    // Sequentially, so that only one large file is in memory.
    for (const [i, file] of operands.entries()) {
      io.progress?.(`${plain(file)} is checked, ${i + 1} of ${operands.length} …`);
      const {issues, ...found} = await (/\.html?$/i.test(file) ? checkPage : checkFile)(file, io);
      const told = values.quiet
        ? issues.filter(({severity}) => severity === 'error' || severity === 'warning')
        : issues;
      const report = {...found, issues: told};
      reports.push(report);
      io.progress?.('');
      if (!values.json) io.out(reportText(report, io.color));
    }
    if (values.json) io.out(reportJson(reports));
    return reports.some(({issues}) => issues.some(({severity}) => severity === 'error')) ? 1 : 0;
  },
});

/** All that is to be said of a file, in its order. */
export async function checkFile(file: string, io: Io): Promise<Report> {
  const loaded = await load(file, io);
  const issues = withoutTwice(
    [
      ...loaded.issues,
      ...review(loaded, io.today()),
      ...reviewLines(loaded),
      ...(await reviewBasemapFile(file, loaded, io)),
      ...(await reviewFiles(file, loaded.tree, io)),
    ],
    loaded.tree,
  );
  return {file, issues, positions: positionsIn(loaded, issues)};
}

function positionsIn({text, at}: Loaded, issues: readonly Issue[]): Report['positions'] {
  if (at) return new Map([['', at]]);
  // What concerns the whole file is nowhere in it.
  const pointers = issues.map(({path}) => path).filter(Boolean);
  return text === undefined || isLines(text) ? undefined : positionsOf(text, pointers);
}

/** Lines that do not say how many rows there are look whole when they are cut between two of them. */
function reviewLines({text, tree}: Loaded): readonly Issue[] {
  if (text === undefined || !isLines(text) || !isRow(tree) || tree.rows !== undefined) return [];
  return [
    {
      code: 'rows-not-said',
      severity: 'info',
      path: '/rows',
      row: 'file',
      message:
        'Its first line does not say how many rows follow, so that readers do not see when some are lost on the way.',
      fix: `Add "rows": ${countRows(tree)} to the first line, if these are all, as \`cronomapa lines\` does.`,
    },
  ];
}

/** Reads the author's own basemap, if it lies beside the story: a page resolves its address by itself. */
async function reviewBasemapFile(
  file: string,
  {dataset}: {readonly dataset?: Dataset},
  {read}: Io,
): Promise<readonly Issue[]> {
  const {basemap = ''} = dataset ?? {};
  if (!/\.(?:topo)?json$/i.test(basemap) || /^(?:[a-z]+:|\/)/i.test(basemap) || file === '-') return [];
  const text = await read(join(dirname(file), basemap)).catch(() => undefined);
  if (text === undefined) return [];
  const {json, issue} = parseJson(text);
  if (issue) return [basemapIssue(basemap, issue.message)];
  try {
    prepareBasemap(json);
    return [];
  } catch (error) {
    return [basemapIssue(basemap, (error as Error).message)];
  }
}

const basemapIssue = (basemap: string, message: string): Issue => ({
  code: 'basemap-unreadable',
  severity: 'warning',
  path: '/basemap',
  row: 'file',
  message: `The basemap "${basemap}" cannot be drawn, and the places are shown without it. ${message}`,
  fix: 'See docs/BASEMAPS.md for what a basemap holds.',
});
