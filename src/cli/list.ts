import type {Dataset} from '../core/dataset/index.js';
import {claimsHtml, listHtml, measuresHtml} from '../static/index.js';
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
    const html = htmlOf(dataset, values.question, values.measure, {
      language,
      headingLevel: Number(level),
      withoutSources: values['without-sources'],
      open: values.open,
    });
    if (html === undefined) {
      const what = values.question === undefined ? 'measure' : 'question';
      io.err(`${plain(file)} has no ${what} "${plain(values.question ?? values.measure ?? '')}".\n`);
      return 1;
    }
    io.out(html);
    return 0;
  },
});

function htmlOf(
  dataset: Dataset,
  question: string | undefined,
  measure: string | undefined,
  options: Parameters<typeof listHtml>[1],
): string | undefined {
  if (question !== undefined) return claimsHtml(dataset, question, options);
  if (measure !== undefined) return measuresHtml(dataset, measure.split(/[\s,]+/), options);
  return listHtml(dataset, options);
}
