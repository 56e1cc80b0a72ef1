import {clientBox, pixelScale} from '../base/index.js';
import {scrollScale} from './scroller.js';

/**
 * Room above an element, where what stood there has become shorter at the top of the page. It stays until it is needed
 * no more, or the element is off the screen.
 */
export class RoomAbove {
  /** In the element's own pixels. */
  #px = 0;
  /** The margin that the element has of its own, in its pixels, and what was written on it. */
  #own = 0;
  #written = '';
  #scroller: HTMLElement | null = null;

  constructor(readonly element: HTMLElement) {}

  /**
   * Takes so many pixels of the viewport more.
   *
   * @param scroller what scrolls the element
   */
  take(px: number, scroller: HTMLElement | null): void {
    const {element} = this;
    this.#scroller = scroller;
    if (this.#px === 0) {
      this.#own = Number.parseFloat(getComputedStyle(element).marginTop);
      this.#written = element.style.marginTop;
      addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
    }
    const {top} = clientBox(element);
    const before = this.#px;
    this.#set(before + px / pixelScale(element));
    // It may stand so that a margin does not move it.
    if (clientBox(element).top < top + px / 2) this.#set(before);
  }

  /** Gives back at most so many pixels of the viewport. */
  giveBack(px: number): void {
    if (this.#px > 0) this.#set(Math.max(0, this.#px - px / pixelScale(this.element)));
  }

  #set(px: number): void {
    const {style} = this.element;
    this.#px = px;
    style.marginTop = px > 0 ? `${this.#own + px}px` : this.#written;
    if (px > 0) return;
    removeEventListener('scroll', this.#onScroll, {capture: true});
    // `removeAttribute` would leave an empty one in Chromium, which has not written it yet.
    if (style.length === 0) this.element.toggleAttribute('style', false);
  }

  readonly #onScroll = (): void => {
    const {top, bottom} = clientBox(this.element);
    if (bottom > 0 && top < innerHeight) return;
    this.#set(0);
    const scroller = this.#scroller;
    // What is on the screen is below it, and stays.
    if (bottom <= 0 && scroller) {
      const moved = clientBox(this.element).top - top;
      scroller.scrollBy({top: moved / scrollScale(scroller), behavior: 'instant'});
    }
  };
}
