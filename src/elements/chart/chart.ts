import {css, html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {CronoElement, ResizeController, StoreController} from '../base/index.js';
import type {ChartView} from './chart-view.js';

/**
 * @summary A measure over time: a line, steps or bars for each claimant, none joined to another's.
 * @since 0.1.0
 *
 * It spans the range of the story; without events and a chosen range, the time of its figures. What draws it is fetched once there is a dataset.
 *
 * @element crono-chart
 * @attr {string} for - Id of the story, when the chart is not inside it.
 *
 * @slot - Shown until a dataset is ready.
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked a figure of an event, or moved in time.
 *
 * @csspart axis - The axes.
 * @csspart series - The line of one claimant.
 * @csspart point - One figure; also `point-selected`, `point-active`.
 * @csspart bar - The bar of one figure.
 * @csspart gap - A stretch in which no figure was published.
 * @csspart event - One event of the story on the axis.
 *
 * @cssproperty --crono-chart-surface - Background; none by default.
 * @cssproperty --crono-chart-height - Height of the plot.
 * @cssstate empty - There is no figure to draw.
 */
export class CronoChart extends CronoElement {
  static override readonly tag = 'crono-chart';
  static override styles = [
    CronoElement.styles,
    css`
      .room {
        position: absolute;
        visibility: hidden;
        block-size: var(--crono-chart-height, clamp(11rem, 30cqi, 20rem));
      }
    `,
  ];

  /** Id of the story, when the chart is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Ids of measures, with spaces between; the first of the story by default. */
  @property() measure: string | undefined;

  /** Level of the heading, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Leaves out the events along the axis, which then spans the figures alone until a range is chosen. */
  @property({type: Boolean, attribute: 'without-events'}) withoutEvents = false;

  readonly #size = new ResizeController(this);
  readonly #store = new StoreController(this, (s) => [s.dataset, s.range, s.selected, s.locale, s.status]);
  readonly #part = this.lazily(() => import('./chart-view.js'));
  readonly #mirror = this.lazily(() => import('../base/mirror.js'));
  #view: ChartView | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    const part = snapshot?.status === 'ready' ? this.#part() : undefined;
    if (part) {
      this.dress(part.styles);
      this.#view ??= new part.ChartView(
        this,
        this.#size,
        (action) => this.#store.request(action),
        this.#mirror,
      );
    }
    if (snapshot) this.#view?.prepare(snapshot);
    this.setState('empty', Boolean(part && this.#view?.isEmpty));
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    return html`<div class="room"></div>${
      snapshot?.status === 'ready' && this.#view ? this.#view.render(snapshot) : html`<slot></slot>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-chart': CronoChart;
  }
}
