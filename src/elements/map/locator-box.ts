import {metresPerPixel, unproject} from '../../core/geo/index.js';
import type {Box} from '../../core/layout/index.js';
import type {ViewState} from '../../map/index.js';

/** Size of the locator, and its distance from the edges, in pixels. */
export const SIZE = 72;
const INSET = 8;
/** On a narrower map it would cover too much, in pixels; and of a wider view it would say nothing, in metres. */
const NARROW = 480;
const WIDE = 2_500_000;

/** Where the locator of a view is; undefined for a view that has none. */
export function boxOfLocator(view: ViewState): Box | undefined {
  const {zoom, origin, width, height} = view;
  const {lat} = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
  if (width < NARROW || metresPerPixel(lat, zoom) * width > WIDE) return undefined;
  return {x: width - SIZE - INSET, y: height - SIZE - INSET, width: SIZE, height: SIZE};
}
