import type {Dataset} from '../core/dataset/index.js';
import {claimsHtml, listHtml, measuresHtml, stepsHtml} from '../static/index.js';
import {command, ONE_FILE} from './command.js';
import {load} from './load.js';
import {plain, reportText} from './report.js';
import {languageOf, UsageError} from './usage.js';

export const list = command({
  name: 'list',
  operands: ONE_FILE,
  summary: 'Prints a story as an HTML fragment for pages without JavaScript.',
  options: {
    language: {type: 'string', value: 'TAG', help: 'language of the texts'},
    'heading-level': {type: 'string', value: '1-6', help: 'of its headings; 3 by default'},
    'without-sources': {type: 'boolean', help: 'without the list of sources'},
    open: {type: 'boolean', help: 'all rows open; by default each opens by itself'},
    question: {
      type: 'string',
      value: 'ID',
      help: 'one question and its answers alone, for inside crono-claims',
    },
    measure: {type: 'string', value: 'ID,ID', help: 'measures as tables alone, for inside crono-chart'},
    steps: {type: 'boolean', help: 'the steps alone, as text, for inside crono-steps'},
  },
  examples: ['cronomapa list story.json --language es --heading-level 2'],
  run: async ({values, file}, io) => {
    const level = values['heading-level'] ?? '3';
    if (!/^[1-6]$/.test(level)) throw new UsageError(`"${level}" is not a level of headings, 1 to 6.`);
    const language = values.language === undefined ? undefined : languageOf(values.language);
    const {dataset, issues} = await load(file, io);
    const errors = issues.filter(({severity}) => severity === 'error');
    if (errors.length > 0) io.err(reportText({file, issues: errors}, false));
    // Invalid rows do not prevent output: only a file without valid ones fails.
    if (!dataset || (errors.length > 0 && dataset.events.length + dataset.figures.length === 0)) return 1;
    const html = htmlOf(dataset, values, {
      language,
      headingLevel: Number(level),
      withoutSources: values['without-sources'],
      open: values.open,
    });
    if (html === undefined) {
      io.err(`${plain(file)} has no ${missing(values)}.\n`);
      return 1;
    }
    io.out(html);
    return 0;
  },
});

/** The options that choose one part of a story. */
interface Choice {
  readonly question?: string | undefined;
  readonly measure?: string | undefined;
  readonly steps?: boolean | undefined;
}

function htmlOf(
  dataset: Dataset,
  {question, measure, steps}: Choice,
  options: Parameters<typeof listHtml>[1],
): string | undefined {
  if (question !== undefined) return claimsHtml(dataset, question, options);
  if (measure !== undefined) return measuresHtml(dataset, measure.split(/[\s,]+/), options);
  if (steps) return stepsHtml(dataset, options);
  return listHtml(dataset, options);
}

/** What was asked for and is not there. */
function missing({question, measure}: Choice): string {
  if (question !== undefined) return `question "${plain(question)}"`;
  return measure === undefined ? 'steps' : `measure "${plain(measure)}"`;
}
