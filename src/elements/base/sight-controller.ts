import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {CronoSightEvent} from './events.js';

/** Answers for an element what others of the page ask about its story. */
export class SightController implements ReactiveController {
  /**
   * @param story the story that the host shows
   * @param answer completes the answers to a question about that story
   */
  constructor(
    host: ReactiveControllerHost,
    readonly story: () => HTMLElement | undefined,
    readonly answer: (event: CronoSightEvent) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(CronoSightEvent.type, this.#answer);
  }

  hostDisconnected(): void {
    document.removeEventListener(CronoSightEvent.type, this.#answer);
  }

  readonly #answer = (event: CronoSightEvent): void => {
    if (event.story === this.story()) this.answer(event);
  };
}
