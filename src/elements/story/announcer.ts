import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long the view must rest before it is read out, in milliseconds. */
const SETTLE = 600;

/** What a screen reader is told of the view, once it has come to rest. */
export class Announcer implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  said = '';

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  say(words: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.said = words;
      this.host.requestUpdate();
    }, SETTLE);
  }

  hostDisconnected(): void {
    // A move within the page has put it back when this runs.
    queueMicrotask(() => {
      if (!this.host.isConnected) clearTimeout(this.#timer);
    });
  }
}
