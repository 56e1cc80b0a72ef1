import {clientBox} from '../base/index.js';
import {RoomAbove} from './room-above.js';
import {RoomBelow} from './room-below.js';
import {scrollerOf, scrollScale} from './scroller.js';

/** How long nothing has moved the view when all has come to rest, in milliseconds. */
const SETTLES = 1000;
/** What the reader does that moves the page, or the focus. */
const GESTURES = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'resize'];

/** Keeps an element where it is on the screen, while cards and captions around it change their height. */
export class Hold {
  #held: AbortController | undefined;
  /** Puts the element back; true if it had moved. */
  #back = (): boolean => false;
  readonly #above: RoomAbove;
  readonly #below = new RoomBelow();

  constructor(readonly element: HTMLElement) {
    this.#above = new RoomAbove(element);
  }

  /** @param top where it is, in pixels from the top of the screen, as `clientBox` says; until the reader moves on */
  start(top: number): void {
    this.stop();
    const held = new AbortController();
    const {signal} = held;
    this.#held = held;
    for (const type of GESTURES)
      addEventListener(type, () => held.abort(), {signal, capture: true, passive: true});
    const scroller = scrollerOf(this.element);
    // What has no box is nowhere.
    const isOver = () => signal.aborted || this.element.getClientRects().length === 0;
    this.#back = () => !isOver() && this.#putBack(top, scroller);
    let end = performance.now() + SETTLES;
    const step = (): void => {
      if (isOver()) return;
      if (this.#back()) end = performance.now() + SETTLES;
      if (performance.now() < end) requestAnimationFrame(step);
      else this.stop();
    };
    step();
  }

  /** Puts it back at once, before anybody asks what is on the screen; it is checked again in each frame. */
  settle(): void {
    this.#back();
  }

  stop(): void {
    this.#held?.abort();
  }

  /** Whether it had moved, and is back. */
  #putBack(top: number, scroller: HTMLElement | null): boolean {
    const moved = () => Math.trunc(clientBox(this.element).top - top);
    if (moved() === 0) return false;
    if (moved() > 0) this.#above.giveBack(moved());
    if (scroller) {
      const to = {top: scroller.scrollTop + moved() / scrollScale(scroller), behavior: 'instant'} as const;
      scroller.scrollTo(to);
      if (moved() > 0 && scroller === document.scrollingElement) {
        this.#below.take(to.top);
        scroller.scrollTo(to);
      }
    }
    if (moved() < 0) this.#above.take(-moved(), scroller);
    return moved() === 0;
  }
}
