import type {PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, StoryView} from '../base/index.js';

/**
 * @summary What the story stands on: its numbered sources, its corrections, how claimants count, licence, authors and last update.
 * @since 0.1.0
 *
 * What draws them is fetched once there is a dataset.
 *
 * @element crono-sources
 *
 * @csspart source - One numbered source.
 * @csspart correction - One correction of the story.
 * @csspart definition - How far the counts of one claimant go.
 * @csspart about - Authors, last update, licence.
 *
 * @cssproperty --crono-sources-surface - Background; none by default.
 * @cssstate empty - The story names no source.
 */
export class CronoSources extends StoryView {
  static override readonly tag = 'crono-sources';
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Level of the headings, 1 to 6. */
  headingLevel = 3;

  readonly #entries = new PartController(this, () => import('./entries.js'));

  protected override watch() {
    return [];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot?.dataset.sources.length === 0);
  }

  protected override renderStory(snapshot: Snapshot) {
    return this.#entries.get()?.render(snapshot, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-sources': CronoSources;
  }
}
