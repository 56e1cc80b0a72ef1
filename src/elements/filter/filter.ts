import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, StoryView} from '../base/index.js';

/**
 * @summary Filters the story by text, categories, claimants and places, with the number of events that each option would
 * leave.
 * @since 0.1.0
 *
 * The rendering code is loaded once a dataset is ready.
 *
 * @element crono-filter
 *
 * @fires {CronoRequestEvent} crono-request - The reader changed the filters.
 *
 * @csspart count - The number of shown events.
 * @csspart search - The search field.
 * @csspart group - Categories, claimants or places.
 * @csspart option - One option; also `option-chosen`, and `option-empty` when it would leave no events.
 * @csspart option-count - The number of events it would leave.
 * @csspart more - The button that shows all options of a group.
 * @csspart clear - A button that clears a group, or all filters.
 *
 * @cssproperty --crono-filter-surface - Background; none by default.
 * @cssproperty --crono-filter-padding - Room between its background and what it holds; none by default.
 * @cssstate empty - There are no options.
 * @cssstate active - A filter is set.
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
    return snapshot.counts.events > 0 ? this.#panel.get()?.render(snapshot) : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-filter': CronoFilter;
  }
}
