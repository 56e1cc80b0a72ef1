import type {Action, Store} from '../../core/store/index.js';
import {CronoRequestEvent, isWithin, parentOf} from '../base/index.js';

/** Requests that a story handles, so that no outer story handles them too. */
const handled = new WeakSet<CronoRequestEvent>();

/** Dispatches a request on a node; false when it was vetoed. */
function dispatch(from: Node, event: CronoRequestEvent): boolean {
  handled.add(event);
  return from.dispatchEvent(event);
}

/**
 * Executes the requests of one story, each once, unless a listener on the requesting element, on the story or on their
 * ancestors vetoes it.
 */
export class Requests {
  constructor(
    readonly story: HTMLElement,
    readonly store: Store,
  ) {
    story.addEventListener(CronoRequestEvent.type, this.#onRequest);
  }

  /** For connected elements, anywhere on the page; synchronous. */
  readonly send = (from: HTMLElement, action: Action): void => {
    const isAllowed = dispatch(from, new CronoRequestEvent(action)) && this.#isAllowedAbove(from, action);
    if (isAllowed) this.store.dispatch(action.type === 'select' ? {...action, by: from} : action);
  };

  /** For an element outside the story: dispatches the request also on the story's ancestors, up to the common one. */
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
    const isAllowed = dispatch(story, event);
    last.removeEventListener(CronoRequestEvent.type, stop);
    return isAllowed;
  }

  /** Handles a request dispatched by script within the story. */
  readonly #onRequest = (event: CronoRequestEvent): void => {
    if (handled.has(event)) return;
    handled.add(event);
    // After all listeners up the tree have run.
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
