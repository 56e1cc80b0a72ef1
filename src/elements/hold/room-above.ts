/**
 * Room above an element, where what stood there has become shorter at the top of the page. It stays until it is needed
 * no more, or the element is off the screen.
 */
export class RoomAbove {
  #px = 0;
  /** The margin that the element has of its own, in pixels, and what was written on it. */
  #own = 0;
  #written = '';
  #scroller: Element | null = null;

  constructor(readonly element: HTMLElement) {}

  /**
   * Takes so many pixels more.
   *
   * @param scroller what scrolls the element
   */
  take(px: number, scroller: Element | null): void {
    const {element} = this;
    this.#scroller = scroller;
    if (this.#px === 0) {
      this.#own = Number.parseFloat(getComputedStyle(element).marginTop);
      this.#written = element.style.marginTop;
      addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
    }
    const {top} = element.getBoundingClientRect();
    this.#set(this.#px + px);
    // It may stand so that a margin does not move it.
    if (element.getBoundingClientRect().top < top + px / 2) this.#set(this.#px - px);
  }

  /** Gives back at most so many pixels. */
  giveBack(px: number): void {
    if (this.#px > 0) this.#set(Math.max(0, this.#px - px));
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
    const {top, bottom} = this.element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return;
    this.#set(0);
    // What is on the screen is below it, and stays.
    if (bottom <= 0)
      this.#scroller?.scrollBy({top: this.element.getBoundingClientRect().top - top, behavior: 'instant'});
  };
}
