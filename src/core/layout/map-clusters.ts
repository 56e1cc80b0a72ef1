import type {MapCluster, MapPlace} from './map-types.js';

/** Marks nearer than this cannot be told apart, or hit with a finger. */
const NEAR = 15;

/** The most important first. */
export const inOrder = (places: readonly MapPlace[]): readonly MapPlace[] =>
  places.toSorted((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));

/** What of the places is drawn one by one, and what is merged. */
export function mergeNear(places: readonly MapPlace[]) {
  const single: MapPlace[] = [];
  const clusters: MapCluster[] = [];
  for (const group of groupsOf(places)) {
    const [leader] = group;
    if (group.length === 1) single.push(leader);
    else clusters.push(clusterOf(leader, group));
  }
  return {single, clusters};
}

type Group = [leader: MapPlace, ...others: MapPlace[]];

/** The first in order leads; each takes in those after it that are too near to it, and nearer than to another. */
function groupsOf(places: readonly MapPlace[]): readonly Group[] {
  const groups: Group[] = [];
  // There are some hundreds of places at most: many are counted by a grid instead.
  for (const place of inOrder(places)) {
    let home: MapPlace[] | undefined;
    let least = NEAR ** 2;
    for (const group of groups) {
      const [{x, y}] = group;
      const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
      if (distance < least) [home, least] = [group, distance];
    }
    if (home) home.push(place);
    else groups.push([place]);
  }
  return groups;
}

function clusterOf({id, x, y}: MapPlace, places: Group): MapCluster {
  const events = places.reduce((total, place) => total + place.events, 0);
  const radius = Math.min(22, 12 + 2 * Math.log2(Math.max(1, events)));
  return {id, x, y, radius, places, events};
}
