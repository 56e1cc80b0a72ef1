import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {clientBox} from './client-box.js';

/** How far from the screen is near, in pixels. */
const NEAR = 300;
/**
 * What a reader does first on a page; keys come before a search in it, and mostly before a print. In a frame what the
 * reader does is heard by the host alone, so its page says itself that one has come.
 */
const GESTURES = [
  'pointermove',
  'pointerdown',
  'scroll',
  'keydown',
  'focusin',
  'hashchange',
  'beforeprint',
  'crono-arrive',
];

/**
 * Whether the host has come near the screen; re-renders it once when it does. With `isReached`, a reader is near it from
 * their first gesture on, so that nobody waits for it.
 */
export class NearController implements ReactiveController {
  #watch: AbortController | undefined;
  #near = false;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly isReached = false,
  ) {
    host.addController(this);
  }

  get near(): boolean {
    // What has a place already waits for no observer.
    if (!this.#near && this.isReached && this.#isInReach()) this.#arrive();
    return this.#near;
  }

  hostConnected(): void {
    if (this.#near) return;
    this.#watch = new AbortController();
    const {signal} = this.#watch;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({isIntersecting}) => isIntersecting)) this.come();
      },
      {rootMargin: `${NEAR}px`},
    );
    observer.observe(this.host);
    signal.addEventListener('abort', () => observer.disconnect());
    if (!this.isReached) return;
    for (const type of GESTURES)
      addEventListener(type, () => this.come(), {signal, capture: true, passive: true});
  }

  hostDisconnected(): void {
    this.#watch?.abort();
  }

  /** The reader has come near it, perhaps in another way, as by an address. */
  come(): void {
    this.#arrive();
    this.host.requestUpdate();
  }

  #arrive(): void {
    this.#near = true;
    this.#watch?.abort();
  }

  #isInReach(): boolean {
    const {top, bottom} = clientBox(this.host);
    return this.host.getClientRects().length > 0 && top < innerHeight + NEAR && bottom > -NEAR;
  }
}
