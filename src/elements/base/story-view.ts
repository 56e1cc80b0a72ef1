import {html, type PropertyDeclarations, type PropertyValues} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {CronoElement} from './crono-element.js';
import {StoreController} from './store-controller.js';

/**
 * An element that shows a story: the one around it, or the one named by `for`. Until a dataset is ready it shows what is
 * in its slot.
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

  /** What draws the element anew when it changes, besides the dataset and the language. */
  protected abstract watch(snapshot: Snapshot): readonly unknown[];

  /** Computes what is drawn, and sets states; undefined while no dataset is ready. Before each drawing. */
  protected prepare(_snapshot: Snapshot | undefined): void {}

  /** Draws the story; undefined while something is missing for that, and the slot stays. */
  protected abstract renderStory(snapshot: Snapshot): unknown;

  /** The story as it is, once a dataset is ready. */
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
