import type {ReactiveControllerHost} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {pixelScale} from '../base/index.js';
import {renderPosition} from './list-position.js';
import {DRAWN, type Rows, type Slice} from './listed-rows.js';
import {placeAt, sliceAround, spacerHeight} from './slice.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Idle time before the spacers are corrected, in milliseconds. */
const IDLE = 150;
/** Draw the next slice when fewer events than this are drawn beyond the viewport. */
const OVERSCAN = DRAWN / 5;
/** Corrections up to this, in pixels, are postponed. */
const DRIFT = 2000;

/** The item that keeps its position when others are drawn around it. */
interface Anchor {
  readonly at: number;
  /** Its distance from the top of the scroll container, in pixels. */
  readonly topPx: number;
  /** True: the container is scrolled to it. False: the spacer above is resized, which does not interrupt scrolling. */
  readonly scrolls: boolean;
}

/**
 * Height of what opened rows show besides, in pixels; 0 when most are open. The few rows that a reader opens tell nothing
 * about those that are not drawn.
 */
function openedHeight(items: readonly HTMLElement[]): number {
  const bodies = items.flatMap((item) => item.querySelector<HTMLElement>('.event') ?? []);
  if (bodies.length > items.length / 2) return 0;
  return bodies.reduce((sum, body) => sum + body.offsetHeight, 0);
}

const drawnHeight = (box: HTMLElement) => (box.children[1] as HTMLElement | undefined)?.offsetHeight ?? 0;

/** The box of an item in the pixels by which its list scrolls, from the top of the list. */
function boxIn(box: HTMLElement): (item: HTMLElement) => {top: number; bottom: number; height: number} {
  const outer = box.getBoundingClientRect();
  const scale = pixelScale(box, outer);
  return (item) => {
    const {top, bottom, height} = item.getBoundingClientRect();
    return {top: (top - outer.top) / scale, bottom: (bottom - outer.top) / scale, height: height / scale};
  };
}

/**
 * Virtual scrolling of a long list: draws the slice around the scroll position, between spacers, and keeps what is in
 * view in place, whatever the height of the other items turns out to be.
 */
export class ListWindow {
  /** The drawn slice. */
  slice: Slice = {from: 0, to: 0};
  /** The part in view, and the distance of its first item from the top. */
  view: Slice & {readonly topPx: number} = {from: 0, to: 0, topPx: 0};
  #size = 0;
  #averagePx = 64;
  #beforePx = 0;
  #anchor: Anchor | undefined;
  #focus = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly host: Host) {}

  get #box(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.list');
  }

  get #items(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('.item') ?? [])];
  }

  /** Renders which events are in view. */
  position(snapshot: Snapshot, rows: Rows) {
    return renderPosition(snapshot, rows, this.view.to > 0 ? this.view : this.slice);
  }

  /** Draws the slice around an index of a list of `size` events, and scrolls it to a distance from the top. */
  goTo(at: number, size: number, topPx = 0): void {
    this.#size = size;
    this.#draw({at: Math.max(0, Math.min(at, size - 1)), topPx, scrolls: true});
  }

  /** Scrolls to an index, unless it is in view. */
  reveal(at: number, size: number): void {
    const {from, to} = this.view;
    const box = this.#box;
    if (at <= from || at >= to - 1) this.goTo(at, size, at === from ? 0 : (box?.clientHeight ?? 0) / 3);
  }

  /** Focuses an index, drawing it first if necessary. */
  focus(at: number): void {
    this.#focus = at;
    if (at >= this.slice.from && at < this.slice.to) this.#takeFocus();
    else {
      const height = this.#box?.clientHeight ?? 0;
      this.goTo(at, this.#size, at < this.slice.from ? 0 : height);
      this.host.requestUpdate();
    }
  }

  /** After each update: restores the position of the anchor. */
  settle(): void {
    const box = this.#box;
    if (!box) return;
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor?.scrolls) this.#beforePx = this.slice.from * spacerHeight(this.#size, this.#averagePx);
    this.#sizeSpacers(box);
    const item = anchor && this.#items[anchor.at - this.slice.from];
    if (item) {
      const {top, height} = boxIn(box)(item);
      const wanted = anchor.scrolls
        ? Math.min(anchor.topPx, Math.max(0, box.clientHeight - height))
        : anchor.topPx;
      const low = top - wanted;
      const before = anchor.scrolls ? this.#beforePx : Math.max(0, this.slice.from && this.#beforePx - low);
      const rest = low + before - this.#beforePx;
      this.#beforePx = before;
      this.#sizeSpacers(box);
      // Keep the headings above the first item visible.
      if (anchor.at === 0 && anchor.topPx >= 0) box.scrollTop = 0;
      else if (Math.abs(rest) >= 1) box.scrollTop += rest;
    }
    if (this.#focus >= 0) this.#takeFocus();
    if (anchor) requestAnimationFrame(() => this.#measureView());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly onScroll = (): void => {
    const box = this.#box;
    // A pending anchor is handled in `settle`.
    if (!box || this.#anchor) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settleSpacers(), IDLE);
    const drawnPx = drawnHeight(box);
    const at = placeAt({
      ...this.slice,
      size: this.#size,
      topPx: box.scrollTop,
      heightPx: box.clientHeight,
      beforePx: this.#beforePx,
      drawnPx,
      afterPx: box.scrollHeight - this.#beforePx - drawnPx,
    });
    if (at >= 0)
      this.#draw({
        at,
        topPx: box.clientHeight * Number(at === this.#size - 1),
        scrolls: at === this.#size - 1,
      });
    else {
      this.#measureView();
      const {slice, view} = this;
      const short = Math.min(view.from - slice.from, slice.to - view.to) < OVERSCAN;
      const middle = Math.floor((view.from + view.to) / 2);
      if (!short || sliceAround(middle, this.#size).from === slice.from) return;
      this.#draw({at: view.from, topPx: view.topPx, scrolls: false}, middle);
    }
    this.host.requestUpdate();
  };

  #draw(anchor: Anchor, middle = anchor.at): void {
    this.#anchor = anchor;
    this.slice = sliceAround(middle, this.#size);
  }

  #sizeSpacers(box: HTMLElement): void {
    const eachPx = spacerHeight(this.#size, this.#averagePx);
    const set = (node: Element | null, px: number) => {
      if (node instanceof HTMLElement) node.style.blockSize = `${px}px`;
    };
    set(box.firstElementChild, this.#beforePx);
    set(box.lastElementChild, (this.#size - this.slice.to) * eachPx);
  }

  /** Measures which items are in view. */
  #measureView(): void {
    const box = this.#box;
    if (!box || this.#anchor) return;
    const rects = this.#items.map(boxIn(box));
    const first = rects.findIndex(({bottom}) => bottom > 1);
    const last = rects.findLastIndex(({top}) => top < box.offsetHeight - 1);
    if (first < 0 || last < first) return;
    const {from} = this.slice;
    const before = this.view;
    this.view = {from: from + first, to: from + last + 1, topPx: rects[first]?.top ?? 0};
    if (before.from !== this.view.from || before.to !== this.view.to) this.host.requestUpdate();
  }

  /** When idle: corrects the height of the spacers, and scrolls by the difference. */
  #settleSpacers(): void {
    const box = this.#box;
    if (!box || this.#anchor) return;
    const {from, to} = this.slice;
    if (to > from) this.#averagePx = (drawnHeight(box) - openedHeight(this.#items)) / (to - from);
    const drift = from * spacerHeight(this.#size, this.#averagePx) - this.#beforePx;
    if (Math.abs(drift) < DRIFT) return;
    this.#beforePx += drift;
    this.#sizeSpacers(box);
    box.scrollTop += drift;
  }

  #takeFocus(): void {
    this.#items[this.#focus - this.slice.from]?.querySelector<HTMLElement>('.title')?.focus();
    this.#focus = -1;
  }
}
