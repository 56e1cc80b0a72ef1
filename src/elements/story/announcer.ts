import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Debounce of announcements, in milliseconds. */
const DEBOUNCE = 600;

/** Announces the view to screen readers, debounced. */
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
    }, DEBOUNCE);
  }

  hostDisconnected(): void {
    // After a move within the page it is connected again by now.
    queueMicrotask(() => {
      if (!this.host.isConnected) clearTimeout(this.#timer);
    });
  }
}
