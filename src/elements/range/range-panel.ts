import {html, nothing, svg} from 'lit';
import {
  binCounts,
  closeRange,
  extentOfSpans,
  hasPauses,
  isNarrow,
  isSpread,
  type TimeScale,
  timeScale,
} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Spans} from '../../core/table/index.js';
import type {Instant, Interval} from '../../core/time/index.js';
import {describePeriod, direction, formatRange, joinWords, messages} from '../../i18n/index.js';
import {clientBox, PartController, TextMeasure} from '../base/index.js';
import type {Named} from '../call-out/call-out-view.js';
import {CallOutDoor} from '../call-out/door.js';
import {renderHandle} from './handle.js';
import {AXIS_Y, BIN, HEIGHT, isMirrored, renderAxis, renderBins} from './overview.js';
import own from './range.styles.js';
import type {RangeHost} from './range-host.js';
import {RangeMoves} from './range-moves.js';

export const styles = [own];

/** Padding for half a handle at each end, in pixels. */
const PAD = 12;

/** Renders the strip of the whole time span, and what moves on it. */
export class RangePanel {
  readonly #measure: TextMeasure;
  readonly #folding;
  /** The scale of the whole extent; mirrored in RTL. */
  readonly #scaleOf = memoizeLast(({start, end}: Interval, widthPx: number, isRtl: boolean) => {
    const [left, right] = [PAD, Math.max(PAD + 1, widthPx - PAD)];
    return timeScale([start, end], isRtl ? [right, left] : [left, right]);
  });
  /** Histogram of the events that pass filters and extent. */
  readonly #binsOf = memoizeLast((spans: Spans, scale: TimeScale) => binCounts(spans, scale, BIN));
  readonly #moves = new RangeMoves(this);
  extent: Interval = {start: 0, end: 1};
  scale = timeScale();

  constructor(readonly host: RangeHost) {
    const {element, store, size} = host;
    this.#measure = new TextMeasure(size, '[part~="axis"] text');
    this.#folding = new PartController(element, () => import('../base/folding.js'));
    new CallOutDoor({
      element,
      store,
      anchorOf: () => undefined,
      nameAt: (event) => this.#binAt(event),
      focus: () => {},
    });
  }

  get drawing(): SVGElement | null {
    return this.host.element.renderRoot.querySelector('svg');
  }

  get range(): Interval {
    return closeRange(this.host.store.snapshot?.range ?? this.extent, this.extent);
  }

  render(snapshot: Snapshot) {
    const extent = extentOfSpans(snapshot.events.spans);
    if (!extent) return nothing;
    const text = messages(snapshot.locale);
    this.extent = extent;
    this.scale = this.#scaleOf(extent, this.host.size.widthPx, direction(snapshot.locale) === 'rtl');
    const {handle} = this.#moves;
    return html`
      ${this.#renderHead(snapshot)}
      <svg role="group" aria-label=${text.range}
        aria-description=${this.#isSpread(snapshot) ? text.spread : nothing} width=${this.host.size.widthPx} height=${HEIGHT}
        @pointerdown=${handle} @pointermove=${handle} @pointerup=${handle}
        @lostpointercapture=${handle} @keydown=${handle}>
        ${this.#renderDrawing(snapshot)}
      </svg>
    `;
  }

  #renderHead(snapshot: Snapshot) {
    const {range, counts, locale} = snapshot;
    const text = messages(locale);
    return html`<div class="head">
      <span part="words" class="words">${describePeriod(snapshot)}</span>
      <span part="count" class="count">${text.shownOf(counts.shown, counts.events)}</span>
      ${
        // In a narrow box it would take a line of its own; there it is said at the bars.
        this.#isSpread(snapshot) && !isNarrow(this.host.size.widthPx)
          ? html`<span part="spread" class="count">${text.spread}</span>`
          : nothing
      }
      ${range ? html`<button @click=${this.#onAll}>${text.rangeAll}</button>` : nothing}
    </div>`;
  }

  /** Whether events are spread over several bars, as those dated to a month or a year are. */
  #isSpread({shown}: Snapshot): boolean {
    return isSpread(this.#binsOf(shown.spans, this.scale));
  }

  #renderDrawing(snapshot: Snapshot) {
    const {events, shown, unfolded, locale} = snapshot;
    const scale = this.scale;
    const range = this.range;
    // Around the events the strip has air, which is no part of their period.
    const told = closeRange(snapshot.range ?? events.spans.extent ?? range, range);
    const startX = scale(this.#clamp(range.start));
    const endX = scale(this.#clamp(range.end));
    const [left, right] = isMirrored(scale) ? [endX, startX] : [startX, endX];
    const fontPx = this.host.size.fontPx * 0.75;
    // Where it is narrow timelines are upright, and fold nothing.
    const isFolded = !isNarrow(this.host.size.widthPx) && unfolded !== 'all' && hasPauses(events.spans);
    return svg`
      ${renderBins(this.#binsOf(shown.spans, scale), scale, left, right)}
      ${isFolded ? this.#folding.get()?.drawFolded(snapshot, scale, AXIS_Y) : nothing}
      <rect part="window" class="window" data-handle="window" x=${left} y="0" width=${Math.max(right - left, 1)} height=${AXIS_Y}></rect>
      ${renderAxis(scale, fontPx, this.#measure.for(fontPx), locale)}
      ${renderHandle('start', startX, range, told, this.extent, locale)}
      ${renderHandle('end', endX, range, told, this.extent, locale)}
    `;
  }

  /** The bar under a pointer, with its number of events and its time. */
  #binAt({clientX, target}: MouseEvent): Named | undefined {
    const svg = (target as Element).closest('svg');
    const {shown, locale} = this.host.store.snapshot ?? {};
    if (!svg || !shown || !locale) return undefined;
    const {left, top, width} = clientBox(svg);
    const px = width / this.host.size.widthPx;
    const at = (clientX - left) / px;
    const scale = this.scale;
    const bin = this.#binsOf(shown.spans, scale).find((each) => at >= each.x && at < each.x + each.width);
    if (!bin?.count) return undefined;
    const [start = 0, end = 0] = [bin.x, bin.x + bin.width].map(scale.invert).sort((a, b) => a - b);
    const {group, spread} = messages(locale);
    const name = joinWords(
      [group(bin.count), formatRange({start, end}, locale), isSpread([bin]) && spread],
      locale,
    );
    return {mark: svg, name, box: new DOMRect(left + bin.x * px, top, bin.width * px, AXIS_Y * px)};
  }

  #clamp(at: Instant): Instant {
    return Math.min(Math.max(at, this.extent.start), this.extent.end);
  }

  readonly #onAll = (): void => {
    this.host.store.request({type: 'range', range: null});
  };
}
