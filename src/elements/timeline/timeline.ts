import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {
  DRAWING_FONT,
  EMPTY_LAYOUT,
  extentOf,
  gutterWidth,
  isMany,
  isNarrow,
  layoutTimeline,
  neighbour,
  nullIfWhole,
  offsetTo,
  panRange,
  type TimelineLayout,
  type TimelineSource,
  type TimeScale,
  timeScale,
  zoomRange,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {direction, formatTick, messages} from '../../i18n/index.js';
import {PartController, ResizeController, StoryView, shapeStyles, TextMeasure} from '../base/index.js';
import {domId} from './drawing-context.js';
import {type Axis, axisOf, TimeGestures} from './gestures.js';
import {NONE, Stillness} from './stillness.js';
import styles from './timeline.styles.js';
import {drawTimeline} from './timeline-drawing.js';
import {renderHead} from './timeline-head.js';
import {holds, LISTED, nameOf, sourceOf} from './timeline-model.js';
import {renderTrays} from './trays.js';

/**
 * @summary Events on lanes by category along one axis of time, each as long as what is known of its date.
 * @since 0.1.0
 *
 * The range of the story is what the axis spans: zooming and panning set it.
 *
 * @element crono-timeline
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked an event, or moved in time.
 *
 * @csspart axis - The axis.
 * @csspart lane - One lane.
 * @csspart lane-label - Its name.
 * @csspart mark - One event; also `mark-partial`, `mark-open`, `mark-selected`, `mark-dimmed`.
 * @csspart bar - Events too close to draw one by one, with their number.
 * @csspart label - The title beside a mark.
 * @csspart tray - Events without a date, or those of a bar that was opened.
 *
 * @cssproperty --crono-timeline-surface - Background; none by default.
 * @cssstate empty - No event falls in the range.
 * @cssstate upright - Time runs downward, in a narrow box.
 */
export class CronoTimeline extends StoryView {
  static override readonly tag = 'crono-timeline';
  static override styles = [StoryView.styles, shapeStyles, styles];

  /** The event that the arrow keys are at; not the selected one until Enter is pressed. */
  @state() private active: string | null = null;
  @state() private opened: string | null = null;

  readonly #size = new ResizeController(this);
  readonly #measure = new TextMeasure();
  readonly #gestures = new TimeGestures(this, {
    zoom: (factor, share) => this.#zoom(factor, share),
    pan: (share) => this.#pan(share),
    axis: () => this.#axis(),
  });
  #layout: TimelineLayout = EMPTY_LAYOUT;
  /** What narrow boxes are drawn by. */
  readonly #upright = new PartController(this, () => import('./upright.js'));
  /** What holds it still in a pan among many events. */
  readonly #moving = new PartController(
    this,
    () => import('./moving.js'),
    ({Moving, drawSketch}) => ({still: new Moving(() => this.requestUpdate()), drawSketch}),
  );
  readonly #mirror = new PartController(this, () => import('../base/mirror.js'));
  #still = new Stillness();
  #extent: Interval = {start: 0, end: 1};
  #rtl = false;
  #drawn:
    | (Pick<Snapshot, 'events' | 'locale'> & {readonly source: TimelineSource; readonly extent: Interval})
    | undefined;
  /** What the last layout was made of besides, to tell whether it can stay. */
  #madeOf: readonly unknown[] = [];

  protected override watch({range, selected, shown}: Snapshot) {
    return [range, selected, shown];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.#layout = snapshot && this.#size.widthPx > 0 ? this.#compute(snapshot) : EMPTY_LAYOUT;
    this.setState('empty', this.#layout.marks.length + this.#layout.bars.length === 0);
    this.setState('upright', this.#layout.orientation === 'vertical');
  }

  #compute(snapshot: Snapshot): TimelineLayout {
    const {events, locale, range, selected} = snapshot;
    if (this.#drawn?.events !== events || this.#drawn.locale !== locale) {
      const extent = extentOf(events.spans) ?? {start: 0, end: 1};
      this.#drawn = {events, locale, extent, source: sourceOf(snapshot)};
    }
    const {source, extent} = this.#drawn;
    this.#extent = extent;
    const {widthPx, fontPx} = this.#size;
    const fontSize = fontPx * DRAWING_FONT;
    const narrow = isNarrow(widthPx);
    this.#rtl = direction(locale) === 'rtl';
    const turn = this.#rtl ? this.#mirror.get()?.mirrorTimeline : (made: TimelineLayout) => made;
    const layout = narrow ? this.#upright.get()?.layoutUpright : layoutTimeline;
    if (!layout || !turn) return EMPTY_LAYOUT;
    if (isMany(source) && !narrow) this.#still = this.#moving.get()?.still ?? this.#still;
    const view = range ?? extent;
    const madeOf = [source, layout, widthPx, fontPx, selected, locale];
    if (madeOf.some((each, i) => each !== this.#madeOf[i])) this.#still.stop();
    this.#madeOf = madeOf;
    const beyond = narrow ? NONE : this.#still.next(this.#layout, view);
    const made =
      beyond === null
        ? this.#layout
        : turn(
            layout(source, {
              range: view,
              width: widthPx,
              fontSize,
              measure: this.#measure.for(this, fontSize),
              tickText: (at, unit, context) => formatTick(at, unit, context, locale),
              selected,
              minRows: this.#still.minRows(this.#layout, view),
              gutter: gutterWidth(widthPx, fontPx),
              beyond,
            }),
          );
    this.#still.follow(made, view, beyond);
    return made;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#still.stop();
  }

  protected override renderStory(snapshot: Snapshot) {
    const layout = this.#layout;
    const text = messages(snapshot.locale);
    const at = this.active ?? snapshot.selected;
    const row = at === null ? -1 : snapshot.events.rowOf(at);
    const draw = (this.#still.isSketch && this.#moving.value?.drawSketch) || drawTimeline;
    const onScreen =
      layout.marks.some(({index}) => index === row) || layout.bars.some((bar) => holds(bar, row, snapshot));
    return html`
      ${renderHead(snapshot, layout, this.#range, {
        number: this.#number,
        pan: (share) => this.#pan(share),
        zoom: (factor) => this.#zoom(factor, 0.5),
        showAll: () => this.store.request({type: 'range', range: null}),
      })}
      <svg role="listbox" tabindex="0" aria-label=${text.timeline} width=${layout.width} height=${layout.height}
        aria-activedescendant=${onScreen && at !== null ? domId(at) : nothing}
        @click=${this.#onClick} @keydown=${this.#onKeydown} @blur=${this.#onBlur} @wheel=${this.#gestures.onWheel}
        @pointerdown=${this.#gestures.onPointerDown} @pointermove=${this.#gestures.onPointerMove}
        @pointerup=${this.#gestures.onPointerEnd} @pointercancel=${this.#gestures.onPointerEnd}>
        ${draw(layout, {snapshot, active: this.active, number: this.#number, name: this.#name, still: this.#still, rtl: this.#rtl})}
      </svg>
      ${renderTrays(
        snapshot,
        layout.bars.find(({id}) => id === this.opened),
        {number: this.#number, select: (id) => this.#select(id)},
      )}
    `;
  }

  readonly #number = (lane: string): number => {
    const {dataset} = this.store.snapshot ?? {};
    return dataset ? (indexOf(dataset).categoryNumber.get(lane) ?? -1) : -1;
  };

  readonly #name = (id: string): string => {
    const {snapshot} = this.store;
    return snapshot ? nameOf(id, snapshot) : '';
  };

  get #limits() {
    return {extent: this.#extent};
  }

  get #range(): Interval {
    return this.store.snapshot?.range ?? this.#extent;
  }

  /** From time to shares of the visible range, which gestures and keys go by. */
  get #scale(): TimeScale {
    const {start, end} = this.#range;
    return timeScale([start, end]);
  }

  #axis(): Axis {
    const svg = this.renderRoot.querySelector('svg[role=listbox]');
    return axisOf(svg?.getBoundingClientRect() ?? new DOMRect(), this.#layout, this.#rtl);
  }

  #setRange(range: Interval): void {
    this.store.request({type: 'range', range: nullIfWhole(range, this.#extent)});
  }

  #zoom(factor: number, share: number): void {
    this.#setRange(zoomRange(this.#scale, factor, share, this.#limits));
  }

  #pan(share: number): void {
    if (this.store.snapshot?.range) this.#setRange(panRange(this.#scale, share, this.#limits));
  }

  #select(id: string | null): void {
    this.store.request({type: 'select', id});
  }

  #onClick(event: MouseEvent): void {
    if (this.#gestures.dragged) return;
    const target = (event.target as Element).closest<SVGElement>('[data-id], [data-bar]');
    const {id, bar} = target?.dataset ?? {};
    if (bar) this.#openBar(bar);
    if (!id) return;
    this.active = id;
    this.#select(id);
  }

  /** A bar opens as a list of what is in it; one of many comes nearer instead, where that takes it apart. */
  #openBar(id: string): void {
    const bar = this.#layout.bars.find((each) => each.id === id);
    const {start, end} = this.#range;
    const {interval} = bar ?? {interval: {start: 0, end: 0}};
    if (bar && bar.count > LISTED && interval.end - interval.start < (end - start) / 2)
      this.#setRange(zoomRange(timeScale([interval.start, interval.end]), 1.2, 0.5, this.#limits));
    else this.opened = id === this.opened ? null : id;
  }

  #onKeydown(event: KeyboardEvent): void {
    const {key} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.active ?? this.store.snapshot?.selected ?? null;
    const next = neighbour(this.#layout, at, key, this.#rtl);
    if (next !== null) this.#goTo(next);
    else if (key === '+' || key === '=') this.#zoom(0.5, this.#shareOf(at));
    else if (key === '-') this.#zoom(2, this.#shareOf(at));
    else if (key === 'PageDown') this.#pan(0.9);
    else if (key === 'PageUp') this.#pan(-0.9);
    else if ((key === 'Enter' || key === ' ') && at !== null) this.#select(at);
    else if (key === 'Escape') this.#select(null);
    else if (!/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  }

  #onBlur(): void {
    // A drawing that is taken out while it has the focus says so in the middle of an update.
    queueMicrotask(() => {
      this.active = null;
    });
  }

  /** Where an event stands in the visible range, 0 to 1: what the keys zoom around. */
  #shareOf(id: string | null): number {
    const mark = this.#layout.marks.find((each) => each.id === id);
    const {plot, orientation} = this.#layout;
    if (!mark) return 0.5;
    const moved = this.#still.shift - this.#still.drawnAt;
    if (orientation === 'vertical') return (mark.centre + moved - plot.y) / plot.height;
    const share = (this.#rtl ? plot.x + plot.width - mark.centre : mark.centre - plot.x) + moved;
    return share / plot.width;
  }

  /** Makes an event the active one, moving the range to it when it is out of view. */
  #goTo(id: string): void {
    this.active = id;
    const {events} = this.store.snapshot ?? {};
    const interval = events?.interval(events.rowOf(id));
    const share = interval ? offsetTo(interval, this.#scale) : 0;
    if (share !== 0) this.#pan(share);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-timeline': CronoTimeline;
  }
}
