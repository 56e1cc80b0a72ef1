/** Tells when none of some elements is on the screen any more, or the page itself is not. */
export class Sight {
  #observer: IntersectionObserver | undefined;
  readonly #seen = new Set<Element>();

  constructor(readonly onLost: () => void) {}

  watch(elements: readonly Element[]): void {
    this.stop();
    this.#observer = new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      if (this.#seen.size === 0) this.onLost();
    });
    for (const element of elements) this.#observer.observe(element);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#seen.clear();
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) this.onLost();
  };
}
