import {inquiriesOf} from '../core/claims/index.js';
import type {Dataset, Figure, Measure} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {
  claimantCell,
  dateOf,
  definitionsOf,
  mannerOf,
  plain,
  remarksOf,
  sourceNotes,
  statusOf,
  valueWords,
} from '../words/index.js';
import {figureHtml} from './facts.js';
import {type Content, type Html, heading, html} from './html.js';
import {langAttributes, markup, prose, type Reading} from './words.js';

export interface FragmentOptions {
  /** Language of the reader, BCP 47; by default the story's. */
  readonly language?: string | undefined;
  /** Level of the heading, 1 to 6. */
  readonly headingLevel?: number | undefined;
}

/** Source numbers link to the sources directly, since the fragment may stand on a page without the bibliography. */
const readingOf = (dataset: Dataset, {language = dataset.language}: FragmentOptions): Reading => ({
  dataset,
  locale: language,
  sources: false,
});

const fragment = ({locale}: Reading, content: Content): string =>
  html`<div${langAttributes(locale)}>\n${content}</div>\n`.toString();

/**
 * One question with every figure that answers it, as HTML without JavaScript: the fallback content of `crono-claims`.
 * Undefined when the dataset has no question with that id.
 */
export function claimsHtml(
  dataset: Dataset,
  question: string,
  options: FragmentOptions = {},
): string | undefined {
  const reading = readingOf(dataset, options);
  const claims = claimsOf(question, options.headingLevel ?? 3, reading);
  return claims && fragment(reading, claims);
}

/** A question as heading, and every figure that answers it; undefined where there is none with that id. */
export function claimsOf(question: string, headingLevel: number, reading: Reading): Content[] | undefined {
  const inquiry = inquiriesOf(reading.dataset).find(({id}) => id === question);
  if (!inquiry?.question) return undefined;
  const text = messages(reading.locale);
  const lists = inquiry.groups.map(
    ({figures}) =>
      html`<ul>\n${figures.map((figure) => html`<li>${figureHtml(figure, undefined, reading)}</li>\n`)}</ul>\n`,
  );
  return [
    heading(headingLevel, prose(inquiry.question.question, reading)),
    remarksOf(inquiry.question, reading).map((each) => html`<p>${markup(each, reading)}</p>\n`),
    inquiry.disputed.size > 0 && html`<p>${text.disagree}</p>\n`,
    inquiry.figures.length === 0 && html`<p>${text.noAnswers}</p>\n`,
    lists.length > 1 && html`<p>${text.apart}</p>\n`,
    lists,
    definitionsOf(
      inquiry.figures.map(({actor}) => actor),
      reading,
    ).map((each) => html`<p>${markup(each, reading)}</p>\n`),
  ];
}

/**
 * Measures as tables of their figures, by date, as HTML without JavaScript: the fallback content of `crono-chart`.
 * Undefined when the dataset has none of them.
 */
export function measuresHtml(
  dataset: Dataset,
  ids: readonly string[],
  options: FragmentOptions = {},
): string | undefined {
  const reading = readingOf(dataset, options);
  const measures = ids.flatMap((id) => dataset.measures.find((measure) => measure.id === id) ?? []);
  if (measures.length === 0) return undefined;
  const start = ({interval}: Figure) => interval?.start ?? Infinity;
  return fragment(
    reading,
    measures.map((measure) => {
      const figures = dataset.figures
        .filter((figure) => figure.measure === measure.id)
        .sort((a, b) => (start(a) === start(b) ? 0 : start(a) < start(b) ? -1 : 1));
      return [
        heading(options.headingLevel ?? 3, prose(measure.name, reading)),
        table(measure, figures, reading),
      ];
    }),
  );
}

function table(measure: Measure, figures: readonly Figure[], reading: Reading): Html {
  const text = messages(reading.locale);
  const manner = mannerOf(measure, {unit: true, kind: true}, reading);
  const head = [text.date, text.value, text.claimant, text.statusOf, text.sources];
  const row = (figure: Figure) =>
    html`<tr><th scope="row">${dateOf(figure, reading)}</th>${[
      plain(valueWords(figure, reading)),
      markup(claimantCell(figure, reading), reading),
      markup(statusOf(figure, reading), reading),
      markup(sourceNotes(figure.cite, reading), reading),
    ].map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
  return html`<table><caption>${markup(manner, reading)}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${figures.map(row)}</tbody></table>
`;
}
