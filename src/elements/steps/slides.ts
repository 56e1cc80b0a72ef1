import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {formatNumber, stepMessages} from '../../i18n/index.js';
import {heading, inlineText} from '../base/index.js';
import type {Chapter} from './sections.js';
import {nameOfStep, placeOf} from './step.js';

/** What slides are turned by. */
export interface Turning {
  readonly chapters: readonly Chapter[];
  /** Index of the step that is shown; -1 for the title, the number of steps for the end. */
  readonly at: number;
  /** First and last index: with the title and the end, where there are any. */
  readonly first: number;
  readonly last: number;
  readonly turn: (to: number) => void;
  readonly turnBy: (by: 1 | -1) => void;
}

/** The first slide: what the story is called, and what it is about. */
export function renderTitle(snapshot: Snapshot, level: number) {
  const {title, summary} = snapshot.dataset;
  return html`<div class="said">
    ${heading(level, 'title', inlineText(title, snapshot))}
    ${summary === undefined ? nothing : html`<p part="text">${inlineText(summary, snapshot)}</p>`}
  </div>`;
}

/** The last slide: what the reader can do now. */
export function renderEnd({locale}: Snapshot, again: () => void) {
  const text = stepMessages(locale);
  return html`<div class="said">
    <p part="text">${text.explore}</p>
    <p><button @click=${again}>${text.again}</button></p>
  </div>`;
}

/** The buttons that turn slides, and between them where the reader is: a menu that names all steps. */
export function renderTurning(snapshot: Snapshot, {chapters, at, first, last, turn, turnBy}: Turning) {
  const {locale} = snapshot;
  const text = stepMessages(locale);
  // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the ends.
  const button = (by: 1 | -1, name: string, path: string, label: unknown = nothing) => {
    const to = at + by;
    const isEnd = to < first || to > last;
    return html`<button part=${by > 0 ? 'next' : 'previous'}
      aria-label=${label === nothing ? name : nothing} title=${name} aria-disabled=${isEnd}
      @click=${() => turnBy(by)}>${label}<svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
  };
  const place = at < 0 ? '' : at >= chapters.length ? text.end : placeOf(at, chapters, snapshot);
  return html`<div part="turning" role="group" aria-label=${text.steps}>
    ${button(-1, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
    <span part="place">${place}</span>
    <select part="progress" aria-label=${text.steps} @change=${(event: Event) => turn(first + (event.target as HTMLSelectElement).selectedIndex)}>
      ${first < 0 ? html`<option .selected=${at === first}>${text.beginning}</option>` : nothing}
      ${chapters.map(
        (chapter, i) =>
          html`<option .selected=${at === i}>${formatNumber(i + 1, locale || 'en')}. ${nameOfStep(chapter, i, snapshot)}</option>`,
      )}
      ${last >= chapters.length ? html`<option .selected=${at === last}>${text.end}</option>` : nothing}
    </select>
    ${button(1, text.next, 'M-2.5,-5L2.5,0L-2.5,5', at < 0 ? text.begin : nothing)}
  </div>`;
}
