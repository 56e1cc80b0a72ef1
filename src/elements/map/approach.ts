import {css, html, nothing} from 'lit';
import type {MapPosition, Position} from '../../core/geo/index.js';
import {pixelInView} from '../../core/geo/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {pointsOf} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import type {ZoomTarget} from './camera.js';
import {chosenOf, eventsAt, placedOf} from './places-in-view.js';

/** Among more places in view than this, the nearest to the middle leads, not the densest group. */
const FEW = 500;
/** What being at the edge of the view takes from the weight of a group, as a share. */
const FAR = 0.35;

export const styles = [
  css`
    .nearest {
      position: absolute;
      z-index: 4;
      inset-inline: 0;
      inset-block-end: var(--_space-m);
      inline-size: fit-content;
      max-inline-size: 90%;
      margin-inline: auto;
      background: var(--_surface);
    }
    .nearest path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
    }
  `,
];

/** A place and where it is in the view, in pixels from the middle. */
interface Spot {
  readonly at: Position;
  readonly x: number;
  readonly y: number;
}

/** The places of what is shown, or of all events, from the middle of a view. */
function spotsOf(snapshot: Snapshot, view: ViewState, indexes?: readonly number[]): readonly Spot[] {
  const {dataset} = snapshot;
  const {lat, lon} = pointsOf(dataset);
  const counts = eventsAt(snapshot);
  const placed = placedOf(dataset);
  const shown = placed.filter((index) => (counts[index] ?? 0) > 0);
  const wanted = indexes?.filter((index) => placed.includes(index)) ?? (shown.length > 0 ? shown : placed);
  return Array.from(wanted, (index) => {
    const at = {lat: lat[index] ?? 0, lon: lon[index] ?? 0};
    const [x, y] = pixelInView(at, view);
    return {at, x: x - view.width / 2, y: y - view.height / 2};
  });
}

const distanceOf = ({x, y}: Spot): number => Math.hypot(x, y);

const nearest = (spots: readonly Spot[]): Spot | undefined =>
  spots.reduce<Spot | undefined>(
    (best, each) => (best && distanceOf(best) <= distanceOf(each) ? best : each),
    undefined,
  );

/** Whether a spot is in a view of which a share remains around the middle, or around another spot that stays in place. */
function isIn(
  {x, y}: Spot,
  view: ViewState,
  share = 1,
  around: Pick<Spot, 'x' | 'y'> = {x: 0, y: 0},
): boolean {
  const [left, top] = [around.x * (1 - share), around.y * (1 - share)];
  return Math.abs(x - left) <= (share * view.width) / 2 && Math.abs(y - top) <= (share * view.height) / 2;
}

/**
 * Where zooming in by levels leads: to the selected event's place, or on around the middle as long as there are places,
 * or to the densest or nearest group of them; from an empty view to the nearest place.
 */
export function approach(snapshot: Snapshot, view: ViewState, levels: number): ZoomTarget {
  const share = 2 ** -levels;
  const pixel = ({x, y}: Spot) => ({around: [x + view.width / 2, y + view.height / 2] as const});
  const chosen = nearest(spotsOf(snapshot, view, chosenOf(snapshot)).filter((each) => isIn(each, view)));
  if (chosen) return pixel(chosen);
  const all = spotsOf(snapshot, view);
  const seen = all.filter((each) => isIn(each, view));
  if (seen.some((each) => isIn(each, view, share))) return {};
  const led = seen.length > FEW ? nearest(seen) : densest(seen, view, share);
  if (led) return pixel(led);
  const next = nearest(all);
  return next ? {centre: next.at} : {};
}

/** The spot around which most others remain in view; of those near the middle a little rather. */
function densest(spots: readonly Spot[], view: ViewState, share: number): Spot | undefined {
  const reach = Math.hypot(view.width, view.height) / 2;
  let [best, most]: [Spot | undefined, number] = [undefined, 0];
  for (const spot of spots) {
    const count = spots.reduce((sum, each) => sum + Number(isIn(each, view, share, spot)), 0);
    const weight = count * (1 - (FAR * distanceOf(spot)) / reach);
    if (weight > most) [best, most] = [spot, weight];
  }
  return best;
}

/** The nearest place, where a view holds none; found when the map comes to rest, not in each frame. */
const nearestFrom = memoizeLast(
  (snapshot: Snapshot, view: ViewState): Spot | undefined => {
    const spots = spotsOf(snapshot, view);
    return spots.some((each) => isIn(each, view)) ? undefined : nearest(spots);
  },
  ({map, dataset, shown}): readonly (MapPosition | object | null)[] => [map, dataset, shown],
);

/** Renders, on a map without events, the button that leads to the nearest, and which way that is. */
export function renderNearest(snapshot: Snapshot, view: ViewState, go: (to: ZoomTarget) => void) {
  const spot = nearestFrom(snapshot, view);
  if (!spot) return nothing;
  const turn = `rotate(${Math.round((Math.atan2(spot.y, spot.x) * 180) / Math.PI)})`;
  return html`<button part="nearest" class="nearest" @click=${() => go({centre: spot.at})}>
    ${messages(snapshot.locale).toNearest}
    <svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path transform=${turn} d="M-6,0h12m-5,-5l5,5l-5,5"></path></svg>
  </button>`;
}
