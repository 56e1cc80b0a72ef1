import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** The interface of the element that the drawing of the list uses. */
export interface ListHost {
  readonly element: CronoElement & {readonly headingLevel: number; readonly open: boolean};
  readonly store: StoreController;
  readonly size: ResizeController;
  /** Renders at once, as print does not wait for the next update. */
  readonly renderNow: () => void;
}
