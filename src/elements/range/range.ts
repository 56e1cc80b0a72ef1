import type {Snapshot} from '../../core/store/index.js';
import {NearController, PartController, ResizeController, StoryView} from '../base/index.js';

/**
 * @summary An overview of the whole time span of the story, with two handles that set the range.
 * @since 0.1.0
 *
 * @element crono-range
 *
 * @fires {CronoRequestEvent} crono-request - The reader set another range.
 *
 * @csspart handle - One of the two handles.
 * @csspart window - The selected range between them.
 * @csspart words - The period in words.
 * @csspart count - How many events fall in it.
 * @csspart spread - That each event counts once, where some are spread over several bars.
 * @csspart folded - A stretch of time without events that timelines fold.
 * @csspart axis - The dates below.
 * @csspart tip - How many events there are at the pointer, and when.
 *
 * @cssproperty --crono-range-surface - Background; none by default.
 * @cssproperty --crono-range-padding - Room between its background and what it holds; none by default.
 * @cssstate dragging - A handle or the window is being moved.
 */
export class CronoRange extends StoryView {
  static override readonly tag = 'crono-range';

  protected override readonly coming = 'range';
  readonly #size = new ResizeController(this);
  readonly #near = new NearController(this, true);
  readonly #panel = new PartController(
    this,
    () => import('./range-panel.js'),
    ({RangePanel}) => new RangePanel({element: this, store: this.store, size: this.#size}),
  );

  protected override watch({range, counts, unfolded}: Snapshot) {
    return [range, counts, unfolded];
  }

  protected override renderStory(snapshot: Snapshot) {
    const panel = this.#near.near ? this.#panel.get() : this.#panel.value;
    return panel?.render(snapshot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-range': CronoRange;
  }
}
