import {CHOSEN_RADIUS, inOrder, MARK_RADIUS} from './map-clusters.js';
import type {MapPlace} from './map-types.js';
import {around, type TakenBoxes, touch} from './taken-boxes.js';
import type {Box} from './types.js';

/** How far from its place a mark may stand, in pixels. */
const AWAY = [28, 40, 52, 66];
/** A mark is hidden whose middle lies so far within the edge of what lies over it: else half of it is seen. */
const WITHIN = 2;
/**
 * Places by themselves. What is chosen stands where it is, in front, so that it is in no other country: beside it
 * stands what it would hide, but for a disc, and itself only where a control would hide it.
 */
export function callOut(
  places: readonly MapPlace[],
  controls: readonly Box[],
  taken: TakenBoxes,
): readonly MapPlace[] {
  const chosen: Box[] = [];
  return inOrder(places).map((place) => {
    const {x, y, radius, isChosen} = place;
    const over = isChosen ? [...controls, ...chosen] : chosen;
    const isHidden = radius < MARK_RADIUS && over.some((box) => touch(box, around(x, y, -WITHIN)));
    const called = isHidden ? beside(place, taken) : place;
    if (isChosen) {
      const box = around(called.x, called.y, CHOSEN_RADIUS);
      chosen.push(box);
      taken.take(box);
    }
    return called;
  });
}

function beside(place: MapPlace, taken: TakenBoxes): MapPlace {
  for (const away of AWAY) {
    // Up and to the right first, where there is most room for a name.
    for (let eighth = -1; eighth < 7; eighth++) {
      const angle = (eighth * Math.PI) / 4;
      const x = place.x + away * Math.cos(angle);
      const y = place.y + away * Math.sin(angle);
      if (taken.isFree(around(x, y, CHOSEN_RADIUS))) return {...place, x, y, from: [place.x, place.y]};
    }
  }
  return place;
}
