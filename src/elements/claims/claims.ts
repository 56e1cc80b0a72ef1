import type {PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, ResizeController, StoryView} from '../base/index.js';

/**
 * @summary One question and the figures that answer it, side by side, with their claimants, dates and sources.
 * @since 0.1.0
 *
 * Without a `question` it shows the one that a step asks, or those that the figures of the selected event answer. Figures are sorted by date, then by
 * claimant; none is preferred, and none is computed from others. The rendering code is loaded once a dataset is ready.
 *
 * @element crono-claims
 *
 * @slot empty - Shown in place of the hint while there is neither a question nor an event with figures.
 *
 * @fires {CronoRequestEvent} crono-request - The reader selected the event of a figure.
 *
 * @csspart title - The question.
 * @csspart claim - One figure in full; also `claim-selected` when its event is selected.
 * @csspart value - Its formatted value, beside its dot.
 * @csspart claimant - Its claimant, and the kind of claimant.
 * @csspart status - Its status.
 * @csspart source - Its sources.
 * @csspart axis - The axis of a group of figures.
 *
 * @cssproperty --crono-claims-surface - Background; none by default.
 * @cssproperty --crono-claims-padding - Room between that and what it holds; none by default.
 * @cssstate empty - There are no figures to show.
 */
export class CronoClaims extends StoryView {
  static override readonly tag = 'crono-claims';
  static override readonly properties: PropertyDeclarations = {
    question: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Id of a question of the dataset; without it, shows what a step asks, or the questions about the selected event. */
  question: string | undefined;

  /** Level of the questions' headings, 1 to 6. */
  headingLevel = 3;

  readonly #size = new ResizeController(this);
  readonly #panel = new PartController(
    this,
    () => import('./claims-panel.js'),
    ({ClaimsPanel}) => new ClaimsPanel({element: this, store: this.store, size: this.#size}),
  );

  protected override watch({selected, step}: Snapshot) {
    return [selected, step?.question];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot !== undefined && this.#panel.get()?.prepare(snapshot) === 0);
  }

  protected override renderStory(snapshot: Snapshot) {
    return this.#panel.get()?.render(snapshot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-claims': CronoClaims;
  }
}
