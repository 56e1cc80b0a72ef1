import {
  type Beyond,
  DRAWING_FONT,
  EMPTY_LAYOUT,
  extentOfSpans,
  gutterWidth,
  isMany,
  isNarrow,
  layoutTimeline,
  type TimelineLayout,
  type TimelineOptions,
} from '../../core/layout/index.js';
import {createChangeCheck, memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {direction, formatTick} from '../../i18n/index.js';
import {type CronoElement, PartController, type ResizeController, TextMeasure} from '../base/index.js';
import {NONE, Stillness} from './stillness.js';
import {sourceOf} from './timeline-model.js';

const NO_TIME: Interval = {start: 0, end: 1};
const asIs = (layout: TimelineLayout): TimelineLayout => layout;

/** Caches the layout of a timeline; recomputed only when it does not cover the view. */
export class LayoutCache {
  layout: TimelineLayout = EMPTY_LAYOUT;
  /** The extent of the story. */
  extent = NO_TIME;
  still = new Stillness();
  /** Time runs from right to left. */
  rtl = false;

  readonly #measure = new TextMeasure();
  readonly #sourceOf = memoizeLast(sourceOf, ({events, locale, words}) => [events, locale, words]);
  /** Detects changed inputs of the layout, apart from the view. */
  readonly #isOther = createChangeCheck();
  /** The layout of narrow boxes. */
  readonly #upright: PartController<typeof import('./upright.js')>;
  /** Reuses drawings while panning among many events. */
  readonly #moving;
  readonly #mirror: PartController<typeof import('../base/mirror.js')>;

  constructor(
    readonly host: CronoElement,
    readonly size: ResizeController,
  ) {
    this.#upright = new PartController(host, () => import('./upright.js'));
    this.#mirror = new PartController(host, () => import('../base/mirror.js'));
    this.#moving = new PartController(
      host,
      () => import('./moving.js'),
      ({Moving, drawSketch}) => ({still: new Moving(() => host.requestUpdate()), drawSketch}),
    );
  }

  /** Draws a simplified view while it changes rapidly; undefined otherwise. */
  get drawSketch() {
    return this.still.isSketch ? this.#moving.value?.drawSketch : undefined;
  }

  /** Updates the layout for a snapshot; empty without one. */
  update(snapshot: Snapshot | undefined): void {
    this.layout = snapshot && this.size.widthPx > 0 ? this.#layOut(snapshot) : EMPTY_LAYOUT;
  }

  /** Called when nothing is drawn any more. */
  stop(): void {
    this.still.stop();
  }

  #layOut(snapshot: Snapshot): TimelineLayout {
    const {events, locale, range, selected} = snapshot;
    const {widthPx, fontPx} = this.size;
    const isUpright = isNarrow(widthPx);
    const source = this.#sourceOf(snapshot);
    this.extent = extentOfSpans(events.spans) ?? NO_TIME;
    this.rtl = direction(locale) === 'rtl';
    const mirror = this.rtl ? this.#mirror.get()?.mirrorTimeline : asIs;
    const layOut = isUpright ? this.#upright.get()?.layoutUpright : layoutTimeline;
    if (!layOut || !mirror) return EMPTY_LAYOUT;
    if (isMany(source) && !isUpright) this.still = this.#moving.get()?.still ?? this.still;
    const view = range ?? this.extent;
    if (this.#isOther(source, layOut, widthPx, fontPx, selected, locale)) this.still.stop();
    const beyond = isUpright ? NONE : this.still.next(this.layout, view);
    const layout =
      beyond === null ? this.layout : mirror(layOut(source, this.#options(view, beyond, snapshot)));
    this.still.follow(layout, view, beyond);
    return layout;
  }

  #options(range: Interval, beyond: Beyond, {locale, selected}: Snapshot): TimelineOptions {
    const {widthPx, fontPx} = this.size;
    const fontSize = fontPx * DRAWING_FONT;
    return {
      range,
      width: widthPx,
      fontSize,
      measure: this.#measure.for(this.host, fontSize),
      tickText: (at, unit, context) => formatTick(at, unit, context, locale),
      selected,
      minRows: this.still.minRows(this.layout, range),
      gutter: gutterWidth(widthPx, fontPx),
      beyond,
    };
  }
}
