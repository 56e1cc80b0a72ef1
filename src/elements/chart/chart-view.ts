import {html, nothing} from 'lit';
import {
  type ChartLayout,
  EMPTY_CHART,
  extentOfSpans,
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
import type {Folding} from '../base/folding.js';
import {Folds, heading, noteStyles, PartController, shapeStyles} from '../base/index.js';
import {CallOutDoor} from '../call-out/door.js';
import chartStyles from './chart.styles.js';
import {type ChartContext, pointId} from './chart-context.js';
import {drawChart} from './chart-drawing.js';
import type {ChartHost} from './chart-host.js';
import {ChartLayoutCache} from './chart-layout.js';
import {
  type ChartModel,
  extentWith,
  isVerified,
  modelOf,
  nameOfFigure,
  summaryOf,
  withoutFigures,
} from './chart-model.js';
import {renderLegend, renderOutside, renderReadout, renderTable, titleOf} from './details.js';
import detailStyles from './details.styles.js';
import {Pointing} from './pointing.js';

export const styles = [shapeStyles, noteStyles, chartStyles, detailStyles];

/** Figures that are printed as a table too. */
const PRINTED = 100;

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
  readonly #withoutFigures = memoizeLast(withoutFigures);
  readonly #extentWith = memoizeLast(extentWith);
  readonly #folds: Folds;
  /** Loaded by stories with notes of their author. */
  readonly #notes;
  /** What folds time; undefined where nothing is folded. */
  #folding: Folding | undefined;

  readonly #callOut: CallOutDoor;

  constructor(readonly host: ChartHost) {
    this.#cache = new ChartLayoutCache(host);
    this.#folds = new Folds(host.element, host.store);
    this.#notes = new PartController(host.element, () => import('../annotations/time-notes.js'));
    const {element, store} = host;
    const root = () => element.renderRoot;
    this.#callOut = new CallOutDoor({
      element,
      store,
      anchorOf: () =>
        root().querySelector('.point.active.selected') ??
        root().querySelector('.point.selected') ??
        undefined,
      focus: () => root().querySelector<SVGElement>('.plot')?.focus({preventScroll: true}),
    });
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
      deselect: () => this.#deselect(),
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
    const folding = withoutEvents ? undefined : this.#folds.in(snapshot);
    folding?.take(snapshot, this.#withoutFigures(model));
    const whole = withoutEvents ? null : extentOfSpans(snapshot.events.spans);
    this.#folding = folding ?? undefined;
    this.#extent = this.#extentWith(model, whole && folding ? folding.extentOf(whole, snapshot) : whole);
    const range = folding?.rangeOf(this.#range, this.#lengthPx) ?? this.#range;
    this.#layout = folding === null ? EMPTY_CHART : this.#cache.layout(model, range, folding, snapshot);
    this.#placeFolds(snapshot);
  }

  get #range(): Interval {
    return this.#snapshot?.range ?? this.#extent;
  }

  /** Length of the time axis in pixels. */
  get #lengthPx(): number {
    return this.#layout.panels[0]?.plot.width ?? 0;
  }

  #placeFolds(snapshot: Snapshot): void {
    const {panels, width} = this.#layout;
    const {plot} = panels[0] ?? {};
    if (!plot) return;
    const start = this.#rtl ? width - plot.x - plot.width : plot.x;
    const {measure} = this.#cache;
    this.#folding?.place({start, length: plot.width, width, measure}, snapshot);
  }

  /** Maps time to shares of the visible range. */
  get #scale(): TimeScale {
    const {start, end} = this.#range;
    return this.#folding?.sharesOf({start, end}, this.#lengthPx) ?? timeScale([start, end]);
  }

  render(snapshot: Snapshot) {
    const model = this.#model;
    if (!model) return nothing;
    // The room is kept until all is there that lays it out.
    if (this.#layout === EMPTY_CHART && this.host.element.lazyParts.pending) return undefined;
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
      <div class="drawing">
        ${this.#renderNotes(model, snapshot)}
        ${this.#renderDrawing(model, names, snapshot)}
      </div>
      ${this.#folding?.renderButtons(snapshot)}
      ${this.#callOut.render()}
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
      viewBox=${`0 0 ${layout.width} ${layout.height}`}
      aria-label=${messages(locale).chart(joinWords(names, locale))}
      aria-activedescendant=${isDrawn && active !== null ? pointId(active) : nothing}
      @click=${onClick} @pointermove=${onPointerMove} @keydown=${onKeydown}>
      ${drawChart(layout, this.#contextOf(model, snapshot))}
    </svg>`;
  }

  /** What the author notes on it. */
  #renderNotes({measures}: ChartModel, snapshot: Snapshot) {
    const {panels, width, height} = this.#layout;
    const {plot} = panels[0] ?? {};
    if (snapshot.dataset.annotations.length === 0 || !plot) return undefined;
    const drawing = {width, height, plot, scale: this.#scale, measures: measures.map(({id}) => id)};
    return this.#notes.get()?.render(snapshot, drawing, this.host.size);
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
      folding: this.#folding?.drawn.length ? this.#folding : undefined,
    };
  }

  /** Renders the table only when expanded, as it is slow with a thousand figures, and in print when it is short. */
  #renderTable(model: ChartModel, snapshot: Snapshot) {
    return html`<details class="table" @toggle=${this.#onToggle}>
      <summary>${messages(snapshot.locale).asTable}</summary>
      ${this.#isTableOpen || (this.host.size.isPrinting && model.figures.length <= PRINTED) ? renderTable(model, snapshot) : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#isTableOpen = (event.target as HTMLDetailsElement).open;
    this.host.element.requestUpdate();
  };

  /** Selects the event of a figure. */
  #choose(id: string): void {
    const {event} = this.#model?.byId.get(id) ?? {};
    const isKnown = event !== undefined && this.#snapshot && indexOf(this.#snapshot.dataset).event.has(event);
    if (isKnown) this.#callOut.choose(event);
  }

  #deselect(): boolean {
    if (!this.#snapshot?.selected) return false;
    this.host.store.request({type: 'select', id: null});
    return true;
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
