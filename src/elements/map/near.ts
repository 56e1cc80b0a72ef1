import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether the host has come near the screen; re-renders it once when it does. */
export class NearController implements ReactiveController {
  #observer: IntersectionObserver | undefined;
  near = false;

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.near) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        this.near = true;
        this.#stop();
        this.host.requestUpdate();
      },
      {rootMargin: '300px'},
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
