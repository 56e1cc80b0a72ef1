import {
  anchorOf,
  instantOnRail,
  isMany,
  middleInView,
  nearestTo,
  nullIfWhole,
  offsetTo,
  panRange,
  type TimelineLayout,
  type TimeScale,
  zoomRange,
} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Spans} from '../../core/table/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import type {CronoElement, StoreController} from '../base/index.js';
import {formatPeriodIn} from './bars.js';
import {TimeGestures} from './gestures.js';
import {Hold} from './hold.js';
import {Overscan} from './overscan.js';
import {Room} from './room.js';
import {drawSketch} from './sketch.js';
import {between, Way} from './way.js';

/** Share of the view that a page key or button pans. */
const PAGE = 0.9;
/** How long a travel to an event takes, in milliseconds. */
const TRAVEL = 350;
/** How long periods are formatted at a time, in milliseconds: less than half a frame. */
const SLICE = 6;

/** The timeline that moves, as it is when it is asked. */
interface MovingHost {
  readonly drawing: Element | null;
  readonly layout: TimelineLayout;
  /** Time runs from right to left. */
  readonly rtl: boolean;
  readonly snapshot: Snapshot | undefined;
  /** The range of all events. */
  readonly extent: Interval;
  /** Maps time to positions along the view, from its start to its end. */
  readonly scale: TimeScale;
  readonly element: CronoElement;
  request(range: Interval | null): void;
  redraw(): void;
}

/** All of a timeline that moves: its gestures, where zooming and panning lead, and what is drawn on the way. */
export class Moving {
  readonly gestures: TimeGestures;
  /** For stories with many events. */
  readonly overscan: Overscan;
  readonly drawSketch = drawSketch;
  readonly hold: Hold;
  readonly way: Way;
  readonly room: Room;
  /** The next frame of a travel. */
  #frame = 0;

  readonly host: MovingHost;

  constructor(
    element: CronoElement,
    cache: Pick<MovingHost, 'layout' | 'rtl' | 'extent'>,
    store: StoreController,
    scaleOf: () => TimeScale,
  ) {
    const host: MovingHost = {
      get drawing() {
        return element.renderRoot.querySelector('svg[role=listbox]');
      },
      get layout() {
        return cache.layout;
      },
      get rtl() {
        return cache.rtl;
      },
      get snapshot() {
        return store.snapshot;
      },
      get extent() {
        return cache.extent;
      },
      get scale() {
        return scaleOf();
      },
      element,
      request: (range) => store.request({type: 'range', range}),
      redraw: () => element.requestUpdate(),
    };
    this.host = host;
    this.overscan = new Overscan(host.redraw, (from) => this.#formatAhead(from));
    this.hold = new Hold(host, (isCalm) => this.#settle(isCalm));
    this.way = new Way(
      element,
      () => isMany(host.layout.source) && this.overscan.start(),
      host.redraw,
      (isAtOnce) => {
        this.hold.stop();
        if (isAtOnce) this.overscan.stop();
        this.#settle(!isAtOnce);
      },
    );
    this.room = new Room(
      host.redraw,
      () => this.hold.stop(),
      (layout) => this.hold.tighten(layout),
    );
    this.gestures = new TimeGestures({
      get drawing() {
        return host.drawing;
      },
      get layout() {
        return host.layout;
      },
      get rtl() {
        return host.rtl;
      },
      zoom: (factor, px) => this.#zoomAt(factor, this.#anchorFor(px)),
      pan: (share) => this.#pan(share),
    });
  }

  /** Takes an event of a pointer on the drawing. */
  handle(event: PointerEvent | WheelEvent): void {
    // What holds the height listens only when the view has moved, and one turn of a wheel may be all.
    if (event.type === 'wheel' && (event.ctrlKey || event.metaKey)) this.hold.note(event);
    this.gestures.handle(event);
  }

  /** Formats periods of bars for some milliseconds, from the `from`th on; to which it has come, `Infinity` after the last. */
  #formatAhead(from: number): number {
    const {layout, snapshot} = this.host;
    const locale = snapshot?.locale ?? '';
    const format = formatPeriodIn(messages(locale));
    const end = performance.now() + SLICE;
    for (let at = from; at < layout.bars.length; at++) {
      const interval = layout.bars[at]?.interval;
      if (interval) format(interval, locale);
      if (performance.now() > end) return at + 1;
    }
    return Infinity;
  }

  /** Draws it lower, see `CronoTimeline`; measured only now, as since it was asked for something else may be drawn. */
  lower(excess: () => number): void {
    const {height} = this.host.layout;
    const px = excess();
    // Room that is kept for a drawing says nothing of its height.
    if (px < 0 || (px > 0 && height > 0)) this.room.take(height - px);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.gestures.stop();
    this.overscan.stop();
    this.hold.stop();
    this.way.stop();
  }

  /** Draws anew after a movement; `isCalm`: the height goes over to the new one, unless it is shared with other views. */
  #settle(isCalm: boolean): void {
    const {element, redraw} = this.host;
    element.setState('settling', isCalm && !element.closest('crono-steps'));
    redraw();
    // Asked in the next frame, when it has its styles: asked now, the page would be laid out once more.
    void element.updateComplete
      .then(() => new Promise(requestAnimationFrame))
      .then(() =>
        Promise.allSettled((this.host.drawing?.getAnimations() ?? []).map(({finished}) => finished)),
      )
      .then(() => element.setState('settling', false));
  }

  /**
   * Zooms towards an event, if it is in view, or else towards others that are. From an empty view zooming in leads to
   * the nearest event.
   */
  zoom(factor: number, id: string | null): void {
    const {scale} = this.host;
    const anchor = this.#anchorAt(id) ?? anchorOf(this.#spans, scale, factor);
    if (anchor === null && factor < 1) this.#goToNearest('both');
    this.#zoomAt(factor, anchor ?? this.#positionOf(0.5));
  }

  /** Pans by a page, on to the next event when that is further. */
  page(sign: 1 | -1): void {
    const {extent, scale} = this.host;
    if (!this.host.snapshot?.range) return;
    const next = panRange(scale, sign * PAGE * this.#length, {extent});
    if (this.#spans.count(next) > 0) this.#go(next);
    else this.#goToNearest(sign > 0 ? 'later' : 'earlier');
  }

  /** Brings an interval into view; zooms in on it when that splits a bar. */
  fit(interval: Interval): void {
    const {extent, scale} = this.host;
    const {start, end} = interval;
    this.#go(zoomRange(scale.copy().domain([start, end]), 1.2, this.#positionOf(0.5), {extent}));
  }

  /** Pans to an interval that is out of view. */
  show(interval: Interval): void {
    const {extent, scale} = this.host;
    const offset = offsetTo(interval, scale);
    if (offset !== 0) this.#go(panRange(scale, offset, {extent}));
  }

  get #length(): number {
    const [from, to] = this.host.scale.range();
    return to - from;
  }

  /** The position of a share of the view. */
  #positionOf(share: number): number {
    return this.host.scale.range()[0] + share * this.#length;
  }

  /** Goes to an interval that is out of view, so that its way is seen; at once for readers who ask for less motion. */
  travel(interval: Interval): void {
    const {extent, scale, snapshot} = this.host;
    const from = snapshot?.range;
    if (!from) return;
    const to = panRange(scale, offsetTo(interval, scale), {extent});
    const lasts = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : TRAVEL;
    const began = performance.now();
    const step = (): void => {
      const share = lasts > 0 ? Math.min(1, (performance.now() - began) / lasts) : 1;
      const eased = share * share * (3 - 2 * share);
      this.#go(share < 1 ? between(from, to, eased) : to);
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    step();
  }

  /** What zooming looks for: the events that filters leave, if there are any in view. */
  get #spans(): Spans {
    const {snapshot, scale, layout} = this.host;
    const [start, end] = scale.domain();
    const shown = snapshot?.shown.spans;
    return shown && shown.count({start, end}) > 0 ? shown : layout.source.spans;
  }

  /** Where the middle of an event is in view; null when it is not. */
  #anchorAt(id: string | null): number | null {
    const {snapshot, scale} = this.host;
    const interval = id === null ? undefined : snapshot?.events.interval(snapshot.events.rowOf(id));
    const [start, end] = scale.domain();
    if (!interval || interval.end <= start || interval.start >= end) return null;
    return middleInView(interval, scale);
  }

  /** The position on the scale of one in the drawing, in pixels from the start of the plot. */
  #anchorFor(px: number): number {
    const {layout, scale} = this.host;
    const {rail, plot, orientation} = layout;
    if (rail) return scale(instantOnRail(rail, plot.y + px));
    return this.#positionOf(px / Math.max(1, orientation === 'vertical' ? plot.height : plot.width));
  }

  #goToNearest(side: 'earlier' | 'later' | 'both'): void {
    const [start, end] = this.host.scale.domain();
    const interval = nearestTo({start, end}, this.#spans, side);
    if (interval) this.show(interval);
  }

  #zoomAt(factor: number, anchor: number): void {
    const {extent, scale} = this.host;
    this.#go(zoomRange(scale, factor, anchor, {extent}));
  }

  /** Pans by a share of the range; false when there is nowhere to go. */
  #pan(share: number): boolean {
    const before = this.host.snapshot?.range;
    if (!before) return false;
    this.#go(panRange(this.host.scale, share * this.#length, {extent: this.host.extent}));
    return this.host.snapshot?.range?.start !== before.start;
  }

  #go(range: Interval): void {
    cancelAnimationFrame(this.#frame);
    this.host.request(nullIfWhole(range, this.host.extent));
  }
}
