import type {Units} from '../../i18n/index.js';
import type {CronoElement, ResizeController, StoreController} from '../base/index.js';

/** What the drawing of a map asks of its element. */
export interface MapHost {
  readonly element: CronoElement & {
    readonly for: string | undefined;
    readonly basemap: string | undefined;
    readonly tiles: string | undefined;
    readonly pointOfView: string | undefined;
    readonly places: string | undefined;
    readonly units: 'auto' | Units;
    readonly legend: 'auto' | 'none';
    readonly locator: 'auto' | 'none';
  };
  readonly store: StoreController;
  readonly size: ResizeController;
}
