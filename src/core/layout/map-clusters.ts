import type {MapCluster, MapPlace} from './map-types.js';

/** Marks closer than this, in pixels, merge: they would overlap, or be too small to hit with a finger. */
const NEAR = 15;

/** Places by descending priority. */
export const inOrder = (places: readonly MapPlace[]): readonly MapPlace[] =>
  places.toSorted((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));

/** Splits places into single ones and clusters. */
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

/** Greedy clustering: each place joins the nearest earlier leader within reach, or becomes a leader itself. */
function groupsOf(places: readonly MapPlace[]): readonly Group[] {
  const groups: Group[] = [];
  // A few hundred places at most: larger numbers use the grid instead.
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
