import {clientBox} from '../base/index.js';
import {RoomAbove} from './room-above.js';
import {RoomBelow} from './room-below.js';
import {scrollerOf, scrollScale} from './scroller.js';

/** How long nothing has moved the view when all has come to rest, in milliseconds. */
const SETTLES = 1000;
/** What the reader does that moves the page, or the focus. */
const GESTURES = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'resize'];

/** What is kept where it is: what scrolls it and by how much, and where its top was on the screen, in pixels. */
interface Held {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement | null;
  readonly top: number;
  at: number;
}

/** How far it has moved, in whole pixels. */
const movedOf = ({element, top}: Held): number => Math.trunc(clientBox(element).top - top);

/** Whether the page itself has scrolled elsewhere: nothing else has moved the element, and there is no less to scroll. */
function isScrolled(held: Held): boolean {
  const {scroller, at} = held;
  if (!scroller) return false;
  const {scrollTop, scrollHeight, clientHeight} = scroller;
  const scrolled = (scrollTop - at) * scrollScale(scroller);
  const isShorter = scrolled < 0 && scrollTop + clientHeight >= scrollHeight - 1;
  return Math.abs(scrolled) > 1 && !isShorter && Math.abs(movedOf(held) + scrolled) <= 1;
}

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
    const abort = new AbortController();
    const {signal} = abort;
    this.#held = abort;
    for (const type of GESTURES)
      addEventListener(type, () => abort.abort(), {signal, capture: true, passive: true});
    const {element} = this;
    // A box that scrolls is kept where it is itself, as else what was chosen in it would leave it.
    const all = [...scrollersAround(element).map(heldOf), {...heldOf(element), top}];
    // What has no box is nowhere.
    const isOver = () => signal.aborted || element.getClientRects().length === 0;
    this.#back = () => !isOver() && all.filter((each) => this.#putBack(each)).length > 0;
    let end = performance.now() + SETTLES;
    const step = (): void => {
      if (all.some(isScrolled)) this.stop();
      for (const held of all) held.at = held.scroller?.scrollTop ?? 0;
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
  #putBack(held: Held): boolean {
    const {element, scroller} = held;
    const isView = element === this.element;
    const moved = () => movedOf(held);
    if (moved() === 0) return false;
    if (isView && moved() > 0) this.#above.giveBack(moved());
    if (scroller) {
      const to = {top: scroller.scrollTop + moved() / scrollScale(scroller), behavior: 'instant'} as const;
      scroller.scrollTo(to);
      if (moved() > 0 && scroller === document.scrollingElement) {
        this.#below.take(to.top);
        scroller.scrollTo(to);
      }
    }
    if (isView && moved() < 0) this.#above.take(-moved(), scroller);
    held.at = scroller?.scrollTop ?? 0;
    return moved() === 0;
  }
}

function heldOf(element: HTMLElement): Held {
  const scroller = scrollerOf(element);
  return {element, scroller, top: clientBox(element).top, at: scroller?.scrollTop ?? 0};
}

/** The boxes that scroll an element, the outermost first; the page is none. */
function scrollersAround(element: HTMLElement): readonly HTMLElement[] {
  const scroller = scrollerOf(element);
  return scroller && scroller !== document.scrollingElement ? [...scrollersAround(scroller), scroller] : [];
}
