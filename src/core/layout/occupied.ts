import {MARK_RADIUS} from './map-clusters.js';
import type {MapLayout, MapOptions} from './map-types.js';
import {around} from './taken-boxes.js';
import type {Box} from './types.js';

/** The boxes of all that stands on a map: what is added later keeps clear of it. */
export const occupiedIn = (
  {places, clusters, names = [], labels = []}: Pick<MapLayout, 'places' | 'clusters'> & Partial<MapLayout>,
  {reserved = [], circles = []}: Pick<MapOptions, 'reserved' | 'circles'>,
): readonly Box[] => [
  ...reserved,
  ...names,
  ...labels,
  ...places.map(({x, y}) => around(x, y, MARK_RADIUS + 1)),
  ...[...clusters, ...circles].map(({x, y, radius}) => around(x, y, radius + 1)),
];
