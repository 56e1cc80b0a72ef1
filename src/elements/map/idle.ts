/** Whether the browser has had nothing else to do: what can wait is fetched then. */
export class Idle {
  #isAsked = false;
  has = false;

  /** Waits for it once. */
  wait(then: () => void): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const when = globalThis.requestIdleCallback ?? setTimeout;
    when(() => {
      this.has = true;
      then();
    });
  }
}
