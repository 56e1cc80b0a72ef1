import {type Dataset, type Place, type Route, rowIndex} from '../dataset/index.js';
import {distance, type Position} from '../geo/index.js';

/** The places of a route that the dataset has. */
export const placesOfRoute = ({places}: Route, dataset: Dataset): readonly Place[] =>
  places.flatMap((id) => dataset.places[rowIndex(dataset.places, id)] ?? []);

/** Where a route goes: positions in their order, undefined for a place without one. */
const stopsOf = (route: Route, dataset: Dataset): readonly (Position | undefined)[] =>
  placesOfRoute(route, dataset).map(({lat, lon}) =>
    lat === undefined || lon === undefined ? undefined : {lat, lon},
  );

/** From place to place, where both are known to be. */
export function* legsOf(route: Route, dataset: Dataset): Generator<readonly [from: Position, to: Position]> {
  const stops = stopsOf(route, dataset);
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1], stops[i]];
    if (from && to) yield [from, to];
  }
}

/**
 * How long a route is in metres, from place to place the shortest way over the globe; undefined when it has fewer than
 * two places, or one of which it is not known where it lies.
 */
export function lengthOfRoute(route: Route, dataset: Dataset): number | undefined {
  const stops = stopsOf(route, dataset);
  if (stops.length < 2 || stops.includes(undefined)) return undefined;
  let metres = 0;
  for (const [from, to] of legsOf(route, dataset)) metres += distance(from, to);
  return metres;
}
