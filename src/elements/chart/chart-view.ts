import {html, nothing} from 'lit';
import {
  type ChartLayout,
  EMPTY_CHART,
  offsetTo,
  panRange,
  type TimeScale,
  timeScale,
} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {direction, formatRange, joinWords, messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {heading, noteStyles, shapeStyles} from '../base/index.js';
import chartStyles from './chart.styles.js';
import {type ChartContext, pointId} from './chart-context.js';
import {drawChart} from './chart-drawing.js';
import type {ChartHost} from './chart-host.js';
import {ChartLayoutCache} from './chart-layout.js';
import {type ChartModel, extentWith, isVerified, modelOf, nameOfFigure, summaryOf} from './chart-model.js';
import {renderLegend, renderOutside, renderReadout, renderTable, titleOf} from './details.js';
import detailStyles from './details.styles.js';
import {Pointing} from './pointing.js';

export const styles = [shapeStyles, noteStyles, chartStyles, detailStyles];

/** The lazily loaded part of a chart: rendering and interaction. */
export class ChartView {
  #layout: ChartLayout = EMPTY_CHART;
  #model: ChartModel | undefined;
  #extent: Interval = {start: 0, end: 1};
  #snapshot: Snapshot | undefined;
  /** The table is expanded. */
  #isTableOpen = false;
  readonly #cache: ChartLayoutCache;
  readonly #pointing: Pointing;
  readonly #modelOf = memoizeLast(modelOf, (measure, {dataset, locale, words}) => [
    measure,
    dataset,
    locale,
    words,
  ]);
  readonly #extentWith = memoizeLast(extentWith, (model, {events}, withoutEvents) => [
    model,
    events,
    withoutEvents,
  ]);

  constructor(readonly host: ChartHost) {
    this.#cache = new ChartLayoutCache(host);
    const layout = () => this.#layout;
    const rtl = () => this.#rtl;
    this.#pointing = new Pointing({
      get layout() {
        return layout();
      },
      get rtl() {
        return rtl();
      },
      changed: () => host.element.requestUpdate(),
      show: (id) => this.#show(id),
      choose: (id) => this.#choose(id),
    });
  }

  get isEmpty(): boolean {
    return this.#model?.panels.length === 0;
  }

  get #rtl(): boolean {
    return this.#snapshot !== undefined && direction(this.#snapshot.locale) === 'rtl';
  }

  prepare(snapshot: Snapshot): void {
    const {measure, withoutEvents} = this.host.element;
    const model = this.#modelOf(measure, snapshot);
    this.#snapshot = snapshot;
    this.#model = model;
    if (!model.byId.has(this.#pointing.active ?? '')) this.#pointing.active = null;
    this.#extent = this.#extentWith(model, snapshot, withoutEvents);
    this.#layout = this.#cache.layout(model, this.#range, snapshot);
  }

  get #range(): Interval {
    return this.#snapshot?.range ?? this.#extent;
  }

  /** Maps time to shares of the visible range. */
  get #scale(): TimeScale {
    const {start, end} = this.#range;
    return timeScale([start, end]);
  }

  render(snapshot: Snapshot) {
    const model = this.#model;
    if (!model) return nothing;
    const {panels, measures, unknown, figures} = model;
    const names = measures.map(({name}) => plainText(name, snapshot));
    const text = messages(snapshot.locale);
    // With several panels, each has its own title.
    const titleClass = panels.length > 1 ? 'visually-hidden' : 'title';
    const title = titleOf(measures, names, snapshot);
    const isMissing = panels.length === 0 && (unknown.length === 0 || measures.length > 0);
    return html`<div class="chart">
      ${measures.length > 0 ? heading(this.host.element.headingLevel, titleClass, title) : nothing}
      ${unknown.map((id) => html`<p class="nothing">${text.noMeasure(id)}</p>`)}
      ${isMissing ? html`<p class="nothing">${text.noFigures}</p>` : nothing}
      ${panels.length > 0 ? this.#renderChart(model, names, snapshot) : nothing}
      ${figures.length > 0 ? this.#renderTable(model, snapshot) : nothing}
    </div>`;
  }

  #renderChart(model: ChartModel, names: readonly string[], snapshot: Snapshot) {
    const {active, isOpened} = this.#pointing;
    const figure = model.byId.get(active ?? '');
    const isOneOfSeveral = model.measures.length > 1;
    return html`
      <p class="facts">${summaryOf(model, snapshot)}</p>
      ${model.panels.length > 1 ? html`<p class="facts">${messages(snapshot.locale).apart}</p>` : nothing}
      ${renderOutside(this.#layout, snapshot, (share) => this.#pan(share))}
      ${this.#renderDrawing(model, names, snapshot)}
      ${renderLegend(this.#layout, model, snapshot)}
      ${renderReadout(figure, isOpened, isOneOfSeveral, snapshot)}
    `;
  }

  #renderDrawing(model: ChartModel, names: readonly string[], snapshot: Snapshot) {
    const {locale} = snapshot;
    const layout = this.#layout;
    const {active, onClick, onPointerMove, onKeydown} = this.#pointing;
    const isDrawn = layout.panels.some(({marks}) => marks.some(({id}) => id === active));
    return html`<svg class="plot" role="listbox" tabindex="0" width=${layout.width} height=${layout.height}
      aria-label=${messages(locale).chart(joinWords(names, locale))}
      aria-activedescendant=${isDrawn && active !== null ? pointId(active) : nothing}
      @click=${onClick} @pointermove=${onPointerMove} @keydown=${onKeydown}>
      ${drawChart(layout, this.#contextOf(model, snapshot))}
    </svg>`;
  }

  #contextOf({measures, byId, numbers, panels}: ChartModel, snapshot: Snapshot): ChartContext {
    const {locale} = snapshot;
    const isOneOfSeveral = measures.length > 1;
    return {
      active: this.#pointing.active,
      number: (id) => numbers.get(id) ?? 0,
      name: (id) => {
        const figure = byId.get(id);
        return figure ? nameOfFigure(figure, isOneOfSeveral, snapshot) : '';
      },
      panelName: (name) => joinWords(panels.find(({id}) => id === name)?.title ?? [], locale),
      gapName: (gap) => messages(locale).gapOf(formatRange(gap, locale)),
      isFilled: (id) => isVerified(byId.get(id) ?? {}),
      rtl: this.#rtl,
    };
  }

  /** Renders the table only when expanded, as it is slow with a thousand figures. */
  #renderTable(model: ChartModel, snapshot: Snapshot) {
    return html`<details class="table" @toggle=${this.#onToggle}>
      <summary>${messages(snapshot.locale).asTable}</summary>
      ${this.#isTableOpen ? renderTable(model, snapshot) : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#isTableOpen = (event.target as HTMLDetailsElement).open;
    this.host.element.requestUpdate();
  };

  /** Selects the event of a figure, or clears the selection. */
  #choose(id: string | null): void {
    const {event} = this.#model?.byId.get(id ?? '') ?? {};
    const isKnown = event !== undefined && this.#snapshot && indexOf(this.#snapshot.dataset).event.has(event);
    if (id === null) this.host.store.request({type: 'select', id: null});
    else if (isKnown) this.host.store.request({type: 'select', id: event});
  }

  #pan(share: number): void {
    this.host.store.request({type: 'range', range: panRange(this.#scale, share, {extent: this.#extent})});
  }

  /** Pans to a figure that is out of view. */
  #show(id: string): void {
    const {interval} = this.#model?.byId.get(id) ?? {};
    const share = interval ? offsetTo(interval, this.#scale) : 0;
    if (share !== 0) this.#pan(share);
  }
}
