import {html, nothing, type PropertyDeclarations} from 'lit';
import {
  neighbour,
  nullIfWhole,
  offsetTo,
  panRange,
  type TimeScale,
  timeScale,
  zoomRange,
} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import {ResizeController, StoryView, shapeStyles} from '../base/index.js';
import {type DrawContext, domId} from './drawing-context.js';
import {type Axis, axisOf, TimeGestures} from './gestures.js';
import {LayoutCache} from './layout-cache.js';
import styles from './timeline.styles.js';
import {drawTimeline} from './timeline-drawing.js';
import {renderHead} from './timeline-head.js';
import {holds, MAX_LISTED, nameOf} from './timeline-model.js';
import {renderTrays} from './trays.js';

/** Share of the view that a page key pans. */
const PAGE = 0.9;

/**
 * @summary Events on lanes by category along a time axis, each drawn at the precision of its date.
 * @since 0.1.0
 *
 * The axis spans the range of the story, which zooming and panning set.
 *
 * @element crono-timeline
 *
 * @fires {CronoRequestEvent} crono-request - The reader selected an event, zoomed or panned.
 *
 * @csspart axis - The axis.
 * @csspart lane - One lane.
 * @csspart lane-label - Its name.
 * @csspart mark - One event; also `mark-partial`, `mark-open`, `mark-selected`, `mark-dimmed`.
 * @csspart bar - Events too close to draw individually, with their number.
 * @csspart label - The title beside a mark.
 * @csspart tray - Events without a date, or those of an opened bar.
 *
 * @cssproperty --crono-timeline-surface - Background; none by default.
 * @cssstate empty - No event falls in the range.
 * @cssstate upright - Vertical layout, in a narrow box.
 */
export class CronoTimeline extends StoryView {
  static override readonly tag = 'crono-timeline';
  static override styles = [StoryView.styles, shapeStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    active: {state: true},
    opened: {state: true},
  };

  /** The active event, for arrow keys; selected only when Enter is pressed. */
  private active: string | null = null;
  private opened: string | null = null;

  readonly #size = new ResizeController(this);
  readonly #cache = new LayoutCache(this, this.#size);
  readonly #gestures = new TimeGestures(this, {
    zoom: (factor, share) => this.#zoom(factor, share),
    pan: (share) => this.#pan(share),
    axis: () => this.#axis(),
  });
  protected override watch({range, selected, shown}: Snapshot) {
    return [range, selected, shown];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.#cache.update(snapshot);
    const {marks, bars, orientation} = this.#cache.layout;
    this.setState('empty', marks.length + bars.length === 0);
    this.setState('upright', orientation === 'vertical');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cache.stop();
  }

  protected override renderStory(snapshot: Snapshot) {
    const {layout} = this.#cache;
    const opened = layout.bars.find(({id}) => id === this.opened);
    return html`
      ${renderHead(snapshot, layout, this.#range, {
        number: this.#number,
        pan: (share) => this.#pan(share),
        zoom: (factor) => this.#zoom(factor, 0.5),
        showAll: () => this.store.request({type: 'range', range: null}),
      })}
      ${this.#renderDrawing(snapshot)}
      ${renderTrays(snapshot, opened, {number: this.#number, select: (id) => this.#select(id)})}
    `;
  }

  #renderDrawing(snapshot: Snapshot) {
    const {layout, still, rtl, drawSketch} = this.#cache;
    const draw = drawSketch ?? drawTimeline;
    const context: DrawContext = {
      snapshot,
      active: this.active,
      number: this.#number,
      name: this.#name,
      still,
      rtl,
    };
    return html`<svg role="listbox" tabindex="0" aria-label=${messages(snapshot.locale).timeline}
      width=${layout.width} height=${layout.height} aria-activedescendant=${this.#activeDescendant(snapshot)}
      @click=${this.#onClick} @keydown=${this.#onKeydown} @blur=${this.#onBlur} @wheel=${this.#gestures.onWheel}
      @pointerdown=${this.#gestures.onPointerDown} @pointermove=${this.#gestures.onPointerMove}
      @pointerup=${this.#gestures.onPointerEnd} @pointercancel=${this.#gestures.onPointerEnd}>
      ${draw(layout, context)}
    </svg>`;
  }

  /** DOM id of the mark or bar of the active event; `nothing` when out of view. */
  #activeDescendant(snapshot: Snapshot) {
    const {marks, bars} = this.#cache.layout;
    const at = this.active ?? snapshot.selected;
    if (at === null) return nothing;
    const row = snapshot.events.rowOf(at);
    const isDrawn = marks.some(({index}) => index === row) || bars.some((bar) => holds(bar, row, snapshot));
    return isDrawn ? domId(at) : nothing;
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
    return {extent: this.#cache.extent};
  }

  get #range(): Interval {
    return this.store.snapshot?.range ?? this.#cache.extent;
  }

  /** Maps time to shares of the visible range, for gestures and keys. */
  get #scale(): TimeScale {
    const {start, end} = this.#range;
    return timeScale([start, end]);
  }

  #axis(): Axis {
    const svg = this.renderRoot.querySelector('svg[role=listbox]');
    return axisOf(svg?.getBoundingClientRect() ?? new DOMRect(), this.#cache.layout, this.#cache.rtl);
  }

  #setRange(range: Interval): void {
    this.store.request({type: 'range', range: nullIfWhole(range, this.#cache.extent)});
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

  /** Opens a bar as a list of its events; zooms in on a large one instead, if that splits it. */
  #openBar(id: string): void {
    const bar = this.#cache.layout.bars.find((each) => each.id === id);
    const {start, end} = this.#range;
    const {interval} = bar ?? {interval: {start: 0, end: 0}};
    if (bar && bar.count > MAX_LISTED && interval.end - interval.start < (end - start) / 2)
      this.#setRange(zoomRange(timeScale([interval.start, interval.end]), 1.2, 0.5, this.#limits));
    else this.opened = id === this.opened ? null : id;
  }

  #onKeydown(event: KeyboardEvent): void {
    const {key} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.active ?? this.store.snapshot?.selected ?? null;
    const next = neighbour(this.#cache.layout, at, key, this.#cache.rtl);
    if (next !== null) this.#goTo(next);
    else if (key === '+' || key === '=') this.#zoom(0.5, this.#shareOf(at));
    else if (key === '-') this.#zoom(2, this.#shareOf(at));
    else if (key === 'PageDown') this.#pan(PAGE);
    else if (key === 'PageUp') this.#pan(-PAGE);
    else if ((key === 'Enter' || key === ' ') && at !== null) this.#select(at);
    else if (key === 'Escape') this.#select(null);
    else if (!/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  }

  #onBlur(): void {
    // Removing the focused drawing fires `blur` during an update.
    queueMicrotask(() => {
      this.active = null;
    });
  }

  /** Position of an event in the visible range, 0 to 1: the anchor of keyboard zoom. */
  #shareOf(id: string | null): number {
    const mark = this.#cache.layout.marks.find((each) => each.id === id);
    const {plot, orientation} = this.#cache.layout;
    if (!mark) return 0.5;
    const moved = this.#cache.still.shift - this.#cache.still.drawnAt;
    if (orientation === 'vertical') return (mark.centre + moved - plot.y) / plot.height;
    const share = (this.#cache.rtl ? plot.x + plot.width - mark.centre : mark.centre - plot.x) + moved;
    return share / plot.width;
  }

  /** Makes an event active, panning to it when it is out of view. */
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
