import type {ReactiveController} from 'lit';
import type {StoreController} from '../base/index.js';
import type {CronoTimeline} from '../timeline/timeline.js';

/** The views that share the height. */
const VIEWS = 'crono-map, crono-timeline, crono-chart, crono-claims';

/** Fits the views beside the text into the height that they share: a timeline that is too tall for it merges marks. */
export class GraphicRoom implements ReactiveController {
  #room = 0;
  #views: readonly HTMLElement[] = [];
  #box: HTMLElement | undefined;
  // In the next frame, as a timeline that is drawn anew in this one would be told again.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  /** @param store that of the element around the views */
  constructor(readonly store: StoreController) {
    store.host.addController(this);
  }

  hostUpdated(): void {
    // The views have their slot after the update.
    queueMicrotask(() => this.#follow());
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#box = undefined;
  }

  /** Follows the views in the graphic from now on. */
  #follow(): void {
    const {host} = this.store;
    const told = host.shadowRoot?.querySelector<HTMLElement>('.told');
    const box = told?.querySelector<HTMLElement>('.views');
    if (!told || !box || !host.isConnected) return;
    const views = [...host.children]
      .filter(({slot}) => slot === 'graphic')
      .flatMap((node) => [...(node.matches(VIEWS) ? [node] : node.querySelectorAll(VIEWS))])
      .filter((view) => view.checkVisibility()) as HTMLElement[];
    told.classList.toggle('several', views.length > 1);
    if (
      box === this.#box &&
      views.length === this.#views.length &&
      views.every((each, i) => each === this.#views[i])
    )
      return;
    this.hostDisconnected();
    this.#box = box;
    this.#views = views;
    for (const each of [box, ...views]) this.#observer.observe(each);
  }

  /** Whether the views show what a step says, or all, and not what the reader asks of them. */
  get #isLed(): boolean {
    const {step, range} = this.store.snapshot ?? {};
    return (step != null || range === null) && !this.store.host.querySelector(':focus-within');
  }

  #fit(): void {
    if (!this.#box) return;
    const {clientHeight, scrollHeight} = this.#box;
    const isOther = this.#room > 0 && clientHeight !== this.#room;
    this.#room = clientHeight;
    const excess = scrollHeight - clientHeight;
    if (!isOther && (excess <= 0 || !this.#isLed)) return;
    for (const view of this.#views)
      if (view.localName === 'crono-timeline') (view as CronoTimeline).lower?.(isOther ? -Infinity : excess);
  }
}
