import {css, html, type PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController, ResizeController, StoryView} from '../base/index.js';

/**
 * @summary A measure over time: a line, steps or bars for each claimant, never joined to another's.
 * @since 0.1.0
 *
 * It spans the range of the story; without events and a range, the time of its figures. The rendering code is loaded once
 * a dataset is ready.
 *
 * @element crono-chart
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked a figure of an event, or moved in time.
 *
 * @csspart title - What it shows.
 * @csspart axis - The axes.
 * @csspart series - The line of one claimant.
 * @csspart point - One figure; also `point-selected`, `point-active`.
 * @csspart bar - The bar of one figure.
 * @csspart gap - A period in which no figure was published, where its words have room.
 * @csspart break - The break of the axis where time without events is folded.
 * @csspart fold - The button below it, which shows that time to scale.
 * @csspart annotation - A note of the author; also `annotation-span` of a period.
 * @csspart annotations - The notes for which the drawing has no room.
 * @csspart event - One event of the story on the axis.
 * @csspart call-out - What the reader has chosen here, in a few words, while no card says it on the screen.
 * @csspart tip - The name of the mark that is pointed at.
 *
 * @cssproperty --crono-chart-surface - Background; none by default.
 * @cssproperty --crono-chart-padding - Room between its background and what it holds; none by default.
 * @cssproperty --crono-chart-height - Height of the plot; on paper at most 220 pixels.
 * @cssstate empty - There are no figures to draw.
 */
export class CronoChart extends StoryView {
  static override readonly tag = 'crono-chart';
  static override styles = [
    StoryView.styles,
    css`
      .room {
        position: absolute;
        visibility: hidden;
        block-size: var(--crono-chart-height, clamp(11rem, 30cqi, 20rem));
      }
    `,
  ];
  static override readonly properties: PropertyDeclarations = {
    measure: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    withoutEvents: {type: Boolean, attribute: 'without-events'},
    folds: {},
  };

  /** Ids of measures, separated by spaces; by default the first measure of the story. */
  measure: string | undefined;

  /** Level of the heading, 1 to 6. */
  headingLevel = 3;

  /** Leaves out the events on the time axis, which then spans only the figures until a range is set. */
  withoutEvents = false;

  /** `none` shows all of time to scale. By default it is folded as in the timeline, except where the chart has figures. */
  folds: string | undefined;

  readonly #size = new ResizeController(this);
  readonly #view = new PartController(
    this,
    () => import('./chart-view.js'),
    ({ChartView}) => new ChartView({element: this, store: this.store, size: this.#size}),
  );

  protected override watch({range, selected, chosenIn, unfolded, step}: Snapshot) {
    return [range, selected, chosenIn, unfolded, step];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    const view = snapshot && this.#view.get();
    if (snapshot) view?.prepare(snapshot);
    this.setState('empty', view?.isEmpty === true);
  }

  protected override render() {
    return html`<div class="room"></div>${super.render()}`;
  }

  protected override renderStory(snapshot: Snapshot) {
    return this.#view.get()?.render(snapshot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-chart': CronoChart;
  }
}
