import {mergeNear} from './map-clusters.js';
import {layoutNames, layoutPlaceLabels, MARK_RADIUS} from './map-texts.js';
import type {MapLayout, MapName, MapOptions, MapPlace} from './map-types.js';
import {around, TakenBoxes} from './taken-boxes.js';

/** What texts keep from the edges of the map. */
const INSET = 2;

/**
 * What of the places is drawn one by one, what is merged, and which names fit: no two texts overlap, and none
 * covers a mark. Which places merge depends on the zoom alone, so that nothing jumps while panning.
 */
export function layoutMap(
  places: readonly MapPlace[],
  names: readonly MapName[],
  options: MapOptions,
): MapLayout {
  const {width, height, circles} = options;
  const {single, clusters} = circles ? {single: places, clusters: []} : mergeNear(places);
  const marks = [
    ...single.map(({x, y}) => around(x, y, MARK_RADIUS + 1)),
    ...(circles ?? clusters).map(({x, y, radius}) => around(x, y, radius + 1)),
  ];
  const taken = new TakenBoxes({x: 0, y: 0, width, height}, marks, INSET);
  const labels = layoutPlaceLabels(single, taken, options);
  const written = new Set(places.map(({name}) => name));
  return {places: single, clusters, labels, names: layoutNames(names, written, taken, options)};
}
