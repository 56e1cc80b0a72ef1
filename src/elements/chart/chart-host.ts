import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** The interface of the element that the drawing of a chart uses. */
export interface ChartHost {
  readonly element: CronoElement & {
    readonly for: string | undefined;
    readonly measure: string | undefined;
    readonly headingLevel: number;
    readonly withoutEvents: boolean;
    readonly folds: string | undefined;
  };
  readonly store: StoreController;
  readonly size: ResizeController;
}
