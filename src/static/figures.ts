import {inquiriesOf} from '../core/claims/index.js';
import type {Dataset, Figure, Measure} from '../core/dataset/index.js';
import {formatFigure, messages} from '../i18n/index.js';
import {
  claimantOf,
  dateWords,
  figureWords,
  inLanguage,
  notes,
  type Reading,
  spoken,
  statusOf,
} from './facts.js';
import {type Content, type Html, heading, html, joined} from './html.js';

export interface FragmentOptions {
  /** Language of the reader, BCP 47; that of the story by default. */
  readonly language?: string | undefined;
  /** Level of the heading, 1 to 6. */
  readonly headingLevel?: number | undefined;
}

/** Numbers of sources lead to the sources themselves: where the fragment will stand is not known. */
const readingOf = (dataset: Dataset, {language = dataset.language}: FragmentOptions): Reading => ({
  dataset,
  language,
  sources: false,
});

const fragment = ({language}: Reading, content: Content): string =>
  html`<div${spoken(language)}>\n${content}</div>\n`.toString();

/**
 * One question and every figure that answers it, as HTML without JavaScript: what stands inside `crono-claims`.
 * Undefined when the dataset asks no such question.
 */
export function claimsHtml(
  dataset: Dataset,
  question: string,
  options: FragmentOptions = {},
): string | undefined {
  const inquiry = inquiriesOf(dataset).find(({id}) => id === question);
  if (!inquiry?.question) return undefined;
  const reading = readingOf(dataset, options);
  const text = messages(reading.language);
  const {note} = inquiry.question;
  const lists = inquiry.groups.map(
    ({figures}) =>
      html`<ul>\n${figures.map((figure) => html`<li>${figureWords(figure, undefined, reading)}</li>\n`)}</ul>\n`,
  );
  return fragment(reading, [
    heading(options.headingLevel ?? 3, inLanguage(inquiry.question.question, reading)),
    note !== undefined && html`<p>${inLanguage(note, reading)}</p>\n`,
    inquiry.disputed.size > 0 && html`<p>${text.disagree}</p>\n`,
    inquiry.figures.length === 0 && html`<p>${text.noAnswers}</p>\n`,
    lists.length > 1 && html`<p>${text.apart}</p>\n`,
    lists,
  ]);
}

/**
 * Measures as tables of their figures, by date, as HTML without JavaScript: what stands inside `crono-chart`.
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
        heading(options.headingLevel ?? 3, inLanguage(measure.name, reading)),
        table(measure, figures, reading),
      ];
    }),
  );
}

function table({unit, kind, since}: Measure, figures: readonly Figure[], reading: Reading): Html {
  const {language} = reading;
  const text = messages(language);
  const how = [unit, text.measureKind[kind], since && text.since(dateWords(since, language))];
  const row = (figure: Figure) =>
    html`<tr><th scope="row">${figure.date ? dateWords(figure.date, language) : text.dateUnknown}</th><td>${formatFigure(
      figure.value,
      figure.comparator,
      language,
    )}</td><td>${claimantOf(figure, reading)}</td><td>${statusOf(figure, reading)}</td><td>${notes(figure.cite, reading)}</td></tr>\n`;
  return html`<table><caption>${joined(how, text.comma)}</caption>
<thead><tr><th scope="col">${text.date}</th><th scope="col">${text.value}</th><th scope="col">${text.claimant}</th><th scope="col">${text.statusOf}</th><th scope="col">${text.sources}</th></tr></thead>
<tbody>
${figures.map(row)}</tbody></table>
`;
}
