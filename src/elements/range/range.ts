import {html, nothing, svg} from 'lit';
import {type Bin, binCounts, extentOf, type TimeScale, timeScale} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Shown, Spans} from '../../core/table/index.js';
import {civilOf, type Instant, type Interval, instantOf, type TimeUnit} from '../../core/time/index.js';
import {direction, formatInstant, formatRange, formatTick, messages} from '../../i18n/index.js';
import {ResizeController, StoryView, TextMeasure} from '../base/index.js';
import styles from './range.styles.js';

const DAY = 86_400_000;
const HEIGHT = 56;
/** Where the bars stand; below it are the dates. */
const BASE = 36;
/** Room for half a handle at either end. */
const PAD = 12;
const BIN = 4;

type Handle = 'start' | 'end' | 'window';

/** The unit that a key moves a handle by: some tens of steps over the whole. */
function stepUnit({start, end}: Interval): TimeUnit {
  const span = end - start;
  return span > 40 * 366 * DAY ? 'year' : span > 300 * DAY ? 'month' : span > 5 * DAY ? 'day' : 'hour';
}

/** The boundary of a unit `count` steps away: from within a unit, the first step is to its own edge. */
function stepFrom(at: Instant, unit: TimeUnit, count: number): Instant {
  const {year, month, day, hour} = civilOf(at);
  const floor =
    unit === 'year'
      ? instantOf(year)
      : unit === 'month'
        ? instantOf(year, month)
        : unit === 'day'
          ? instantOf(year, month, day)
          : instantOf(year, month, day, hour);
  const steps = count < 0 && floor < at ? count + 1 : count;
  if (unit === 'year') return instantOf(year + steps);
  if (unit !== 'month') return floor + steps * (unit === 'day' ? DAY : 3_600_000);
  const months = year * 12 + month - 1 + steps;
  return instantOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

/**
 * @summary An overview of all time in the story, with two handles that set the range.
 * @since 0.1.0
 *
 * @element crono-range
 *
 * @fires {CronoRequestEvent} crono-request - The reader set another range.
 *
 * @csspart handle - One of the two handles.
 * @csspart window - The chosen range between them.
 * @csspart axis - The dates below.
 *
 * @cssstate dragging - A handle or the window is being moved.
 */
export class CronoRange extends StoryView {
  static override readonly tag = 'crono-range';
  static override styles = [StoryView.styles, styles];

  readonly #size = new ResizeController(this);
  readonly #measure = new TextMeasure();
  #extent: Interval = {start: 0, end: 1};
  #spans: Spans | undefined;
  #whole: Interval | null = null;
  /** All of time along the page, from right to left where the page runs so. */
  #scale: TimeScale = timeScale();
  #bins: {readonly key: readonly unknown[]; readonly bins: readonly Bin[]} | undefined;
  #drag: {readonly handle: Handle; readonly from: Instant; readonly range: Interval} | undefined;

  protected override watch({range, counts}: Snapshot) {
    return [range, counts];
  }

  protected override renderStory(snapshot: Snapshot) {
    const {spans} = snapshot.events;
    if (this.#spans !== spans) {
      this.#spans = spans;
      this.#whole = extentOf(spans);
    }
    if (!this.#whole) return nothing;
    this.#extent = this.#whole;
    const {start, end} = this.#extent;
    const ends = [PAD, PAD + this.#width] as const;
    const isRtl = direction(snapshot.locale) === 'rtl';
    this.#scale = timeScale([start, end], isRtl ? [ends[1], ends[0]] : ends);
    const text = messages(snapshot.locale);
    const range = this.#range;
    const [startX, endX] = [this.#scale(this.#clamp(range.start)), this.#scale(this.#clamp(range.end))];
    const [x0, x1] = isRtl ? [endX, startX] : [startX, endX];
    return html`
      <div class="head">
        <span class="words">${formatRange(snapshot.range ?? range, snapshot.locale)}</span>
        <span class="count">${text.shownOf(snapshot.counts.shown, snapshot.counts.events)}</span>
        ${snapshot.range ? html`<button @click=${this.#onAll}>${text.rangeAll}</button>` : nothing}
      </div>
      <svg role="group" aria-label=${text.range} width=${this.#size.widthPx} height=${HEIGHT}
        @pointerdown=${this.#onPointerDown} @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerEnd} @pointercancel=${this.#onPointerEnd} @keydown=${this.#onKeydown}>
        ${this.#renderBins(snapshot.shown, x0, x1)}
        <rect part="window" class="window" data-handle="window" x=${x0} y="0" width=${Math.max(x1 - x0, 1)} height=${BASE}></rect>
        ${this.#renderAxis(snapshot)}
        ${this.#renderHandle('start', startX, range.start, snapshot)}
        ${this.#renderHandle('end', endX, range.end, snapshot)}
      </svg>
    `;
  }

  /** What filters and the map leave, over all of time; counted anew only when that changes. */
  #binsOf({spans, table}: Shown): readonly Bin[] {
    const key = [table, spans, this.#width, this.#isRtl];
    if (!this.#bins || key.some((value, i) => value !== this.#bins?.key[i]))
      this.#bins = {key, bins: binCounts(spans, this.#scale, BIN)};
    return this.#bins.bins;
  }

  /** Two shapes, of what is in the range and of what is not: one for each column would be hundreds of nodes. */
  #renderBins(shown: Shown, x0: number, x1: number) {
    const bins = this.#binsOf(shown);
    const most = Math.max(1, ...bins.map(({count}) => count));
    let [within, out] = ['', ''];
    for (const {x, width, count} of bins) {
      if (count === 0) continue;
      // Square roots: one event stays visible beside thirty.
      const height = Math.max(3, Math.sqrt(count / most) * (BASE - 6));
      // What is left of a column to the next stands after it in time.
      const at = this.#isRtl ? x + width - BIN + 1 : x;
      const column = `M${at},${BASE}v${-height}h${BIN - 1}v${height}z`;
      if (at + BIN > x0 && at < x1) within += column;
      else out += column;
    }
    return svg`<g aria-hidden="true"><line class="base" x1=${PAD} x2=${PAD + this.#width} y1=${BASE} y2=${BASE}></line>
      <path class="bin out" d=${out}></path><path class="bin" d=${within}></path></g>`;
  }

  #renderAxis({locale}: Snapshot) {
    const font = this.#size.fontPx * 0.75;
    const ticks = this.#scale.ticks({
      text: (at, unit, context) => formatTick(at, unit, context, locale),
      size: this.#measure.for(this, font),
    });
    return svg`<g part="axis" class="axis" aria-hidden="true">${ticks.map(
      ({
        position,
        textPosition,
        text,
      }) => svg`<line x1=${position} x2=${position} y1=${BASE} y2=${BASE + 4}></line>
        <text x=${textPosition} y=${BASE + 4 + font} .textContent=${text}></text>`,
    )}</g>`;
  }

  #renderHandle(handle: 'start' | 'end', x: number, at: Instant, {locale}: Snapshot) {
    const [text, isFine] = [messages(locale), stepUnit(this.#extent) === 'hour'];
    // The end is half-open: its last moment is what people call its date.
    const words = formatInstant(handle === 'start' ? at : at - 1, isFine ? 'minute' : 'day', locale);
    const {start, end} = this.#extent;
    const other = this.#range;
    return svg`<g part="handle" class="handle" role="slider" tabindex="0" data-handle=${handle}
      aria-label=${handle === 'start' ? text.rangeStart : text.rangeEnd} aria-valuetext=${words}
      aria-valuemin=${handle === 'start' ? start : other.start} aria-valuemax=${handle === 'start' ? other.end : end} aria-valuenow=${at}
      transform="translate(${x},0)">
      <rect class="target" x="-12" y="-2" width="24" height=${BASE + 4}></rect>
      <line y1="0" y2=${BASE}></line>
      <rect class="grip" x="-5" y=${BASE / 2 - 9} width="10" height="18" rx="2"></rect>
    </g>`;
  }

  /** The chosen range, with ends: a link may leave one open, and no hand can move what is nowhere. */
  get #range(): Interval {
    const {start, end} = this.store.snapshot?.range ?? this.#extent;
    return {
      start: Number.isFinite(start) ? start : Math.min(this.#extent.start, end),
      end: Number.isFinite(end) ? end : Math.max(this.#extent.end, start),
    };
  }

  get #width(): number {
    return Math.max(1, this.#size.widthPx - 2 * PAD);
  }

  /** Time runs from right to left. */
  get #isRtl(): boolean {
    const [from, to] = this.#scale.range();
    return from > to;
  }

  #instant(event: PointerEvent): Instant {
    const {left} = (event.currentTarget as Element).getBoundingClientRect();
    return this.#scale.invert(event.clientX - left);
  }

  #clamp(at: Instant): Instant {
    return Math.min(Math.max(at, this.#extent.start), this.#extent.end);
  }

  #set({start, end}: Interval): void {
    const whole = start <= this.#extent.start && end >= this.#extent.end;
    this.store.request({type: 'range', range: whole ? null : {start, end}});
  }

  /** Moves one handle or the window, keeping at least one step between the handles. */
  #move(handle: Handle, range: Interval, to: Instant): void {
    const unit = stepUnit(this.#extent);
    if (handle === 'window') {
      const length = range.end - range.start;
      const start = Math.min(Math.max(to, this.#extent.start), this.#extent.end - length);
      this.#set({start, end: start + length});
    } else if (handle === 'start') {
      this.#set({...range, start: Math.min(this.#clamp(to), stepFrom(range.end, unit, -1))});
    } else {
      this.#set({...range, end: Math.max(this.#clamp(to), stepFrom(range.start, unit, 1))});
    }
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const from = this.#instant(event);
    const range = this.#range;
    const target = (event.target as Element).closest<SVGElement>('[data-handle]')?.dataset.handle as
      | Handle
      | undefined;
    const nearer = Math.abs(from - range.start) < Math.abs(from - range.end) ? 'start' : 'end';
    // The window moves only when there is room; elsewhere the nearer handle comes.
    const handle = target === 'window' && !this.store.snapshot?.range ? nearer : (target ?? nearer);
    this.#drag = {handle, from, range};
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.setState('dragging', true);
    event.preventDefault();
    if (handle !== 'window') {
      this.renderRoot.querySelector<SVGElement>(`[role=slider][data-handle=${handle}]`)?.focus();
      if (!target || target === 'window') this.#move(handle, range, this.#snap(from));
    }
  }

  #onPointerMove(event: PointerEvent): void {
    if (!this.#drag) return;
    const {handle, from, range} = this.#drag;
    const at = this.#instant(event);
    if (handle === 'window') this.#move(handle, range, this.#snap(range.start + at - from));
    else this.#move(handle, this.#range, this.#snap(at));
  }

  #onPointerEnd(): void {
    this.#drag = undefined;
    this.setState('dragging', false);
  }

  /** To the nearest midnight, or hour in a story of days. */
  #snap(at: Instant): Instant {
    const unit = stepUnit(this.#extent) === 'hour' ? 3_600_000 : DAY;
    return Math.round(at / unit) * unit;
  }

  #onKeydown(event: KeyboardEvent): void {
    const handle = (event.target as SVGElement).dataset.handle as 'start' | 'end' | undefined;
    if (!handle || event.altKey || event.ctrlKey || event.metaKey) return;
    const [range, unit] = [this.#range, stepUnit(this.#extent)];
    const page = unit === 'month' ? 6 : 10;
    const onward = this.#isRtl ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowLeft: -onward,
      ArrowDown: -1,
      ArrowRight: onward,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
    };
    const count = steps[event.key];
    if (count !== undefined) this.#move(handle, range, stepFrom(range[handle], unit, count));
    else if (event.key === 'Home') this.#move(handle, range, this.#extent.start);
    else if (event.key === 'End') this.#move(handle, range, this.#extent.end);
    else if (event.key === 'Escape') this.#onAll();
    else return;
    event.preventDefault();
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
