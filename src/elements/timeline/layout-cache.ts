import {
  type Beyond,
  EMPTY_LAYOUT,
  extentOfSpans,
  gutterWidth,
  isMany,
  isNarrow,
  layoutTimeline,
  type TimelineLayout,
  type TimelineOptions,
  type TimeScale,
  timeScale,
} from '../../core/layout/index.js';
import {createChangeCheck, memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {direction, formatTick} from '../../i18n/index.js';
import type {Folding} from '../base/folding.js';
import {
  type CronoElement,
  Folds,
  PartController,
  type ResizeController,
  type StoreController,
  TextMeasure,
} from '../base/index.js';
import type {Moving} from './moving.js';
import {NONE, Stillness} from './stillness.js';
import {sourceOf} from './timeline-model.js';

const NO_TIME: Interval = {start: 0, end: 1};
const asIs = (layout: TimelineLayout): TimelineLayout => layout;

/** Caches the layout of a timeline; recomputed only when it does not cover the view. */
export class LayoutCache {
  layout: TimelineLayout = EMPTY_LAYOUT;
  /** The extent of the story. */
  extent = NO_TIME;
  /** What the layout shows. */
  view = NO_TIME;
  still = new Stillness();
  /** Time runs from right to left. */
  rtl = false;
  /** What folds time; undefined where nothing is folded. */
  folding: Folding | undefined;

  readonly #measure: TextMeasure;
  readonly #sourceOf = memoizeLast(sourceOf, ({events, locale, words}) => [events, locale, words]);
  /** Detects changed inputs of the layout, apart from the view. */
  readonly #isOther = createChangeCheck();
  readonly #folds: Folds;
  readonly #isReselected = createChangeCheck();
  /** The view and the selection of the layout. */
  #seen = '';
  /** The layout of narrow boxes. */
  readonly #upright: PartController<typeof import('./upright.js')>;
  readonly #mirror: PartController<typeof import('../base/mirror.js')>;

  constructor(
    readonly host: CronoElement & {readonly folds: string | undefined},
    readonly size: ResizeController,
    store: StoreController,
    /** Reuses drawings while panning among many events. */
    readonly moving: PartController<typeof import('./moving.js'), Moving>,
  ) {
    this.#measure = new TextMeasure(size);
    this.#folds = new Folds(host, store);
    this.#upright = new PartController(host, () => import('./upright.js'));
    this.#mirror = new PartController(host, () => import('../base/mirror.js'));
  }

  /** Draws what a list of events has in place of an axis; undefined for other layouts. */
  get drawRail() {
    return this.layout.rail && this.#upright.value?.drawRail;
  }

  /** Renders what the marks of an upright timeline mean. */
  get renderLegend() {
    return this.#upright.value?.renderLegend;
  }

  /** Draws a simplified view while it changes rapidly; undefined otherwise. */
  get drawSketch() {
    return this.still.isSketch ? this.moving.value?.drawSketch : undefined;
  }

  /** The height that it shares with other views, on the screen. */
  get #room() {
    return this.size.isPrinting ? undefined : this.moving.value?.room;
  }

  /** Updates the layout for a snapshot; empty without one. */
  update(snapshot: Snapshot | undefined): void {
    this.layout = snapshot && this.size.widthPx > 0 ? this.#layOut(snapshot) : EMPTY_LAYOUT;
  }

  #layOut(snapshot: Snapshot): TimelineLayout {
    const {events, locale, range, selected} = snapshot;
    const {widthPx, fontPx, labelPx} = this.size;
    const isUpright = isNarrow(widthPx);
    const source = this.#sourceOf(snapshot);
    const folding = isUpright ? undefined : this.#folds.in(snapshot);
    folding?.take(snapshot);
    const whole = extentOfSpans(events.spans) ?? NO_TIME;
    this.extent = folding?.extentOf(whole, snapshot) ?? whole;
    this.rtl = direction(locale) === 'rtl';
    const mirror = this.rtl ? this.#mirror.get()?.mirrorTimeline : asIs;
    const layOut = isUpright ? this.#upright.get()?.layoutUpright : layoutTimeline;
    if (!layOut || !mirror || folding === null) return EMPTY_LAYOUT;
    this.folding = folding;
    if (isMany(source) && !isUpright) this.still = this.moving.get()?.overscan ?? this.still;
    const moving = this.moving.value;
    // What is unfolded is laid out anew, and not held as a view that moves.
    const isOther = this.#isOther(
      source,
      layOut,
      widthPx,
      fontPx,
      locale,
      folding?.folded,
      this.#measure.for(labelPx),
    );
    if (isOther) this.moving.value?.hold.stop();
    if (this.#isReselected(selected) || isOther) this.still.stop();
    const wanted = range ?? this.extent;
    const view = moving?.way.at(wanted, this.view, snapshot) ?? wanted;
    // Not the view: all of it is longer while folded time unfolds, which is no movement.
    const seen = `${range?.start} ${range?.end} ${selected}`;
    const isKept = moving?.way.isWaiting || ((seen !== this.#seen || moving?.way.isOn) && !this.#hold());
    if (!isOther && isKept) return this.layout;
    this.#seen = seen;
    this.view = view;
    const beyond = isUpright ? NONE : this.still.next(this.layout, view);
    const drawn = folding?.rangeOf(view, this.layout.plot.width) ?? view;
    const lay = () =>
      layOut(source, {
        ...this.#options(drawn, beyond ?? NONE, snapshot),
        ...(isUpright && this.#datesIn(snapshot)),
      });
    const layout = beyond === null ? this.layout : mirror(this.#room?.fit(lay) ?? lay());
    this.#placeFolds(layout, snapshot);
    this.still.follow(layout, view, beyond);
    return layout;
  }

  /** Keeps the rows and the height of the layout for another view; false until what does so is there. */
  #hold(): boolean {
    if (this.layout === EMPTY_LAYOUT) return true;
    this.moving.get()?.hold.keep(this.layout);
    return this.moving.value !== undefined || this.moving.error !== undefined;
  }

  #datesIn(snapshot: Snapshot) {
    return this.#upright.value?.datesIn(snapshot);
  }

  #options(range: Interval, beyond: Beyond, {locale, selected}: Snapshot): TimelineOptions {
    const {widthPx, fontPx, labelPx} = this.size;
    const {hold} = this.moving.value ?? {};
    return {
      range,
      width: widthPx,
      measure: this.#measure.for(labelPx),
      fontSize: labelPx * this.#measure.scale,
      tickText: (at, unit, context) => formatTick(at, unit, context, locale),
      selected,
      held: hold?.lanes,
      maxRows: this.#room?.maxRows,
      ...(hold?.minHeight && {minHeight: hold.minHeight}),
      gutter: gutterWidth(widthPx, fontPx),
      beyond,
      ...(this.folding && {scaleOf: this.folding.scaleOf}),
    };
  }

  #placeFolds({plot, width}: TimelineLayout, snapshot: Snapshot): void {
    const start = this.rtl ? width - plot.x - plot.width : plot.x;
    const measure = this.#measure.for(this.size.labelPx);
    this.folding?.place({start, length: plot.width, width, measure}, snapshot);
  }

  /** Maps time to shares of a range. */
  scaleOf({start, end}: Interval): TimeScale {
    return this.folding?.sharesOf({start, end}, this.layout.plot.width) ?? timeScale([start, end]);
  }
}
