import type {MapNameLabel, MapNames, MapPlace} from '../../core/layout/index.js';
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

/** An island narrower than this may have no room for its name, in pixels. */
const SMALL = 80;

/** Whether the story may be about a small island: it has a place about as far to the east as one. */
export const hasIslet = ({regions}: MapNames, places: readonly MapPlace[]): boolean =>
  regions.some(
    ({
      shape: {
        boxes: [west = 0, , east = 0],
      },
      transform: {scale, dx},
    }) => (east - west) * scale < SMALL && places.some(({x}) => Math.abs(x - dx - west * scale) < SMALL),
  );
