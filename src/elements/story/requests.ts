import type {Action, Store} from '../../core/store/index.js';
import {CronoRequestEvent, isWithin, parentOf} from '../base/index.js';

/** Requests that a story sees to: none around it carries them out too. */
const taken = new WeakSet<CronoRequestEvent>();

/** Dispatches a request in the name of a node; whether it was not vetoed. */
function ask(from: Node, event: CronoRequestEvent): boolean {
  taken.add(event);
  return from.dispatchEvent(event);
}

/**
 * Carries out what is asked of one story: each request once, and unless a listener vetoes it. That may be any on the
 * element that asks, on the story, or on what is above either of them.
 */
export class Requests {
  constructor(
    readonly story: HTMLElement,
    readonly store: Store,
  ) {
    story.addEventListener(CronoRequestEvent.type, this.#onRequest);
  }

  /** For an element that has joined the story, wherever it is in the page: carried out when this returns. */
  readonly send = (from: HTMLElement, action: Action): void => {
    const isAllowed = ask(from, new CronoRequestEvent(action)) && this.#isAllowedAbove(from, action);
    if (isAllowed) this.store.dispatch(action);
  };

  /** Asks from the story up those whom the request of an element outside has not come to. */
  #isAllowedAbove(from: Node, action: Action): boolean {
    const {story} = this;
    if (isWithin(from, story)) return true;
    let last: Node = story;
    for (let at: Node | null = story; at && !isWithin(from, at); at = parentOf(at)) last = at;
    const event = new CronoRequestEvent(action);
    const stop = (each: Event) => {
      if (each === event) each.stopPropagation();
    };
    last.addEventListener(CronoRequestEvent.type, stop);
    const isAllowed = ask(story, event);
    last.removeEventListener(CronoRequestEvent.type, stop);
    return isAllowed;
  }

  /** One that a script has dispatched within the story. */
  readonly #onRequest = (event: CronoRequestEvent): void => {
    if (taken.has(event)) return;
    taken.add(event);
    // After every listener above has had its say.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      try {
        this.store.dispatch(event.action);
      } catch (error) {
        reportError(error);
      }
    });
  };
}
