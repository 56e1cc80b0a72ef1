/** How fast a glide slows down: its speed falls to 1/e in this time, in milliseconds. */
const TAU = 325;
/** Speed in pixels per millisecond below which it ends. */
const SLOWEST = 0.02;
/** Highest speed, in pixels per millisecond. */
const FASTEST = 4;
/** Weight of the latest movement in the speed of a pointer. */
const LATEST = 0.7;
/** A pointer that has rested for longer than this, in milliseconds, is not flicked. */
const REST = 60;

/** What ends a glide, wherever on the page it happens. */
const ENDS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Inertia: after a flick, a drawing goes on and slows down. None for readers who ask for less motion. */
export class Glide {
  /** Speed of the pointer, in pixels per millisecond. */
  #speed = 0;
  #movedAt = 0;
  #frame = 0;

  /** @param pan moves the drawing by pixels; false at its end */
  constructor(readonly pan: (px: number) => boolean) {}

  /** A drag begins. */
  press(time: number): void {
    this.stop();
    this.#speed = 0;
    this.#movedAt = time;
  }

  /** The pointer has moved by pixels. */
  move(px: number, time: number): void {
    const elapsed = Math.max(1, time - this.#movedAt);
    const speed = LATEST * (px / elapsed) + (1 - LATEST) * this.#speed;
    this.#speed = Math.min(FASTEST, Math.max(-FASTEST, speed));
    this.#movedAt = time;
  }

  /** The pointer is released. */
  release(time: number): void {
    if (time - this.#movedAt > REST || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    if (Math.abs(this.#speed) < SLOWEST) return;
    for (const type of ENDS) addEventListener(type, this.#onEnd, {capture: true, passive: true});
    this.#frame = requestAnimationFrame((now) => this.#step(now, now));
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    for (const type of ENDS) removeEventListener(type, this.#onEnd, {capture: true});
  }

  #step(before: number, now: number): void {
    const slowed = this.#speed * Math.exp((before - now) / TAU);
    const distance = (this.#speed - slowed) * TAU;
    this.#speed = slowed;
    const canGo = distance === 0 || this.pan(distance);
    if (canGo && Math.abs(slowed) > SLOWEST)
      this.#frame = requestAnimationFrame((next) => this.#step(now, next));
    else this.stop();
  }

  readonly #onEnd = (): void => this.stop();
}
