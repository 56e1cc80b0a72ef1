/** What is wrong with a story's file, for its editors: in English, as all that `cronomapa check` says. */
import {css, html} from 'lit';
import type {Issue} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {repeat} from '../base/repeat.js';

/** More are counted, and not listed. */
const MOST = 200;

export const styles = [
  css`
    .issues {
      margin-block-end: 1em;
      padding: 0.5em 0.75em;
      border: 1px solid var(--_line);
      font-size: 0.875em;
    }
    .issues summary {
      font-weight: var(--_medium);
      cursor: pointer;
    }
    .issues ul {
      max-height: 20em;
      margin: 0.5em 0 0;
      padding-inline-start: 1.25em;
      overflow-y: auto;
    }
    .issues li {
      margin-block-end: 0.5em;
      overflow-wrap: anywhere;
    }
  `,
];

const KINDS: readonly (readonly [Issue['severity'], string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['question', 'question', 'questions'],
  ['info', 'remark', 'remarks'],
];

/** In English, as the sentences of the issues are. */
const WORDS = {
  head: (counts: string) => `This file: ${counts || 'nothing to correct'}`,
  list: 'What there is to correct',
  more: (count: number) => `And ${count} more, which "cronomapa check" lists.`,
};

/** Of a story without faults the remarks have no sentences: those are for the command. */
const isSaid = ({code, message}: Issue) => message !== code;

/** Renders them by severity, with what to do. */
export function renderIssues({issues}: Snapshot) {
  const said = issues.filter(isSaid);
  const counts = KINDS.flatMap(([kind, one, many]) => {
    const count = said.filter(({severity}) => severity === kind).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  const rows = KINDS.flatMap(([kind, one]) =>
    said.filter(({severity}) => severity === kind).map((issue) => ({...issue, kind: one})),
  );
  const listed = rows.slice(0, MOST);
  return html`<details class="issues" part="issues" lang="en" dir="ltr" ?open=${said.length > 0}>
    <summary>${WORDS.head(counts.join(', '))}</summary>
    <ul tabindex="0" aria-label=${WORDS.list}>${repeat(
      listed,
      (_, i) => i,
      ({kind, row, message, fix}) => html`<li><strong>${kind}</strong>, ${row}: ${message} ${fix}</li>`,
    )}</ul>
    ${rows.length > MOST ? html`<p>${WORDS.more(rows.length - MOST)}</p>` : ''}
  </details>`;
}
