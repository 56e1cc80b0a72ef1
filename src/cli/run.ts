import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {type Dataset, formatLines, type Issue, isLines, isRow, parseJson} from '../core/dataset/index.js';
import {prepare as prepareBasemap} from '../core/topology/index.js';
import {claimsHtml, listHtml, measuresHtml} from '../static/index.js';
import {basemap} from './basemap.js';
import {cite} from './cite.js';
import {importFile} from './import.js';
import type {Io} from './io.js';
import {load, parseText, readText, review, withoutTwice} from './load.js';
import {plain, type Report, reportJson, reportText} from './report.js';
import {embed} from './snippet.js';
import {checkTheme} from './theme.js';
import {languageOf, USAGE, UsageError} from './usage.js';

/** Converts a story between JSON and newline-delimited JSON. */
async function convert(args: readonly string[], io: Io, to: 'lines' | 'json'): Promise<number> {
  const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(`${to} needs one file.`);
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
  } else {
    let lines: string[] = [];
    for (const line of formatLines(json)) {
      if (lines.push(line) < 1000) continue;
      io.out(`${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) io.out(`${lines.join('\n')}\n`);
  }
  return issues.length > 0 ? 1 : 0;
}

const hasError = ({issues}: Report) => issues.some(({severity}) => severity === 'error');

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

async function check(args: readonly string[], io: Io): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {json: {type: 'boolean'}, quiet: {type: 'boolean'}},
  });
  if (positionals.length === 0) throw new UsageError('check needs a file.');
  const reports: Report[] = [];
  // Sequentially, so that only one large file is in memory.
  for (const file of positionals) {
    const loaded = await load(file, io);
    const issues = withoutTwice([
      ...loaded.issues,
      ...review(loaded),
      ...(await reviewBasemapFile(file, loaded, io)),
    ]);
    const told = values.quiet
      ? issues.filter(({severity}) => severity === 'error' || severity === 'warning')
      : issues;
    reports.push({file, issues: told});
    if (!values.json) io.out(reportText({file, issues: told}, io.color));
  }
  if (values.json) io.out(reportJson(reports));
  return reports.some(hasError) ? 1 : 0;
}

async function list(args: readonly string[], io: Io): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: {type: 'string'},
      'heading-level': {type: 'string'},
      'without-sources': {type: 'boolean'},
      open: {type: 'boolean'},
      question: {type: 'string'},
      measure: {type: 'string'},
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('list needs one file.');
  const level = values['heading-level'] ?? '3';
  if (!/^[1-6]$/.test(level)) throw new UsageError(`"${level}" is not a level of headings, 1 to 6.`);
  const language = values.language === undefined ? undefined : languageOf(values.language);
  const {dataset, issues} = await load(file, io);
  const errors = issues.filter(({severity}) => severity === 'error');
  if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
  // Invalid rows do not prevent output: only a file without valid ones fails.
  if (!dataset || (errors.length > 0 && dataset.events.length + dataset.figures.length === 0)) return 1;
  const options = {
    language,
    headingLevel: Number(level),
    withoutSources: values['without-sources'],
    open: values.open,
  };
  const {question, measure} = values;
  const html =
    question !== undefined
      ? claimsHtml(dataset, question, options)
      : measure !== undefined
        ? measuresHtml(dataset, measure.split(/[\s,]+/), options)
        : listHtml(dataset, options);
  if (html === undefined) {
    io.err(
      `${plain(file)} has no ${question === undefined ? 'measure' : 'question'} "${plain(question ?? measure ?? '')}".\n`,
    );
    return 1;
  }
  io.out(html);
  return 0;
}

/** Grades themes; exit status 0 when every pair of each one passes. */
async function theme(args: readonly string[], io: Io): Promise<number> {
  const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
  const [what, ...files] = positionals;
  if (what !== 'check' || files.length === 0) throw new UsageError('theme check needs a file.');
  let isSound = true;
  for (const file of files) {
    const {text, issues} = await readText(file, io);
    if (text === undefined) io.err(reportText({file, issues}, false));
    const {lines, passes} = text === undefined ? {lines: [], passes: false} : checkTheme(text);
    if (lines.length > 0) io.out(`${plain(file)}\n${lines.map((line) => `  ${plain(line)}\n`).join('')}`);
    isSound &&= passes;
  }
  return isSound ? 0 : 1;
}

/** Runs one command, and returns its exit status. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === '--help' || command === '-h' || (command && rest.some((arg) => arg === '--help'))) {
      io.out(USAGE);
      return 0;
    }
    if (command === '--version') {
      io.out(`${io.version}\n`);
      return 0;
    }
    if (command === 'check') return await check(rest, io);
    if (command === 'list') return await list(rest, io);
    if (command === 'snippet' || command === 'oembed')
      return await embed(rest, command, io, (file) => load(file, io));
    if (command === 'basemap') return await basemap(rest, io);
    if (command === 'cite') return await cite(rest, io, (file) => load(file, io));
    if (command === 'import') return await importFile(rest, io);
    if (command === 'theme') return await theme(rest, io);
    if (command === 'lines' || command === 'json') return await convert(rest, io, command);
    throw new UsageError(
      command === undefined ? 'Name a command.' : `There is no command or option "${command}".`,
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!(error instanceof UsageError) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
    io.err(`${plain((error as Error).message)}\n\n${USAGE}`);
    return 2;
  }
}
