import type {PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {NearController, PartController, ResizeController, SightController, StoryView} from '../base/index.js';
import styles from './list.styles.js';

/**
 * @summary The events as rows under years and months, each of which opens to all that the card says of it.
 * @since 0.1.0
 *
 * The rendering code is loaded once a dataset is ready and the list near the screen, or the reader has made a first
 * gesture on the page. A press on a title selects its event and opens its row; on that of the selected one it closes or opens it. Print opens
 * all rows.
 *
 * Events excluded by the range or a filter are hidden until the reader asks for them, and then marked; print includes
 * all. With more than 100 events, the list is a scroll container that draws only the events near the scroll
 * position, and prints the first 200.
 *
 * @element crono-list
 *
 * @slot - Shown until a dataset is ready: the list without JavaScript.
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked an event.
 *
 * @csspart year - The events of a year, with its heading.
 * @csspart month - Those of a month.
 * @csspart pause - How much time without events is before them, where timelines fold it.
 * @csspart item - One event, shape or route; also `item-selected`, `item-dimmed`.
 * @csspart row - The item of an event, which opens.
 * @csspart date - Its date in words.
 * @csspart row-date - That of an event.
 * @csspart title - Its title, a button.
 * @csspart row-title - That of an event.
 * @csspart row-figure - Its leading figures with their claimants.
 * @csspart status - Status of the event or of a figure.
 * @csspart text - In an open row: its text; so are the following.
 * @csspart place - One of its places, and how near it is known.
 * @csspart figure - One figure with its claimant.
 * @csspart value - Its number.
 * @csspart claimant - Its claimant.
 * @csspart first-source - Its first source, in one line.
 * @csspart section - What opens on request: sources, related events, how places are known, further figures.
 * @csspart summary - The title of such a section, which opens it.
 * @csspart source - One numbered source.
 * @csspart correction - One correction.
 * @csspart count - The number of shown events.
 * @csspart position - Which part of a long list is in view.
 *
 * @cssproperty --crono-list-surface - Background; none by default.
 * @cssproperty --crono-list-padding - Room between that and what it holds; none by default.
 * @cssproperty --crono-list-height - Maximum height of a long list.
 * @cssstate empty - No event falls in the range.
 */
export class CronoList extends StoryView {
  static override readonly tag = 'crono-list';
  static override styles = [StoryView.styles, styles];
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
    open: {type: Boolean},
  };

  /** Level of the years' headings, 1 to 5; the months follow. */
  headingLevel = 3;

  /** Opens all rows at first. */
  open = false;

  protected override readonly coming = 'list';
  readonly #size = new ResizeController(this);
  readonly #near = new NearController(this, true);
  readonly #panel = new PartController(
    this,
    () => import('./list-panel.js'),
    ({ListPanel}) =>
      new ListPanel({
        element: this,
        store: this.store,
        size: this.#size,
        renderNow: () => this.performUpdate(),
      }),
  );

  constructor() {
    super();
    new SightController(
      this,
      () => this.store.story,
      ({lists}) => void lists.push(this.#list),
    );
  }

  readonly #list = {
    isShown: () => this.checkVisibility(),
    printsAll: () => !(this.#panel.value?.isLong ?? true),
    show: async (id: string) => (await this.#panel.fetch())?.show(id),
  };

  protected override watch({selected, shown, hosts}: Snapshot) {
    return [selected, shown, hosts];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    const panel = snapshot && this.#near.near ? this.#panel.get() : this.#panel.value;
    this.setState('empty', snapshot !== undefined && panel?.prepare(snapshot) === 0);
  }

  protected override updated(): void {
    if (this.snapshot) this.#panel.value?.settle();
  }

  protected override renderStory(snapshot: Snapshot) {
    return this.#panel.value?.render(snapshot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-list': CronoList;
  }
}
