import type {CronoTimeline} from '../timeline/timeline.js';

/** Fits the views beside the text into the height that they share: a timeline that is too tall for it merges marks. */
export class GraphicRoom {
  #room = 0;
  #views: readonly HTMLElement[] = [];
  #box: HTMLElement | undefined;
  // In the next frame, as a timeline that is drawn anew in this one would be told again.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  /** @param isLed whether the views show what a step says, and not what the reader asks of them */
  constructor(readonly isLed: () => boolean) {}

  /** Follows the views in a box from now on. */
  follow(box: HTMLElement, views: readonly HTMLElement[]): void {
    if (
      box === this.#box &&
      views.length === this.#views.length &&
      views.every((each, i) => each === this.#views[i])
    )
      return;
    this.stop();
    this.#box = box;
    this.#views = views;
    for (const each of [box, ...views]) this.#observer.observe(each);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#box = undefined;
  }

  #fit(): void {
    if (!this.#box) return;
    const {clientHeight, scrollHeight} = this.#box;
    const isOther = this.#room > 0 && clientHeight !== this.#room;
    this.#room = clientHeight;
    const excess = scrollHeight - clientHeight;
    if (!isOther && (excess <= 0 || !this.isLed())) return;
    for (const view of this.#views)
      if (view.localName === 'crono-timeline') (view as CronoTimeline).lower?.(isOther ? -Infinity : excess);
  }
}
