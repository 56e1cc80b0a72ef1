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
  /** Where the step that is shown stands among all. */
  readonly place: string;
  readonly nameOf: (index: number) => string;
  /** @param isFocused what was pressed goes away: the focus stays with the text */
  readonly turn: (to: number, isFocused?: boolean) => void;
}

export const styles = [slideStyles];

/** Where an arrow key leads: 1 to the right, -1 to the left; 0 for other keys, and those of something else. */
function wayOfKey(event: KeyboardEvent): number {
  const {key, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey} = event;
  const way = {ArrowRight: 1, ArrowLeft: -1}[key];
  if (!way || defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return 0;
  event.preventDefault();
  return way;
}

/** Steps one at a time: their title and end, and what turns them. */
export class Slides {
  readonly #swipe = new Swipe();

  constructor(readonly read: () => TurnedSteps) {}

  /** Hears keys and fingers, but of what takes them itself. */
  handleEvent(event: KeyboardEvent | PointerEvent): void {
    if ((event.target as Element).closest('input,select,textarea,video,audio,[contenteditable]')) return;
    const way = event instanceof KeyboardEvent ? wayOfKey(event) : -this.#swipe.wayOf(event);
    const {snapshot, at, turn} = this.read();
    if (way) turn(direction(snapshot.locale) === 'rtl' ? at - way : at + way);
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
    const {text, first, turn} = this.read();
    return html`<div class="said">
      <p part="text">${text.explore}</p>
      <p><button @click=${() => turn(first, true)}>${text.again}</button></p>
    </div>`;
  }

  /** The buttons that turn slides, and between them where the reader is: a menu that names all steps. */
  renderTurning() {
    const {snapshot, text, count, at, first, last, place, nameOf, turn} = this.read();
    // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the ends.
    const button = (part: 'previous' | 'next', by: 1 | -1, end: number, label = '') =>
      html`<button part=${part} aria-label=${label ? nothing : text[part]} title=${text[part]} aria-disabled=${at === end}
        @click=${() => turn(this.read().at + by)}>${label}<svg viewBox="-8 -8 16 16" width="1em" height="1em"
          aria-hidden="true"><path d=${`M${-2.5 * by},-5l${5 * by},5l${-5 * by},5`}></path></svg></button>`;
    const names = Array.from({length: last - first + 1}, (_, i) => {
      const to = first + i;
      if (to < 0) return text.beginning;
      return to < count ? `${formatNumber(to + 1, snapshot.locale || 'en')}. ${nameOf(to)}` : text.end;
    });
    return html`<div part="turning" role="group" aria-label=${text.steps}>
      ${button('previous', -1, first)}
      <span part="place">${at < 0 ? '' : at < count ? place : text.end}</span>
      <select part="progress" aria-label=${text.steps} @change=${(event: Event) => turn(first + (event.target as HTMLSelectElement).selectedIndex)}>
        ${names.map((name, i) => html`<option .selected=${at === first + i}>${name}</option>`)}
      </select>
      ${button('next', 1, last, at < 0 ? text.begin : '')}
    </div>`;
  }
}
