import type {ReactiveController} from 'lit';
import {type CronoElement, listOf, listsSources} from '../base/index.js';

interface PrintOptions {
  /** The story that the host shows: what the page's lists of its events and sources say, the host does not print again. */
  readonly story?: () => HTMLElement | undefined;
  /** Called before and after printing, to render what only print shows. */
  readonly prepare?: (isPrinting: boolean) => void;
}

/**
 * Opens every section of an element while the page is printed, for browsers that do not print what is closed by
 * `::details-content`.
 */
export class PrintController implements ReactiveController {
  #opened: HTMLDetailsElement[] = [];

  constructor(
    readonly host: CronoElement,
    readonly options: PrintOptions = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
    this.#close();
  }

  readonly #open = (): void => {
    const {story, prepare} = this.options;
    this.host.setState('sourced', listsSources(story?.()));
    this.host.setState('listed', listOf(story?.())?.printsAll() === true);
    prepare?.(true);
    for (const each of this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      each.open = true;
      this.#opened.push(each);
    }
  };

  readonly #close = (): void => {
    for (const each of this.#opened) each.open = false;
    this.#opened = [];
    this.options.prepare?.(false);
  };
}
