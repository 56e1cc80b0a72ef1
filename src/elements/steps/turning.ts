import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {direction, formatNumber, type StepMessages} from '../../i18n/index.js';
import {heading, inlineText} from '../base/index.js';
import {Swipe} from './swipe.js';
import slideStyles from './turning.styles.js';

/** The steps that are turned. */
export interface TurnedSteps {
  readonly snapshot: Snapshot;
  readonly text: StepMessages;
  readonly count: number;
  /** Index of the step that is shown; -1 for the title, the number of steps for the end. */
  readonly at: number;
  /** First and last index: with the title and the end, where there are any. */
  readonly first: number;
  readonly last: number;
  /** The name of a step, and where it stands among all. */
  readonly nameOf: (index: number) => string;
  readonly placeOf: (index: number) => string;
  /** @param isFocused what was pressed goes away: the focus stays with the text */
  readonly turn: (to: number, isFocused?: boolean) => void;
}

export const styles = [slideStyles];

/** Steps one at a time: their title and end, and what turns them. */
export class Slides {
  readonly #swipe = new Swipe((way) => this.#turnBy(-way));

  constructor(readonly read: () => TurnedSteps) {}

  /** Hears keys and fingers. */
  handleEvent(event: KeyboardEvent | PointerEvent): void {
    if (event instanceof KeyboardEvent) this.#onKeydown(event);
    else this.#swipe.handle(event);
  }

  #onKeydown(event: KeyboardEvent): void {
    const {key, altKey, ctrlKey, metaKey, shiftKey} = event;
    const by = {ArrowRight: 1, ArrowLeft: -1}[key];
    const isOther = event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey;
    if (!by || isOther || (event.target as Element).closest('input, select, textarea, [contenteditable]'))
      return;
    event.preventDefault();
    this.#turnBy(by);
  }

  /** The first slide: what the story is called, and what it is about. */
  renderTitle(level: number) {
    const {snapshot} = this.read();
    const {title, summary} = snapshot.dataset;
    return html`<div class="said">
      ${heading(level, 'title', inlineText(title, snapshot))}
      ${summary && html`<p part="text">${inlineText(summary, snapshot)}</p>`}
    </div>`;
  }

  /** The last slide: what the reader can do now. */
  renderEnd() {
    const {text} = this.read();
    return html`<div class="said">
      <p part="text">${text.explore}</p>
      <p><button @click=${() => this.read().turn(this.read().first, true)}>${text.again}</button></p>
    </div>`;
  }

  /** The buttons that turn slides, and between them where the reader is: a menu that names all steps. */
  renderTurning() {
    const {snapshot, text, count, at, first, last, nameOf, placeOf} = this.read();
    const digits = (number: number) => formatNumber(number, snapshot.locale || 'en');
    // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the ends.
    const button = (by: 1 | -1, name: string, path: string, label = '') => {
      const to = at + by;
      return html`<button part=${by > 0 ? 'next' : 'previous'}
        aria-label=${label ? nothing : name} title=${name} aria-disabled=${to < first || to > last}
        @click=${() => this.read().turn(this.read().at + by)}>${label}<svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
    };
    const place = at < 0 ? '' : at >= count ? text.end : placeOf(at);
    return html`<div part="turning" role="group" aria-label=${text.steps}>
      ${button(-1, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
      <span part="place">${place}</span>
      <select part="progress" aria-label=${text.steps} @change=${(event: Event) => this.read().turn(first + (event.target as HTMLSelectElement).selectedIndex)}>
        ${first < 0 ? html`<option .selected=${at === first}>${text.beginning}</option>` : nothing}
        ${Array.from(
          {length: count},
          (_, i) => html`<option .selected=${at === i}>${digits(i + 1)}. ${nameOf(i)}</option>`,
        )}
        ${last >= count ? html`<option .selected=${at === last}>${text.end}</option>` : nothing}
      </select>
      ${button(1, text.next, 'M-2.5,-5L2.5,0L-2.5,5', at < 0 ? text.begin : '')}
    </div>`;
  }

  /** @param way 1 to the right */
  #turnBy(way: number): void {
    const isReversed = direction(this.read().snapshot.locale) === 'rtl';
    this.read().turn(this.read().at + (isReversed ? -way : way));
  }
}
