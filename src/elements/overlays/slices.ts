/** How long the page waits for us at most, in milliseconds. */
const SLICE = 8;

/** Runs what is done in steps, with pauses in between, so that the page can go on. */
export class Slices {
  #start = 0;
  #before: Promise<unknown> = Promise.resolve();

  /** Resolves with what the steps come to. They begin when those before have ended. */
  run<T>(steps: () => Generator<unknown, T>): Promise<T> {
    const result = this.#before.then(() => this.#run(steps()));
    this.#before = result.catch(() => undefined);
    return result;
  }

  async #run<T>(steps: Generator<unknown, T>): Promise<T> {
    for (;;) {
      const {done, value} = steps.next();
      if (done) return value;
      await this.#rest();
    }
  }

  /** A pause, once it is time for one. */
  async #rest(): Promise<void> {
    const elapsed = performance.now() - this.#start;
    if (elapsed < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#start = performance.now();
  }
}
