import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {CronoSightEvent} from './events.js';

/** Answers for a host that says what is selected: whether it does so on the screen, so that no other view needs to. */
export class SightController implements ReactiveController {
  #observer: IntersectionObserver | undefined;
  #isInSight = false;

  /** @param story the story that the host shows */
  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly story: () => HTMLElement | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // What only reaches the edge of the screen nobody reads.
    this.#observer = new IntersectionObserver((entries) => this.#take(entries), {rootMargin: '-15% 0px'});
    this.#observer.observe(this.host);
    document.addEventListener(CronoSightEvent.type, this.#answer);
  }

  hostDisconnected(): void {
    document.removeEventListener(CronoSightEvent.type, this.#answer);
    this.#observer?.disconnect();
    this.#isInSight = false;
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    this.#isInSight = entries.at(-1)?.isIntersecting ?? this.#isInSight;
  }

  readonly #answer = (event: CronoSightEvent): void => {
    this.#take(this.#observer?.takeRecords() ?? []);
    if (event.story === this.story()) event.isSaid ||= this.#isInSight;
  };
}
