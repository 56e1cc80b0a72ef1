import type {PropertyDeclarations} from 'lit';
import {anchorsOf, type Snapshot} from '../../core/store/index.js';
import {NearController, PartController, StoryView} from '../base/index.js';

/**
 * @summary The sources of the story, numbered; its corrections, definitions of counts, licence, authors and last update.
 * @since 0.1.0
 *
 * Sources are grouped by publisher; of many the first twenty or fewer are shown, and all on request, in print, and when the page's
 * address ends in `#source-ID`. The rendering code is loaded once a dataset is ready, and then as that of a list.
 * An address that leads to a source fetches it at once.
 *
 * @element crono-sources
 *
 * @csspart source - One numbered source.
 * @csspart publisher - The publisher of a group of sources.
 * @csspart section - The rest of many sources, which opens on request.
 * @csspart summary - Its title, which opens it.
 * @csspart correction - One correction of the story.
 * @csspart definition - What one claimant counts.
 * @csspart about - Authors, last update, licence.
 *
 * @cssproperty --crono-sources-surface - Background; none by default.
 * @cssproperty --crono-sources-padding - Room between that and what it holds; none by default.
 * @cssstate empty - The story has no sources.
 */
export class CronoSources extends StoryView {
  static override readonly tag = 'crono-sources';
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Level of the headings, 1 to 6. */
  headingLevel = 3;

  protected override readonly coming = 'sources';
  readonly #near = new NearController(this, true);
  readonly #entries = new PartController(
    this,
    () => import('./entries.js'),
    ({SourcesPanel}) => new SourcesPanel(this, () => this.store.story),
  );

  protected override watch() {
    return [];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot?.dataset.sources.length === 0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (anchorsOf(location.hash).startsWith('source-')) this.#near.come();
  }

  protected override renderStory(snapshot: Snapshot) {
    const entries = this.#near.near ? this.#entries.get() : undefined;
    return entries?.render(snapshot, this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-sources': CronoSources;
  }
}
