import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** What the drawing of a chart asks of its element. */
export interface ChartHost {
  readonly element: CronoElement & {
    readonly measure: string | undefined;
    readonly headingLevel: number;
    readonly withoutEvents: boolean;
  };
  readonly store: StoreController;
  readonly size: ResizeController;
}
