import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** The host's inner width and font size in CSS pixels, re-rendering it when they change. */
export class ResizeController implements ReactiveController {
  #observer: ResizeObserver | undefined;
  widthPx = 0;
  heightPx = 0;
  /** Computed font size of the host, which `em` sizes and text measuring go by. */
  fontPx = 16;

  constructor(readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    // In the next frame: a host that changes its own size within the callback is a loop to the browser, and an error.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#observer && this.#measure()));
    this.#observer.observe(this.host);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #measure(): void {
    const {clientWidth, clientHeight} = this.host;
    const fontPx = Number.parseFloat(getComputedStyle(this.host).fontSize) || 16;
    if (clientWidth === this.widthPx && clientHeight === this.heightPx && fontPx === this.fontPx) return;
    this.widthPx = clientWidth;
    this.heightPx = clientHeight;
    this.fontPx = fontPx;
    this.host.requestUpdate();
  }
}
