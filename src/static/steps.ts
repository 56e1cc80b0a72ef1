import type {Dataset, Step} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {eventLine} from '../words/index.js';
import {claimsOf, type FragmentOptions} from './figures.js';
import {type Content, heading, html} from './html.js';
import {mediumHtml} from './media.js';
import {langAttributes, markup, prose, type Reading} from './words.js';

/** The event that a step selects, with its leading figures and sources. */
function factsOf({select}: Step, reading: Reading): Content {
  const event = select === undefined ? undefined : indexOf(reading.dataset).event.get(select);
  if (!event) return false;
  return html`<p>${markup(eventLine(event, reading), reading)}</p>
`;
}

/**
 * The steps of a story as text, as HTML without JavaScript: the fallback content of `crono-steps`. Undefined when the
 * dataset has none.
 */
export function stepsHtml(dataset: Dataset, options: FragmentOptions = {}): string | undefined {
  if (dataset.steps.length === 0) return undefined;
  const {language = dataset.language, headingLevel = 3} = options;
  // Source numbers link to the sources directly, since the fragment may stand on a page without the bibliography.
  const reading = {dataset, locale: language, sources: false};
  const steps = dataset.steps.map((step) => [
    step.title !== undefined && heading(headingLevel, prose(step.title, reading)),
    step.text !== undefined && html`<p>${prose(step.text, reading)}</p>\n`,
    (step.media ?? []).map((medium) => mediumHtml(medium, reading)),
    factsOf(step, reading),
    step.question !== undefined && (claimsOf(step.question, Math.min(headingLevel + 1, 6), reading) ?? false),
  ]);
  return html`<div${langAttributes(language)}>\n${steps}</div>\n`.toString();
}
