import {clientBox} from '../base/index.js';
import {GraphicRoom} from './graphic-room.js';
import {ReadingLine} from './reading-line.js';
import scrollingStyles from './scrolling.styles.js';

/** The steps that are scrolled past. */
export interface ScrolledSteps {
  /** Whether the views show what a step says, and not what the reader asks of them. */
  isLed(): boolean;
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
  readonly #room = new GraphicRoom(() => this.steps.isLed());

  constructor(readonly steps: ScrolledSteps) {}

  /** The step that is read; -1 before the first. */
  get index(): number {
    return this.#line.index;
  }

  /** Follows what is drawn, with the views in its graphic. */
  follow(told: HTMLElement, graphic: readonly Element[]): void {
    this.#line.follow([...told.querySelectorAll('.step')]);
    const names = 'crono-map, crono-timeline, crono-chart, crono-claims';
    const views = graphic
      .flatMap((node) => [...(node.matches(names) ? [node] : node.querySelectorAll(names))])
      .filter((view) => view.checkVisibility()) as HTMLElement[];
    told.classList.toggle('several', views.length > 1);
    const height = this.#line.heightPx;
    if (height) told.style.setProperty('--_screen', `${height}px`);
    const box = told.querySelector<HTMLElement>('.views');
    if (box) this.#room.follow(box, views);
  }

  stop(): void {
    this.#line.stop();
    this.#room.stop();
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
