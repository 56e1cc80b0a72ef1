/**
 * Room at the end of the page, where what stands there has become shorter: a box that no layout counts. What the reader
 * scrolls back goes again, out of sight.
 */
export class RoomBelow {
  #box: HTMLElement | undefined;

  /** Makes the page so long that it can be scrolled to `top`, in pixels. */
  take(top: number): void {
    if (!this.#box) {
      this.#box = document.createElement('div');
      this.#box.style.cssText =
        'position:absolute;top:0;left:0;width:1px;visibility:hidden;pointer-events:none';
      document.documentElement.append(this.#box);
      addEventListener('scroll', this.#onScroll, {passive: true});
      // On paper, and in a window of another size, it would keep nothing in its place.
      for (const type of ['resize', 'beforeprint']) addEventListener(type, this.#giveBack);
    }
    this.#box.style.height = `${Math.ceil(top + innerHeight)}px`;
  }

  /** What the reader does not see any more. */
  readonly #onScroll = (): void => {
    const seen = Math.ceil(scrollY + innerHeight);
    if (document.documentElement.offsetHeight >= seen) this.#giveBack();
    else if (this.#box && seen < this.#box.offsetHeight) this.#box.style.height = `${seen}px`;
  };

  readonly #giveBack = (): void => {
    this.#box?.remove();
    this.#box = undefined;
    removeEventListener('scroll', this.#onScroll);
    for (const type of ['resize', 'beforeprint']) removeEventListener(type, this.#giveBack);
  };
}
