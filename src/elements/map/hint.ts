import {css, html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';

/** How long a hint stays, in milliseconds. */
const HINT = 1800;

/** What a reader did that moves the page, and not the map. */
export type HintReason = 'touch' | 'wheel';

/** Words over the map that go by themselves. */
export class Hint {
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly redraw: () => void) {}

  say(reason: HintReason, {locale}: Snapshot): void {
    const text = messages(locale);
    this.stop();
    this.#show(
      reason === 'touch' ? text.touchHint : text.wheelHint(/Mac/.test(navigator.platform) ? '⌘' : 'Ctrl'),
    );
    this.#timer = setTimeout(() => this.#show(''), HINT);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#text = '';
  }

  render() {
    return this.#text ? html`<div class="hint" aria-hidden="true">${this.#text}</div>` : nothing;
  }

  #show(text: string): void {
    this.#text = text;
    this.redraw();
  }
}

export const styles = [
  css`
  .hint {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-end: 2.25rem;
    margin-inline: auto;
    inline-size: fit-content;
    max-inline-size: 90%;
    padding: 0.25em 0.75em;
    background: var(--_surface);
    border: var(--_line-width) solid var(--_line);
    border-radius: var(--_radius);
    font-size: var(--_small);
    pointer-events: none;
  }
  @media print {
    .hint {
      display: none;
    }
  }
`,
];
