import type {PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, ResizeController, StoryView} from '../base/index.js';

/**
 * @summary One question and the figures that answer it, side by side: who says what, as of when, by which sources.
 * @since 0.1.0
 *
 * Without a `question` it has those that the selected event's figures answer. Figures are in the order of their dates,
 * then of their claimants' names; none is chosen, and none is made of others. What draws them is fetched once there
 * is a dataset.
 *
 * @element crono-claims
 *
 * @slot empty - Shown in place of the hint while there is neither a question nor an event that has figures.
 *
 * @fires {CronoRequestEvent} crono-request - The reader went to the event of a figure.
 *
 * @csspart claim - One figure and all that is known of it; also `claim-selected` when its event is selected.
 * @csspart value - Its value in words, at its dot.
 * @csspart claimant - Who claims it, and what kind of claimant that is.
 * @csspart status - How far it is established.
 * @csspart source - Its sources.
 * @csspart axis - The axis of a group of figures.
 *
 * @cssproperty --crono-claims-surface - Background; none by default.
 * @cssstate empty - There is no figure to show.
 */
export class CronoClaims extends StoryView {
  static override readonly tag = 'crono-claims';
  static override readonly properties: PropertyDeclarations = {
    question: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Id of a question of the dataset; without it, the questions about the selected event. */
  question: string | undefined;

  /** Level of the questions' headings, 1 to 6. */
  headingLevel = 3;

  readonly #size = new ResizeController(this);
  readonly #panel = new PartController(
    this,
    () => import('./claims-panel.js'),
    ({ClaimsPanel}) => new ClaimsPanel({element: this, store: this.store, size: this.#size}),
  );

  protected override watch({selected}: Snapshot) {
    return [selected];
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
