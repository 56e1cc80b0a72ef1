import type {MapCluster, MapPlace} from './map-types.js';

/** Marks closer than this, in pixels, merge: they would overlap, or be too small to hit with a finger. */
const NEAR = 15;

/** Places by descending priority. */
export const inOrder = (places: readonly MapPlace[]): readonly MapPlace[] =>
  places.toSorted((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));

/** Radius of a circle with two digits in it, in pixels. */
const LEAST_RADIUS = 9;
/** Up to this many chosen places that are near each other are drawn one by one. */
const FEW = 4;

/** Splits places into single ones and clusters. */
export function mergeNear(places: readonly MapPlace[]) {
  const single: MapPlace[] = [];
  const clusters: MapCluster[] = [];
  const merge = (some: readonly MapPlace[], most: number) => {
    for (const group of groupsOf(some)) {
      if (group.length <= most) single.push(...group);
      else clusters.push(clusterOf(group));
    }
  };
  merge(
    places.filter(({isChosen}) => isChosen),
    FEW,
  );
  merge(
    places.filter(({isChosen}) => !isChosen),
    1,
  );
  return {single, clusters: clusters.map((cluster) => roomy(cluster, [...single, ...clusters]))};
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

/** A cluster no larger than leaves its neighbours in sight, as far as its number has room. */
function roomy(cluster: MapCluster, marks: readonly Pick<MapPlace, 'id' | 'x' | 'y'>[]): MapCluster {
  let radius = cluster.radius;
  for (const {id, x, y} of marks)
    if (id !== cluster.id) radius = Math.min(radius, Math.hypot(x - cluster.x, y - cluster.y) / 2);
  return radius < cluster.radius ? {...cluster, radius: Math.max(LEAST_RADIUS, radius)} : cluster;
}

function clusterOf(places: Group): MapCluster {
  const [{id, x, y, isChosen = false}] = places;
  const events = places.reduce((total, place) => total + place.events, 0);
  const radius = Math.min(22, 12 + 2 * Math.log2(Math.max(1, events)));
  return {id, x, y, radius, places, events, isChosen};
}
