import {clientBox} from '../base/index.js';
import {ReadingLine} from './reading-line.js';
import scrollingStyles from './scrolling.styles.js';

/** The steps that are scrolled past. */
export interface ScrolledSteps {
  /** The reader has come to a step. */
  onStep(index: number): void;
}

export const styles = [scrollingStyles];

/** Steps beside or over their views, which are told as the reader scrolls; the scroll itself is left alone. */
export class Scrolling {
  /** While a link leads to a step, what is scrolled past does not count. */
  #arrival: Pick<AbortSignal, 'aborted'> | undefined;
  readonly #line = new ReadingLine((index) => {
    if (this.#arrival?.aborted !== false) this.steps.onStep(index);
  });

  /** What is focused by keys in a view is not below the text, until the reader goes on otherwise. */
  readonly #onInput = (event: Event): void => {
    const isKey = event instanceof KeyboardEvent;
    if (!isKey || event.key === 'Tab') (event.currentTarget as Element).classList.toggle('keyed', isKey);
  };

  constructor(readonly steps: ScrolledSteps) {}

  /** The step that is read; -1 before the first. */
  get index(): number {
    return this.#line.index;
  }

  /** Follows what is drawn. */
  follow(told: HTMLElement): void {
    this.#line.follow([...told.querySelectorAll('.step')]);
    const height = this.#line.heightPx;
    for (const type of ['keyup', 'wheel', 'pointerdown'])
      told.addEventListener(type, this.#onInput, {passive: true});
    if (height) told.style.setProperty('--_screen', `${height}px`);
  }

  stop(): void {
    this.#line.stop();
  }

  /** A link leads to a step: scrolls to its text, unless the browser has by then, as it does on the way back. */
  async goTo(at: number, text: HTMLElement): Promise<void> {
    const waiting = {aborted: false};
    this.#arrival = waiting;
    const frame = () => new Promise(requestAnimationFrame);
    const fetched = import('../story/arrival.js').catch(() => undefined);
    const [arrival] = await Promise.all([fetched, frame().then(frame)]);
    if (this.#arrival !== waiting) return;
    const {top, bottom} = clientBox(text);
    const isRead = this.index === at && top >= 0 && bottom <= innerHeight;
    this.#arrival = isRead ? undefined : arrival?.arriveAt(text, 'center');
  }
}
