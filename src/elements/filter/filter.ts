import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, StoryView} from '../base/index.js';

/**
 * @summary Narrows the story to a search, to categories, places, or those who say so, with the number of events that
 * each choice would leave.
 * @since 0.1.0
 *
 * What it looks like is fetched once there is a dataset to choose from.
 *
 * @element crono-filter
 *
 * @fires {CronoRequestEvent} crono-request - The reader narrowed the story, or let go.
 *
 * @csspart count - How many of the events are shown.
 * @csspart search - The field for text.
 * @csspart group - Categories, those who say so, or places.
 * @csspart option - One choice; also `option-chosen`, `option-empty` when it would leave nothing.
 * @csspart option-count - How many events it would leave.
 * @csspart clear - A button that lets go of a group, or of everything.
 *
 * @cssproperty --crono-filter-surface - Background; none by default.
 * @cssstate empty - There is nothing to choose from.
 * @cssstate active - Something is chosen.
 */
export class CronoFilter extends StoryView {
  static override readonly tag = 'crono-filter';

  readonly #panel = new PartController(
    this,
    () => import('./filter-panel.js'),
    ({FilterPanel}) => new FilterPanel({element: this, store: this.store}),
  );

  protected override watch({shown, filters}: Snapshot) {
    return [shown, filters];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    const {filters} = this.store.snapshot ?? {};
    this.setState('empty', snapshot?.counts.events === 0);
    this.setState('active', filters !== undefined && Object.values(filters).some((each) => each.length > 0));
  }

  protected override renderStory(snapshot: Snapshot) {
    return (snapshot.counts.events > 0 && this.#panel.get()?.render(snapshot)) || nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-filter': CronoFilter;
  }
}
