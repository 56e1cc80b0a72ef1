import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
}

/**
 * Tracks the host's inner width and font size in CSS pixels, and re-renders it when they change; also its height, if
 * that does not depend on its content.
 */
export class ResizeController implements ReactiveController {
  #observer: ResizeObserver | undefined;
  #size: Size = {widthPx: 0, heightPx: 0, fontPx: 16};

  /** @param tall whether the host's drawing depends on its height; if not, the height is 0 */
  constructor(
    readonly host: Host,
    readonly tall = false,
  ) {
    host.addController(this);
  }

  get widthPx(): number {
    return this.#size.widthPx;
  }

  get heightPx(): number {
    return this.#size.heightPx;
  }

  /** Computed font size of the host, the base of `em` sizes and text measuring. */
  get fontPx(): number {
    return this.#size.fontPx;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => {
      // Read the size now, while layout is clean, but apply it in the next frame: a host that resizes itself within the
      // callback causes a ResizeObserver loop error.
      const size = this.#read();
      requestAnimationFrame(() => this.#observer && this.#take(size));
    });
    this.#observer.observe(this.host);
    this.#take(this.#read());
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #read(): Size {
    const {clientWidth: widthPx, clientHeight} = this.host;
    const fontPx = Number.parseFloat(getComputedStyle(this.host).fontSize) || 16;
    return {widthPx, heightPx: this.tall ? clientHeight : 0, fontPx};
  }

  #take(size: Size): void {
    const before = this.#size;
    // A hidden host, as in a closed tab, keeps its drawing and so its height for when it is shown again.
    if (size.widthPx === 0 && before.widthPx > 0) return;
    this.#size = size;
    if (size.widthPx !== before.widthPx || size.heightPx !== before.heightPx || size.fontPx !== before.fontPx)
      this.host.requestUpdate();
  }
}
