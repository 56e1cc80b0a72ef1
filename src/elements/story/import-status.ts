/** Says how far the import of a large file has come, and stops it when the reader wants. */
import {css, html, render} from 'lit';
import {importMessages} from '../../i18n/index.js';
import type {StoryHost} from './story-host.js';

const styles = css`
  :host {
    position: relative;
  }
  /* In the place of the notice, so that nothing moves. */
  .importing {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline: 0;
    background: var(--_surface, Canvas);
  }
  .importing ~ .waiting > :first-child {
    visibility: hidden;
  }
`;

/** Time between two sentences that are said, in milliseconds. */
const SAID = 2000;

export interface ImportStatus {
  /** Aborts when the reader stops it. */
  readonly stopped: AbortSignal;
  readonly show: (rows: number, all: number) => void;
  readonly remove: () => void;
}

export function showStatus(story: StoryHost): ImportStatus {
  const box = document.createElement('div');
  const stop = new AbortController();
  let said = '';
  let saidAt = -Infinity;
  const show = (rows: number, all: number) => {
    const words = importMessages(story.snapshot.locale);
    if (performance.now() - saidAt >= SAID) {
      said = words.soFar(rows, all);
      saidAt = performance.now();
    }
    const share = all > 0 ? rows / all : 0;
    render(
      html`<p role="status">${said}</p>
        <progress aria-label=${words.reading} value=${share}></progress>
        <button part="stop" @click=${() => stop.abort(new Error(words.stopped))}>${words.stop}</button>`,
      box,
    );
  };
  story.lazyParts.adopt([styles]);
  box.className = 'notice part importing';
  box.part.add('notice');
  show(0, 0);
  story.renderRoot.prepend(box);
  return {
    stopped: stop.signal,
    show,
    remove() {
      // Who pressed the button is where the next one is.
      const hasFocus = box.contains((story.renderRoot as ShadowRoot).activeElement);
      if (hasFocus)
        story.addEventListener(
          'crono-error',
          () => story.renderRoot.querySelector<HTMLElement>('[part=retry]')?.focus(),
          {once: true},
        );
      box.remove();
    },
  };
}
