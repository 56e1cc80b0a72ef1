import type {MapNameLabel} from '../../core/layout/index.js';
import type {ViewState} from '../../map/index.js';
import {COUNTRY_ZOOM} from './ground-names.js';

/** So many towns say where a near view is. */
export const TOWNS = 3;

/** Nearer than this regions and towns say where a view is. */
export const isNear = ({zoom}: ViewState): boolean => zoom > COUNTRY_ZOOM;

/** Whether the names in a near view leave open where it is: it may lie in one region, or few towns are in it. */
export function lacksNames(view: ViewState, names: readonly MapNameLabel[]): boolean {
  const lacks = (wanted: MapNameLabel['kind'], count: number) =>
    names.filter(({kind}) => kind === wanted).length < count;
  return isNear(view) && (lacks('region', 2) || lacks('town', TOWNS));
}
