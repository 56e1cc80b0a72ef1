import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {DRAWING_FONT} from '../../core/layout/index.js';
import {sameValues} from '../../core/memo/index.js';

type Host = ReactiveControllerHost & HTMLElement & {setPrinting?(isPrinting: boolean): void};

/** Width of drawings on paper, in CSS pixels: what A4 and Letter leave and a sixth more, as letters of 8 pt are read well there. */
const PAPER = 840;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly labelPx: number;
}

/**
 * Tracks the host's inner width and font size in CSS pixels, and re-renders it when they change; also its height, if
 * that does not depend on its content. For print the width is that of paper, on which the drawing is scaled to its room.
 */
export class ResizeController implements ReactiveController {
  #connection: AbortController | undefined;
  #size: Size = {widthPx: 0, heightPx: 0, fontPx: 16, labelPx: 13};
  #isHidden = false;
  /** How often fonts have come: what was measured before is no longer right. */
  fonts = 0;
  isPrinting = false;

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

  /** Font size of the labels of drawings: the theme's share of the host's. */
  get labelPx(): number {
    return this.#size.labelPx;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const observer = new ResizeObserver(() => {
      // Read the size now, while layout is clean, but apply it in the next frame: a host that resizes itself within the
      // callback causes a ResizeObserver loop error.
      const size = this.#read();
      requestAnimationFrame(() => signal.aborted || this.#take(size));
    });
    observer.observe(this.host);
    signal.addEventListener('abort', () => observer.disconnect());
    document.fonts.addEventListener('loadingdone', this.#onFonts, {signal});
    addEventListener('beforeprint', this.#onPrint, {signal});
    addEventListener('afterprint', this.#onPrint, {signal});
    this.#take(this.#read());
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  /** No observer is called between `beforeprint` and the print, but updates are. */
  readonly #onPrint = ({type}: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.host.setPrinting?.(this.isPrinting);
    this.#take(this.#read());
    this.host.requestUpdate();
  };

  readonly #onFonts = (): void => {
    this.fonts++;
    this.#take(this.#read());
    this.host.requestUpdate();
  };

  #read(): Size {
    const {clientWidth, clientHeight} = this.host;
    const style = getComputedStyle(this.host);
    const px = (value: string) => Number.parseFloat(value) || 0;
    const fontPx = px(style.fontSize) || 16;
    const inside = Math.max(0, clientWidth - px(style.paddingLeft) - px(style.paddingRight));
    return {
      // What is hidden on a narrow screen may stand on paper.
      widthPx: this.isPrinting ? PAPER : inside,
      heightPx: this.tall ? clientHeight : 0,
      fontPx,
      labelPx: fontPx * (px(style.getPropertyValue('--_label-size')) || DRAWING_FONT),
    };
  }

  #take(size: Size): void {
    const before = this.#size;
    const wasHidden = this.#isHidden;
    // A hidden host, as in a closed tab, keeps its drawing and so its height for when it is shown again.
    this.#isHidden = size.widthPx === 0 && before.widthPx > 0;
    if (this.#isHidden) return;
    this.#size = size;
    // What it could not measure while it was hidden it measures now, even in the same size.
    if (wasHidden || !sameValues(Object.values(size), Object.values(before))) this.host.requestUpdate();
  }
}
