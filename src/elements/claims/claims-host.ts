import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** What the drawing of claims asks of its element. */
export interface ClaimsHost {
  readonly element: CronoElement & {
    readonly question: string | undefined;
    readonly headingLevel: number;
  };
  readonly store: StoreController;
  readonly size: ResizeController;
}
