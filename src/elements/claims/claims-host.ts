import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** The interface of the element that the drawing of claims uses. */
export interface ClaimsHost {
  readonly element: CronoElement & {
    readonly question: string | undefined;
    readonly headingLevel: number;
  };
  readonly store: StoreController;
  readonly size: ResizeController;
}
