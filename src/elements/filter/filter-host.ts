import type {CronoElement, StoreController} from '../base/index.js';

/** What the drawing of a filter asks of its element. */
export interface FilterHost {
  readonly element: CronoElement;
  readonly store: StoreController;
}
