import {html, type PropertyDeclarations, type PropertyValues} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {CronoElement} from './crono-element.js';
import {StoreController} from './store-controller.js';

/**
 * The base class of elements that show a story: the enclosing one, or the one named by `for`. Until a dataset is ready it
 * shows its slot.
 *
 * @attr {string} for - Id of the story, when the element is not inside it.
 * @slot - Shown until a dataset is ready.
 */
export abstract class StoryView extends CronoElement {
  static override readonly properties: PropertyDeclarations = {
    for: {},
  };

  /** Id of the story, when the element is not inside it. */
  for: string | undefined;

  /** @internal */
  protected readonly store = new StoreController(this, (snapshot) => [
    snapshot.status,
    snapshot.dataset,
    snapshot.locale,
    snapshot.words,
    ...this.watch(snapshot),
  ]);

  /** The values that re-render the element when they change, besides dataset and language. */
  protected abstract watch(snapshot: Snapshot): readonly unknown[];

  /**
   * Called before each update, to compute what to render and set custom states; the snapshot is undefined while no
   * dataset is ready.
   */
  protected prepare(_snapshot: Snapshot | undefined): void {}

  /** Renders the story; undefined while something is not loaded, so that the slot stays. */
  protected abstract renderStory(snapshot: Snapshot): unknown;

  /** The snapshot, once a dataset is ready. */
  protected get snapshot(): Snapshot | undefined {
    const {snapshot} = this.store;
    return snapshot?.status === 'ready' ? snapshot : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.store.reconnect();
    this.prepare(this.snapshot);
  }

  protected override render(): unknown {
    const {snapshot} = this;
    return (snapshot && this.renderStory(snapshot)) ?? html`<slot></slot>`;
  }
}
