import type {MapCluster, MapPlace} from './map-types.js';

/** Marks closer than this, in pixels, merge: they would overlap, or be too small to hit with a finger. */
const NEAR = 15;

/** Places by descending priority. */
export const inOrder = (places: readonly MapPlace[]): readonly MapPlace[] =>
  places.toSorted((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));

/** Half the width of a place's mark, and of a chosen one with its ring. */
export const MARK_RADIUS = 7;
export const CHOSEN_RADIUS = 12;
/** Share of a circle's radius that its number needs. */
const NUMBER = 0.8;
/** Radius of a circle with two digits in it, in pixels. */
const LEAST_RADIUS = 9;
/** Up to this many chosen places that are near each other are drawn one by one. */
const FEW = 4;
/** Places that are drawn one by one, and the rest as clusters. */
export function mergeNear(places: readonly MapPlace[]) {
  const groups = groupsOf(places);
  const isSingle = (group: Group) => group.length <= (group[0].isChosen ? FEW : 1);
  const single = groups.filter(isSingle).flat();
  const merged = groups.flatMap((group) => (isSingle(group) ? [] : clusterOf(group, groups)));
  return {single, clusters: giveWay(merged, single)};
}

type Circle = Pick<MapCluster, 'x' | 'y' | 'radius'>;
type Group = [leader: MapPlace, ...others: MapPlace[]];

/**
 * Greedy clustering: each place joins the nearest earlier leader within reach, or becomes a leader itself. Chosen ones
 * join chosen ones, and others others.
 */
function groupsOf(places: readonly MapPlace[]): readonly Group[] {
  const groups: Group[] = [];
  // A few hundred places at most: larger numbers use the grid instead.
  for (const place of inOrder(places)) {
    let home: MapPlace[] | undefined;
    let least = NEAR ** 2;
    for (const group of groups) {
      const [{x, y, isChosen}] = group;
      const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
      if (distance < least && !isChosen === !place.isChosen) [home, least] = [group, distance];
    }
    if (home) home.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** A cluster no larger than leaves its neighbours in sight, as far as its number has room. */
function clusterOf(places: Group, groups: readonly Group[]): MapCluster {
  const [{id, x, y, isChosen = false}] = places;
  const events = places.reduce((total, place) => total + place.events, 0);
  const nearest = Math.min(...groups.map(([other]) => Math.hypot(other.x - x, other.y - y) || Infinity));
  const radius = Math.min(22, 12 + 2 * Math.log2(events || 1), Math.max(LEAST_RADIUS, nearest / 2));
  return {id, x, y, radius, places, events, isChosen};
}

/** Circles behind what is chosen of some places, moved only as far as their numbers need to be seen. */
export const giveWay = <T extends Circle>(circles: readonly T[], places: readonly MapPlace[]): readonly T[] =>
  circles.map((circle) => places.reduce(beyond, circle));

function beyond<T extends Circle>(circle: T, {x, y, isChosen}: MapPlace): T {
  const dx = circle.x - x;
  // Where it is at the same point, upwards.
  const dy = circle.y - y || -1;
  const share = (CHOSEN_RADIUS + circle.radius * NUMBER) / Math.hypot(dx, dy);
  return isChosen && share > 1 ? {...circle, x: x + dx * share, y: y + dy * share} : circle;
}
