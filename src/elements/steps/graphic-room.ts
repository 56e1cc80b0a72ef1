import type {ReactiveController} from 'lit';
import {sameValues} from '../../core/memo/index.js';
import type {StoreController} from '../base/index.js';
import type {CronoTimeline} from '../timeline/timeline.js';

/** The views that share the height. */
const VIEWS = 'crono-map, crono-timeline, crono-chart, crono-claims';

/** Fits the views beside the text into the height that they share: a timeline that is too tall for it merges marks. */
export class GraphicRoom implements ReactiveController {
  #room = 0;
  #views: readonly Element[] = [];
  /** How many of them are seen. */
  #seen = 0;
  #box: HTMLElement | undefined;
  readonly #observer = new ResizeObserver(() => {
    const seen = this.#seen;
    this.#countSeen();
    // Asked while layout is clean, where nearly always all is well.
    if (this.#box?.clientHeight === this.#room && this.#excess <= 0 && seen === this.#seen) return;
    // In the next frame, as a timeline that is drawn anew in this one would be told again.
    requestAnimationFrame(() => {
      this.#share();
      this.#fit();
    });
  });

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
    const box = host.shadowRoot?.querySelector<HTMLElement>('.told .views');
    if (!box || !host.isConnected) return;
    const views = [...host.children]
      .filter(({slot}) => slot === 'graphic')
      .flatMap((node) => [...(node.matches(VIEWS) ? [node] : node.querySelectorAll(VIEWS))]);
    if (box !== this.#box || !sameValues(views, this.#views)) {
      this.hostDisconnected();
      this.#box = box;
      this.#views = views;
      this.#countSeen();
      for (const each of [box, ...views]) this.#observer.observe(each);
    }
    this.#share();
  }

  #countSeen(): void {
    this.#seen = this.#views.filter((view) => view.checkVisibility()).length;
  }

  /** Says whether several views are seen, and so share the height. */
  #share(): void {
    this.#box?.closest('.told')?.classList.toggle('several', this.#seen > 1);
  }

  /** Whether the views show what a step says, or all, and not what the reader asks of them. */
  get #isLed(): boolean {
    const {step, range} = this.store.snapshot ?? {};
    return (step != null || range === null) && !this.store.host.querySelector(':focus-within');
  }

  /** What the views take more than there is, in pixels. */
  get #excess(): number {
    return this.#box ? this.#box.scrollHeight - this.#box.clientHeight : 0;
  }

  #fit(): void {
    if (!this.#box) return;
    const {clientHeight} = this.#box;
    const isOther = this.#room > 0 && clientHeight !== this.#room;
    this.#room = clientHeight;
    if (!isOther && (this.#excess <= 0 || !this.#isLed)) return;
    for (const view of this.#views)
      if (view.localName === 'crono-timeline')
        (view as CronoTimeline).lower?.(() => (isOther ? -Infinity : this.#excess));
  }
}
