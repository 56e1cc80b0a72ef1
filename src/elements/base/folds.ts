import {hasPauses} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {CronoElement} from './crono-element.js';
import type {Folding} from './folding.js';
import {PartController} from './part-controller.js';
import type {StoreController} from './store-controller.js';

/** Folded time of an element, which is fetched for stories that may have something to fold. */
export class Folds {
  readonly #part;

  constructor(
    readonly element: CronoElement & {readonly folds?: string | undefined},
    store: StoreController,
  ) {
    this.#part = new PartController(
      element,
      () => import('./folding.js'),
      ({Folding}) => new Folding(element, store),
    );
  }

  /**
   * What folds a story; null until it is loaded. Undefined where the author wants none, nothing is to be folded, or it
   * could not be fetched, so that nothing is folded without a sign.
   */
  in({events, unfolded}: Snapshot): Folding | null | undefined {
    if (this.element.folds === 'none' || unfolded === 'all' || !hasPauses(events.spans)) return undefined;
    return this.#part.get() ?? (this.#part.error === undefined ? null : undefined);
  }
}
