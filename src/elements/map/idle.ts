/** Whether the browser has been idle since the map was drawn: what can wait is fetched then. */
export class Idle {
  #pending: number | undefined;
  has = false;

  /** Waits for it once. */
  wait(then: () => void): void {
    if (this.has || this.#pending !== undefined) return;
    const when = globalThis.requestIdleCallback ?? setTimeout;
    this.#pending = when(() => {
      this.#pending = undefined;
      this.has = true;
      then();
    });
  }

  /** Lets go of what waits, as when the map is removed. */
  stop(): void {
    if (this.#pending === undefined) return;
    (globalThis.cancelIdleCallback ?? clearTimeout)(this.#pending);
    this.#pending = undefined;
  }
}
