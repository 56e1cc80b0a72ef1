import type {CronoElement, StoreController} from '../base/index.js';

/** The interface of the element that the drawing of a filter uses. */
export interface FilterHost {
  readonly element: CronoElement;
  readonly store: StoreController;
}
