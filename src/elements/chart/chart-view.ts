import {html, nothing} from 'lit';
import {
  type ChartLayout,
  chartNeighbour,
  DRAWING_FONT,
  EMPTY_CHART,
  gutterWidth,
  isNarrow,
  layoutChart,
  offsetTo,
  panRange,
  type TimeScale,
  timeScale,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {
  direction,
  formatFigure,
  formatRange,
  formatShort,
  formatTick,
  joinWords,
  messages,
} from '../../i18n/index.js';
import {heading, noteStyles, PartController, plainText, shapeStyles, TextMeasure} from '../base/index.js';
import chartStyles from './chart.styles.js';
import {pointId} from './chart-context.js';
import {drawChart} from './chart-drawing.js';
import type {ChartHost} from './chart-host.js';
import {
  type ChartModel,
  eventsOf,
  extentWith,
  isVerified,
  modelOf,
  nameOfFigure,
  summaryOf,
} from './chart-model.js';
import {renderLegend, renderOutside, renderReadout, renderTable, titleOf} from './details.js';
import detailStyles from './details.styles.js';

export const styles = [shapeStyles, noteStyles, chartStyles, detailStyles];

/** How near a pointer must come to a figure. */
const REACH = 24;

/** All of a chart that is fetched with the first dataset: what it draws, and what is pointed at. */
export class ChartView {
  #layout: ChartLayout = EMPTY_CHART;
  #model: ChartModel | undefined;
  #madeOf: readonly unknown[] = [];
  /** What the last layout was made of. */
  #laidOut: readonly unknown[] = [];
  #extent: Interval = {start: 0, end: 1};
  #snapshot: Snapshot | undefined;
  readonly #measure = new TextMeasure();
  /** Id of the figure that is pointed at. */
  #active: string | null = null;
  /** Id of the figure that was clicked last: of those in one place, the next click is the next one's. */
  #clicked: string | null = null;
  /** The sources of the active figure are spelt out. */
  #opened = false;
  /** The table is open. */
  #tabled = false;

  readonly #mirror: PartController<typeof import('../base/mirror.js')>;

  constructor(readonly host: ChartHost) {
    this.#mirror = new PartController(host.element, () => import('../base/mirror.js'));
  }

  get #rtl(): boolean {
    return this.#snapshot !== undefined && direction(this.#snapshot.locale) === 'rtl';
  }

  get isEmpty(): boolean {
    return this.#model?.panels.length === 0;
  }

  prepare(snapshot: Snapshot): void {
    const {dataset, locale, events, selected} = snapshot;
    this.#snapshot = snapshot;
    const madeOf = [dataset, locale, this.host.element.measure];
    if (madeOf.some((each, i) => each !== this.#madeOf[i])) {
      this.#model = modelOf(this.host.element.measure, snapshot);
      if (!this.#model.byId.has(this.#active ?? '')) this.#active = null;
    }
    this.#madeOf = madeOf;
    const model = this.#model;
    const text = messages(locale);
    const {widthPx, fontPx} = this.host.size;
    const turn = this.#rtl ? this.#mirror.get()?.mirrorChart : (made: ChartLayout) => made;
    if (!model || model.panels.length === 0 || widthPx === 0 || !turn) {
      [this.#layout, this.#laidOut] = [EMPTY_CHART, []];
      return;
    }
    const {withoutEvents} = this.host.element;
    this.#extent = extentWith(model, snapshot, withoutEvents);
    const {start, end} = this.#range;
    const fontSize = fontPx * DRAWING_FONT;
    const room = this.host.element.renderRoot.querySelector('.room')?.clientHeight || 260;
    const measure = this.#measure.for(this.host.element, fontSize);
    // What is pointed at moves nothing. One word tells one font from another.
    const laidOut = [
      model,
      start,
      end,
      widthPx,
      fontPx,
      room,
      events,
      selected,
      withoutEvents,
      measure(text.gap),
    ];
    if (laidOut.every((each, i) => each === this.#laidOut[i])) return;
    this.#laidOut = laidOut;
    const mine = selected === null ? [] : (indexOf(dataset).figuresOf.get(selected) ?? []);
    const layout = layoutChart(model.panels, {
      range: {start, end},
      width: widthPx,
      height: model.panels.length > 1 ? Math.max(96, room * 0.55) : room,
      fontSize,
      measure,
      tickText: (at, unit, context) => formatTick(at, unit, context, locale),
      valueText: (value) => formatShort(value, locale),
      pointText: ({value, comparator}) => formatFigure(value, comparator, locale),
      gapText: text.gap,
      gutter: gutterWidth(widthPx, fontPx),
      aligned: !isNarrow(widthPx),
      selection: new Set(mine.map(({id}) => id)),
      events: withoutEvents || events.dated === 0 ? null : eventsOf(snapshot),
    });
    this.#layout = turn(layout);
  }

  get #range(): Interval {
    return this.#snapshot?.range ?? this.#extent;
  }

  /** From time to shares of the visible range. */
  get #scale(): TimeScale {
    const {start, end} = this.#range;
    return timeScale([start, end]);
  }

  render(snapshot: Snapshot) {
    const model = this.#model;
    if (!model) return nothing;
    const {locale} = snapshot;
    const text = messages(locale);
    const {panels, measures, unknown} = model;
    const names = measures.map(({name}) => plainText(name, snapshot));
    const title = titleOf(measures, names, snapshot);
    return html`<div class="chart">
      ${measures.length > 0 ? heading(this.host.element.headingLevel, panels.length > 1 ? 'visually-hidden' : 'title', title) : nothing}
      ${unknown.map((id) => html`<p class="nothing">${text.noMeasure(id)}</p>`)}
      ${
        panels.length === 0
          ? unknown.length === 0 || measures.length > 0
            ? html`<p class="nothing">${text.noFigures}</p>`
            : nothing
          : this.#renderChart(model, names, snapshot)
      }
      ${model.figures.length > 0 ? this.#renderTable(model, snapshot) : nothing}
    </div>`;
  }

  #renderChart(model: ChartModel, names: readonly string[], snapshot: Snapshot) {
    const {locale} = snapshot;
    const text = messages(locale);
    const layout = this.#layout;
    const several = model.measures.length > 1;
    const active = this.#active;
    const figure = model.byId.get(active ?? '');
    const onScreen = layout.panels.some(({marks}) => marks.some(({id}) => id === active));
    return html`
      <p class="facts">${summaryOf(model, snapshot)}</p>
      ${model.panels.length > 1 ? html`<p class="facts">${text.apart}</p>` : nothing}
      ${renderOutside(layout, snapshot, (share) => this.#pan(share))}
      <svg class="plot" role="listbox" tabindex="0" aria-label=${text.chart(joinWords(names, locale))} width=${layout.width} height=${layout.height}
        aria-activedescendant=${onScreen && active !== null ? pointId(active) : nothing}
        @click=${this.#onClick} @pointermove=${this.#onPointerMove} @keydown=${this.#onKeydown}>
        ${drawChart(layout, {
          active,
          number: (id) => model.numbers.get(id) ?? 0,
          name: (id) => {
            const of = model.byId.get(id);
            return of ? nameOfFigure(of, several, snapshot) : '';
          },
          panelName: (name) => joinWords(model.panels.find(({id}) => id === name)?.title ?? [], locale),
          gapName: (gap) => text.gapOf(formatRange(gap, locale)),
          isFilled: (id) => isVerified(model.byId.get(id) ?? {}),
          rtl: this.#rtl,
        })}
      </svg>
      ${renderLegend(layout, model, snapshot)}
      ${renderReadout(figure, this.#opened, several, snapshot)}
    `;
  }

  /** One step away: made when it is opened, which with a thousand figures is a moment. */
  #renderTable(model: ChartModel, snapshot: Snapshot) {
    return html`<details class="table" @toggle=${this.#onToggle}>
      <summary>${messages(snapshot.locale).asTable}</summary>
      ${this.#tabled ? renderTable(model, snapshot) : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#tabled = (event.target as HTMLDetailsElement).open;
    this.host.element.requestUpdate();
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const near = this.#near(event);
    if (near.length > 0 && !near.includes(this.#active ?? '')) this.#point(near[0] ?? null);
  };

  readonly #onClick = (event: MouseEvent): void => {
    // What presses an option without a pointer has no place.
    const pressed = (event.target as Element).closest<SVGElement>('[data-id]')?.dataset.id;
    const near = event.detail === 0 ? [] : this.#near(event);
    const at = near.indexOf(this.#clicked ?? '');
    const hovered = near.includes(this.#active ?? '') ? this.#active : null;
    const id = near.length === 0 ? pressed : at >= 0 ? near[(at + 1) % near.length] : (hovered ?? near[0]);
    if (id === undefined) return;
    this.#clicked = id;
    this.#choose(id);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {key} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = chartNeighbour(this.#layout, this.#active, key, this.#rtl);
    if (next !== null) this.#goTo(next);
    else if ((key === 'Enter' || key === ' ') && this.#active !== null) this.#choose(this.#active);
    else if (key === 'Escape' && this.#active !== null) this.#point(null);
    else if (key === 'Escape') this.host.store.request({type: 'select', id: null});
    else if (!/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  };

  /** Ids of the figures at a pointer: the nearest, and those in its place. */
  #near({clientX, clientY}: MouseEvent): readonly string[] {
    const box = this.host.element.renderRoot.querySelector('svg.plot')?.getBoundingClientRect();
    if (!box) return [];
    const [x, y] = [clientX - box.left, clientY - box.top];
    const away = this.#layout.panels
      .flatMap(({marks}) => marks)
      .map((mark) => ({id: mark.id, mark, far: Math.hypot(mark.x - x, mark.y - y)}));
    const nearest = away.reduce<(typeof away)[number] | undefined>(
      (best, each) => (best && best.far <= each.far ? best : each),
      undefined,
    );
    if (!nearest || nearest.far > REACH) return [];
    const {mark} = nearest;
    return away
      .filter((each) => Math.hypot(each.mark.x - mark.x, each.mark.y - mark.y) < 2)
      .map(({id}) => id);
  }

  #point(id: string | null): void {
    if (id !== this.#active) this.#opened = false;
    this.#active = id;
    this.host.element.requestUpdate();
  }

  /** Spells out the sources of a figure, and selects the event that it is of. */
  #choose(id: string): void {
    const same = id === this.#active && this.#opened;
    this.#point(id);
    this.#opened = !same;
    const {event} = this.#model?.byId.get(id) ?? {};
    if (event !== undefined && this.#snapshot && indexOf(this.#snapshot.dataset).event.has(event))
      this.host.store.request({type: 'select', id: event});
  }

  #pan(share: number): void {
    this.host.store.request({type: 'range', range: panRange(this.#scale, share, {extent: this.#extent})});
  }

  /** Points at a figure, moving the range to it when it is out of view. */
  #goTo(id: string): void {
    this.#point(id);
    const {interval} = this.#model?.byId.get(id) ?? {};
    const share = interval ? offsetTo(interval, this.#scale) : 0;
    if (share !== 0) this.#pan(share);
  }
}
