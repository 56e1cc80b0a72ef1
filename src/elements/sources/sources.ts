import type {PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, StoryView} from '../base/index.js';

/**
 * @summary The sources of the story, numbered; its corrections, definitions of counts, licence, authors and last update.
 * @since 0.1.0
 *
 * The rendering code is loaded once a dataset is ready.
 *
 * @element crono-sources
 *
 * @csspart source - One numbered source.
 * @csspart correction - One correction of the story.
 * @csspart definition - What one claimant counts.
 * @csspart about - Authors, last update, licence.
 *
 * @cssproperty --crono-sources-surface - Background; none by default.
 * @cssstate empty - The story has no sources.
 */
export class CronoSources extends StoryView {
  static override readonly tag = 'crono-sources';
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Level of the headings, 1 to 6. */
  headingLevel = 3;

  readonly #entries = new PartController(this, async () => (await import('../reading.js')).entries);

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
