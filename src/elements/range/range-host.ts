import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** The interface of the element that the drawing of the range uses. */
export interface RangeHost {
  readonly element: CronoElement & {readonly for: string | undefined};
  readonly store: StoreController;
  readonly size: ResizeController;
}
