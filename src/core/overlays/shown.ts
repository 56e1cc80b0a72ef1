import type {Category, Dataset, Overlay, Route, Shape} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import type {Interval} from '../time/index.js';

/** Whether a row is a route, and no shape. */
export const isRoute = (overlay: Overlay): overlay is Route => 'places' in overlay;

/** Shapes and routes in the order of time, undated ones last; of one date in the order of the file. */
export const overlaysOf = memoize(({shapes, routes}: Dataset): readonly Overlay[] =>
  [...shapes, ...routes].sort((a, b) => {
    const [one, other] = [a.interval?.start ?? Infinity, b.interval?.start ?? Infinity];
    return one < other ? -1 : one > other ? 1 : 0;
  }),
);

/** What of the reader's choice decides which shapes and routes are shown. */
export interface OverlayChoice {
  readonly range: Interval | null;
  readonly filters: {readonly categories: readonly Category['id'][]};
}

/**
 * Whether a shape or route is within the chosen range and categories; what has no date is so at any time. The others
 * are dimmed.
 */
export const isOverlayShown = (
  {interval, category = ''}: Pick<Shape, 'interval' | 'category'>,
  {range, filters: {categories}}: OverlayChoice,
): boolean =>
  (!range || !interval || (interval.start < range.end && interval.end > range.start)) &&
  (categories.length === 0 || categories.includes(category));
