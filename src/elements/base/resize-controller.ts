import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
}

/**
 * The host's inner width and font size in CSS pixels, re-rendering it when they change; and its height where that is
 * not its own doing.
 */
export class ResizeController implements ReactiveController {
  #observer: ResizeObserver | undefined;
  #size: Size = {widthPx: 0, heightPx: 0, fontPx: 16};

  /** @param tall whether the host draws by its height: 0 for one that does not */
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

  /** Computed font size of the host, which `em` sizes and text measuring go by. */
  get fontPx(): number {
    return this.#size.fontPx;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => {
      // Read here, where nothing has changed since the layout; told in the next frame, since a host that changes its
      // own size within the callback is a loop to the browser, and an error.
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
