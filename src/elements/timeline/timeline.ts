import {html, nothing, type PropertyDeclarations} from 'lit';
import {EMPTY_LAYOUT, neighbour, type TimeScale} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import {PartController, ResizeController, StoryView, shapeStyles} from '../base/index.js';
import {CallOutDoor} from '../call-out/door.js';
import {type DrawContext, markId} from './drawing-context.js';
import {LayoutCache} from './layout-cache.js';
import type {Moving} from './moving.js';
import styles from './timeline.styles.js';
import {drawTimeline} from './timeline-drawing.js';
import {type HeadActions, renderHead, renderNowhere} from './timeline-head.js';
import {holds, MAX_LISTED, nameOf} from './timeline-model.js';
import {renderTrays} from './trays.js';

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
 * @csspart bar - Events too close to draw individually, with their number; also `bar-dimmed`.
 * @csspart label - The title beside a mark.
 * @csspart zoom - The group of the buttons that zoom.
 * @csspart legend - What the marks mean, in narrow boxes.
 * @csspart break - The break of the axis where time without events is folded.
 * @csspart fold - The button below it, which shows that time to scale.
 * @csspart annotation - A note of the author; also `annotation-span` of a period.
 * @csspart annotations - The notes for which the drawing has no room.
 * @csspart tray - Events without a date, or those of an opened bar.
 * @csspart outside - The button at the edge that leads to the selected event, when the range leaves it out.
 * @csspart tip - The name of the mark that is pointed at.
 * @csspart call-out - What the reader has chosen here, in a few words, while no card says it on the screen.
 *
 * @cssproperty --crono-timeline-surface - Background; none by default.
 * @cssproperty --crono-controls - Whether there are buttons to zoom: `none` takes them away; keys and gestures stay.
 * @cssproperty --crono-mark-size - Size of the marks, as a share of their own: 0.75 to 1.5.
 * @cssproperty --crono-timeline-padding - Room between that and what it holds; none by default.
 * @cssstate empty - No event falls in the range.
 * @cssstate called-out - The call-out is open.
 * @cssstate upright - Vertical layout, in a narrow box.
 * @cssstate settling - Its height goes over to that of a view that has come to rest.
 */
export class CronoTimeline extends StoryView {
  static override readonly tag = 'crono-timeline';
  static override styles = [StoryView.styles, shapeStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    folds: {},
    active: {state: true},
    opened: {state: true},
  };

  /** `none` shows all of time to scale. By default long stretches without events are folded. */
  folds: string | undefined;

  /** The active event, for arrow keys; selected only when Enter is pressed. */
  private active: string | null = null;
  private opened: string | null = null;

  readonly #size = new ResizeController(this);
  /** Loaded when the view is first moved. */
  readonly #moving = new PartController(
    this,
    () => import('./moving.js'),
    ({Moving}) => new Moving(this, this.#cache, this.store, () => this.#scale),
  );
  /** Loaded by stories with notes of their author. */
  readonly #notes = new PartController(this, () => import('../annotations/time-notes.js'));
  readonly #cache = new LayoutCache(this, this.#size, this.store, this.#moving);
  /** What the pointer was pressed on: once the drawing has captured it, a click no longer tells. */
  #pressed: EventTarget | null = null;

  readonly #callOut = new CallOutDoor({
    element: this,
    store: this.store,
    anchorOf: (id) => this.#nodeOf(id),
    focus: () => this.#drawing?.focus({preventScroll: true}),
  });

  protected override watch({range, selected, shown, chosenIn, unfolded, step}: Snapshot) {
    return [range, selected, shown, chosenIn, unfolded, step];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.#cache.update(snapshot);
    const {marks, bars, orientation} = this.#cache.layout;
    this.setState('empty', marks.length + bars.length === 0);
    this.setState('upright', orientation === 'vertical');
  }

  /**
   * @internal Draws it lower, as far as marks can merge.
   * @param excess measures by how many pixels; `-Infinity`: it may be as high as it likes
   */
  lower(excess: () => number): void {
    this.#move((moving) => moving.lower(excess));
  }

  protected override renderStory(snapshot: Snapshot) {
    const {layout} = this.#cache;
    // The room is kept until what lays it out is there.
    if (layout === EMPTY_LAYOUT && this.lazyParts.pending) return undefined;
    const opened = layout.bars.find(({id}) => id === this.opened);
    const actions: HeadActions = {
      page: (sign) => this.#move((moving) => moving.page(sign)),
      zoom: (factor) => this.#zoom(factor, snapshot.selected),
      showAll: () => this.store.request({type: 'range', range: null}),
    };
    return html`
      ${renderHead(snapshot, layout, this.#range, actions, this.#cache.renderLegend)}
      <div class="drawing">
        ${snapshot.dataset.annotations[0] && this.#notes.get()?.render(snapshot, {...layout, scale: this.#scale}, this.#size)}
        ${this.#renderDrawing(snapshot)}
        ${this.#moving.value?.way.isOn ? nothing : renderNowhere(snapshot, layout, this.#range, actions)}
      </div>
      ${this.#callOut.render()}
      ${this.#renderOutside(snapshot)}
      ${this.#cache.folding?.renderButtons(snapshot)}
      ${renderTrays(snapshot, opened, {number: this.#number, select: (id) => this.#callOut.choose(id)})}
    `;
  }

  #renderDrawing(snapshot: Snapshot) {
    const {folding, layout, still, rtl, drawRail, drawSketch} = this.#cache;
    const draw = drawSketch ?? drawTimeline;
    const context: DrawContext = {
      snapshot,
      active: this.active,
      number: this.#number,
      name: this.#name,
      still,
      rtl,
      drawRail,
      folding: folding?.drawn.length ? folding : undefined,
    };
    return html`<svg role="listbox" tabindex="0" aria-label=${messages(snapshot.locale).timeline}
      width=${layout.width} height=${layout.height} viewBox=${`0 0 ${layout.width} ${layout.height}`} aria-activedescendant=${this.#activeDescendant(snapshot)}
      @click=${this.#onClick} @keydown=${this.#onKeydown} @blur=${this.#onBlur} @wheel=${this.#onGesture}
      @pointerdown=${this.#onGesture} @pointermove=${this.#onGesture} @pointerup=${this.#onGesture}
      @pointercancel=${this.#onGesture} @lostpointercapture=${this.#onGesture}>
      ${draw(layout, context)}
    </svg>`;
  }

  /** Says at the edge when the selected event was, if the range leaves it out. */
  #renderOutside({selected, events, range}: Snapshot) {
    const interval = selected === null ? undefined : events.interval(events.rowOf(selected));
    if (!range || !interval || (interval.end > range.start && interval.start < range.end)) return nothing;
    const go = () => this.#move((moving) => moving.travel(interval));
    return this.#callOut.outside(interval.end <= range.start ? 'before' : 'after', go);
  }

  /** DOM id of the mark or bar of the active event; `nothing` when out of view. */
  #activeDescendant(snapshot: Snapshot) {
    const {marks, bars} = this.#cache.layout;
    const at = this.active ?? snapshot.selected;
    if (at === null) return nothing;
    const row = snapshot.events.rowOf(at);
    const isDrawn = marks.some(({index}) => index === row) || bars.some((bar) => holds(bar, row, snapshot));
    return isDrawn ? markId(at) : nothing;
  }

  /** The mark of an event, the bar that counts it, or its button in a tray. */
  #nodeOf(id: string): Element | undefined {
    const {snapshot} = this.store;
    const row = snapshot?.events.rowOf(id) ?? -1;
    const bar = snapshot && this.#cache.layout.bars.find((each) => holds(each, row, snapshot));
    const nodes = [...this.renderRoot.querySelectorAll<HTMLElement>('.mark, .bar, .tray button')];
    return nodes.find(({dataset}) => dataset.id === id || (bar && dataset.bar === bar.id));
  }

  readonly #number = (lane: string): number => {
    const {dataset} = this.store.snapshot ?? {};
    return dataset ? (indexOf(dataset).categoryNumber.get(lane) ?? -1) : -1;
  };

  readonly #name = (id: string): string => {
    const {snapshot} = this.store;
    return snapshot ? nameOf(id, snapshot) : '';
  };

  get #range(): Interval {
    return this.store.snapshot?.range ?? this.#cache.extent;
  }

  /** Maps time to shares of the visible range, for gestures and keys. */
  get #scale(): TimeScale {
    return this.#cache.scaleOf(this.#range);
  }

  get #drawing(): SVGElement | null {
    return this.renderRoot.querySelector('svg[role=listbox]');
  }

  /** Moves the view; what does so is fetched first. */
  #move(by: (moving: Moving) => void): void {
    void this.#moving.fetch().then((moving) => moving && by(moving));
  }

  #zoom(factor: number, id: string | null): void {
    this.#move((moving) => moving.zoom(factor, id));
  }

  #onGesture(event: PointerEvent | WheelEvent): void {
    // Not after what answers it is there: the page would have zoomed.
    if (event.type === 'wheel' && (event.ctrlKey || event.metaKey)) event.preventDefault();
    if (event.type === 'pointerdown') this.#pressed = event.target;
    this.#move((moving) => moving.handle(event));
  }

  #onClick(event: MouseEvent): void {
    if (this.#moving.value?.gestures.dragged) return;
    const {target: at, currentTarget} = event;
    const target = (
      (at === currentTarget && this.#pressed ? this.#pressed : at) as Element
    ).closest<SVGElement>('[data-id], [data-bar]');
    const {id, bar} = target?.dataset ?? {};
    if (bar) this.#openBar(bar);
    if (id) {
      this.active = id;
      this.#callOut.choose(id);
    } else this.#callOut.close();
  }

  /** Opens a bar as a list of its events; zooms in on a large one instead, if that splits it. */
  #openBar(id: string): void {
    const bar = this.#cache.layout.bars.find((each) => each.id === id);
    const {start, end} = this.#range;
    const {interval} = bar ?? {interval: {start: 0, end: 0}};
    if (bar && bar.count > MAX_LISTED && interval.end - interval.start < (end - start) / 2)
      this.#move((moving) => moving.fit(interval));
    else this.opened = id === this.opened ? null : id;
  }

  #onKeydown(event: KeyboardEvent): void {
    const {key} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.active ?? this.store.snapshot?.selected ?? null;
    const next = neighbour(this.#cache.layout, at, key, this.#cache.rtl);
    if (next !== null) this.#goTo(next);
    else if (key === '+' || key === '=') this.#zoom(0.5, at);
    else if (key === '-') this.#zoom(2, at);
    else if (key === 'PageDown') this.#move((moving) => moving.page(1));
    else if (key === 'PageUp') this.#move((moving) => moving.page(-1));
    else if ((key === 'Enter' || key === ' ') && at !== null) this.#callOut.choose(at);
    else if (key === 'Escape' && this.store.snapshot?.selected)
      this.store.request({type: 'select', id: null});
    else if (!/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  }

  #onBlur(): void {
    // Removing the focused drawing fires `blur` during an update.
    queueMicrotask(() => {
      this.active = null;
    });
  }

  /** Makes an event active, panning to it when it is out of view. */
  #goTo(id: string): void {
    this.active = id;
    const {events, range} = this.store.snapshot ?? {};
    const interval = range && events?.interval(events.rowOf(id));
    if (interval) this.#move((moving) => moving.show(interval));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-timeline': CronoTimeline;
  }
}
