import {type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {CronoElement} from './crono-element.js';
import rooms from './rooms.styles.js';
import {StoreController} from './store-controller.js';

/** Of more events each view is drawn in a task of its own. */
const MANY = 20_000;

/**
 * The base class of elements that show a story: the enclosing one, or the one named by `for`. Until a dataset is ready it
 * shows its slot, in about the room that it will need.
 *
 * @attr {string} for - Id of the story, when the element is not inside it.
 * @slot - Shown until a dataset is ready.
 * @cssstate waiting - There is nothing to draw yet.
 */
export abstract class StoryView extends CronoElement {
  static override styles: CSSResultGroup = [CronoElement.styles, rooms];
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

  /** What screen readers are told is coming, in an element that waits for the reader to come near. */
  protected readonly coming: 'list' | 'range' | 'sources' | undefined;

  #drawn: Snapshot['events'] | undefined;

  /** The snapshot, once a dataset is ready. */
  protected get snapshot(): Snapshot | undefined {
    const {snapshot} = this.store;
    return snapshot?.status === 'ready' ? snapshot : undefined;
  }

  /** Many new events are drawn by one view after the other, as all of them at once would hold up the page. */
  protected override scheduleUpdate(): Promise<void> | void {
    const {events} = this.snapshot ?? {};
    const isNew = events !== this.#drawn;
    this.#drawn = events;
    return isNew && events && events.size > MANY
      ? new Promise((resolve) => setTimeout(resolve)).then(() => super.scheduleUpdate() as undefined)
      : (super.scheduleUpdate() as undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.store.reconnect();
    this.prepare(this.snapshot);
  }

  protected override render(): unknown {
    const {snapshot} = this;
    const content = snapshot && this.renderStory(snapshot);
    this.setState('waiting', content === undefined);
    return content ?? this.#renderRoom(snapshot);
  }

  /** Renders what is shown until there is something to draw; for screen readers, what is coming. */
  #renderRoom(snapshot: Snapshot | undefined) {
    const text = snapshot && messages(snapshot.locale);
    return html`<slot class=${this.childElementCount > 0 ? nothing : 'skeleton'}>${
      text && this.coming
        ? html`<p class="visually-hidden">${text[this.coming]}. ${text.loading}</p>`
        : nothing
    }</slot>`;
  }
}
