import {inOrder} from './map-clusters.js';
import type {MapPlace} from './map-types.js';
import {around, type TakenBoxes, touch} from './taken-boxes.js';

/** Half the width of a place's mark, and of a chosen one with its ring. */
export const MARK_RADIUS = 7;
export const CHOSEN_RADIUS = 12;
/** How far from its place a mark may stand, in pixels, and in how many directions. */
const AWAY = [28, 40, 52, 66];
const DIRECTIONS = 8;
/** More than these stand where they are, as they are. */
const MOST = 12;

/** Chosen places by themselves: one that would stand on another mark, or under a control, stands beside it. */
export const callOut = (chosen: readonly MapPlace[], taken: TakenBoxes): readonly MapPlace[] =>
  inOrder(chosen).map((place, i) => {
    const called = i < MOST ? besideOthers(place, taken) : place;
    taken.take(around(called.x, called.y, CHOSEN_RADIUS));
    return called;
  });

function besideOthers(place: MapPlace, taken: TakenBoxes): MapPlace {
  const own = around(place.x, place.y, MARK_RADIUS);
  if (!touch(own, taken.view) || !taken.isTaken(own)) return place;
  for (const away of AWAY) {
    for (let i = 0; i < DIRECTIONS; i++) {
      // Up and to the right first, where there is most room for a name.
      const angle = ((i - 1) / DIRECTIONS) * 2 * Math.PI;
      const x = place.x + away * Math.cos(angle);
      const y = place.y + away * Math.sin(angle);
      if (taken.isFree(around(x, y, CHOSEN_RADIUS))) return {...place, x, y, from: [place.x, place.y]};
    }
  }
  return place;
}
