import {html, nothing, svg} from 'lit';
import {
  binCounts,
  closeRange,
  extentOfSpans,
  moveHandle,
  nullIfWhole,
  type RangeHandle,
  snapInstant,
  stepFrom,
  stepUnit,
  type TimeScale,
  timeScale,
} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Spans} from '../../core/table/index.js';
import type {Instant, Interval} from '../../core/time/index.js';
import {direction, formatRange, messages} from '../../i18n/index.js';
import {ResizeController, StoryView, TextMeasure} from '../base/index.js';
import {handleAt, renderHandle} from './handle.js';
import {AXIS_Y, BIN, HEIGHT, isMirrored, renderAxis, renderBins} from './overview.js';
import styles from './range.styles.js';

/** Padding for half a handle at each end, in pixels. */
const PAD = 12;

/** A drag: its handle, and the initial instant and range. */
interface Drag {
  readonly handle: RangeHandle;
  readonly from: Instant;
  readonly range: Interval;
}

/**
 * @summary An overview of the whole time span of the story, with two handles that set the range.
 * @since 0.1.0
 *
 * @element crono-range
 *
 * @fires {CronoRequestEvent} crono-request - The reader set another range.
 *
 * @csspart handle - One of the two handles.
 * @csspart window - The selected range between them.
 * @csspart axis - The dates below.
 *
 * @cssstate dragging - A handle or the window is being moved.
 */
export class CronoRange extends StoryView {
  static override readonly tag = 'crono-range';
  static override styles = [StoryView.styles, styles];

  readonly #size = new ResizeController(this);
  readonly #measure = new TextMeasure();
  /** The scale of the whole extent; mirrored in RTL. */
  readonly #scaleOf = memoizeLast(({start, end}: Interval, widthPx: number, isRtl: boolean) => {
    const [left, right] = [PAD, Math.max(PAD + 1, widthPx - PAD)];
    return timeScale([start, end], isRtl ? [right, left] : [left, right]);
  });
  /** Histogram of the events that pass filters and extent. */
  readonly #binsOf = memoizeLast((spans: Spans, scale: TimeScale) => binCounts(spans, scale, BIN));
  #extent: Interval = {start: 0, end: 1};
  #scale = timeScale();
  #drag: Drag | undefined;

  protected override watch({range, counts}: Snapshot) {
    return [range, counts];
  }

  protected override renderStory(snapshot: Snapshot) {
    const extent = extentOfSpans(snapshot.events.spans);
    if (!extent) return nothing;
    this.#extent = extent;
    this.#scale = this.#scaleOf(extent, this.#size.widthPx, direction(snapshot.locale) === 'rtl');
    return html`
      ${this.#renderHead(snapshot)}
      <svg role="group" aria-label=${messages(snapshot.locale).range} width=${this.#size.widthPx} height=${HEIGHT}
        @pointerdown=${this.#onPointerDown} @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerEnd} @pointercancel=${this.#onPointerEnd} @keydown=${this.#onKeydown}>
        ${this.#renderDrawing(snapshot)}
      </svg>
    `;
  }

  #renderHead({range, counts, locale}: Snapshot) {
    const text = messages(locale);
    return html`<div class="head">
      <span class="words">${formatRange(range ?? this.#range, locale)}</span>
      <span class="count">${text.shownOf(counts.shown, counts.events)}</span>
      ${range ? html`<button @click=${this.#onAll}>${text.rangeAll}</button>` : nothing}
    </div>`;
  }

  #renderDrawing({shown, locale}: Snapshot) {
    const scale = this.#scale;
    const range = this.#range;
    const startX = scale(this.#clamp(range.start));
    const endX = scale(this.#clamp(range.end));
    const [left, right] = isMirrored(scale) ? [endX, startX] : [startX, endX];
    const fontPx = this.#size.fontPx * 0.75;
    return svg`
      ${renderBins(this.#binsOf(shown.spans, scale), scale, left, right)}
      <rect part="window" class="window" data-handle="window" x=${left} y="0" width=${Math.max(right - left, 1)} height=${AXIS_Y}></rect>
      ${renderAxis(scale, fontPx, this.#measure.for(this, fontPx), locale)}
      ${renderHandle('start', startX, range, this.#extent, locale)}
      ${renderHandle('end', endX, range, this.#extent, locale)}
    `;
  }

  get #range(): Interval {
    return closeRange(this.store.snapshot?.range ?? this.#extent, this.#extent);
  }

  #clamp(at: Instant): Instant {
    return Math.min(Math.max(at, this.#extent.start), this.#extent.end);
  }

  #instant(event: PointerEvent): Instant {
    const {left} = (event.currentTarget as Element).getBoundingClientRect();
    return this.#scale.invert(event.clientX - left);
  }

  #move(handle: RangeHandle, range: Interval, to: Instant): void {
    const moved = moveHandle(handle, range, to, this.#extent);
    this.store.request({type: 'range', range: nullIfWhole(moved, this.#extent)});
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const from = this.#instant(event);
    const range = this.#range;
    const target = handleAt(event);
    const nearer = Math.abs(from - range.start) < Math.abs(from - range.end) ? 'start' : 'end';
    // The window is draggable only when a range is set; otherwise the nearer handle moves.
    const handle = target === 'window' && !this.store.snapshot?.range ? nearer : (target ?? nearer);
    this.#drag = {handle, from, range};
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.setState('dragging', true);
    event.preventDefault();
    if (handle === 'window') return;
    this.renderRoot.querySelector<SVGElement>(`[role=slider][data-handle=${handle}]`)?.focus();
    if (target !== handle) this.#move(handle, range, snapInstant(from, this.#extent));
  }

  #onPointerMove(event: PointerEvent): void {
    if (!this.#drag) return;
    const {handle, from, range} = this.#drag;
    const extent = this.#extent;
    const at = this.#instant(event);
    if (handle === 'window') this.#move(handle, range, snapInstant(range.start + at - from, extent));
    else this.#move(handle, this.#range, snapInstant(at, extent));
  }

  #onPointerEnd(): void {
    this.#drag = undefined;
    this.setState('dragging', false);
  }

  #onKeydown(event: KeyboardEvent): void {
    const handle = handleAt(event);
    if (!handle || handle === 'window' || event.altKey || event.ctrlKey || event.metaKey) return;
    const extent = this.#extent;
    const range = this.#range;
    const unit = stepUnit(extent);
    const count = this.#stepsOf(event.key, unit === 'month' ? 6 : 10);
    if (count !== 0) this.#move(handle, range, stepFrom(range[handle], unit, count));
    else if (event.key === 'Home') this.#move(handle, range, extent.start);
    else if (event.key === 'End') this.#move(handle, range, extent.end);
    else if (event.key === 'Escape') this.#onAll();
    else return;
    event.preventDefault();
  }

  /** The number of steps that a key moves a handle, positive for later; 0 for other keys. */
  #stepsOf(key: string, page: number): number {
    const onward = isMirrored(this.#scale) ? -1 : 1;
    switch (key) {
      case 'ArrowLeft':
        return -onward;
      case 'ArrowRight':
        return onward;
      case 'ArrowDown':
        return -1;
      case 'ArrowUp':
        return 1;
      case 'PageDown':
        return -page;
      case 'PageUp':
        return page;
      default:
        return 0;
    }
  }

  #onAll(): void {
    this.store.request({type: 'range', range: null});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-range': CronoRange;
  }
}
