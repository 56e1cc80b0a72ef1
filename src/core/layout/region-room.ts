import {memoize, memoizeByKey} from '../memo/index.js';
import type {MapNameLabel, MapRegion} from './map-types.js';
import {mainParts, type Rows} from './region-parts.js';
import type {Setting} from './region-settings.js';
import {coveredWidth, middleOf, type RowGrid, type Spot, spotsOf} from './region-spots.js';
import {pointIn, type Seen, STEP} from './regions-seen.js';
import type {TakenBoxes} from './taken-boxes.js';
import type {Box} from './types.js';

/** The share of a country's name that may lie on other countries, the better one first: it may reach over the sea. */
const ABROAD = [0.3, 0.7];
/** And at most so much of it, in pixels. */
const ABROAD_MOST = 50;
/** How far the middle of a name is from a border at least, in pixels of the view, and of the shape: outlines are thinned. */
const INSIDE = 2.2;
const THINNED = 12;
/** Between names side by side, so that they are not read as one. */
const BESIDE = 3;

/** A name over a line of the story is as good as one so many pixels away from the middle of its region. */
const CROSSED = 500;

/** What names are placed among. */
export interface Surroundings {
  readonly grid: RowGrid;
  /** Every region in view. */
  readonly land: Rows;
  readonly taken: TakenBoxes;
}

/** The label in the first of some settings that has room. */
export function labelIn(
  one: Seen,
  settings: readonly (readonly Setting[])[],
  surroundings: Surroundings,
): MapNameLabel | undefined {
  const {kind} = one.region;
  const place = placer(one, surroundings);
  for (const abroad of kind === 'country' ? ABROAD : [0]) {
    for (const ways of settings) {
      const placed = ways.map((setting) => place(setting, abroad)).filter((room) => room !== undefined);
      const beyond = Math.min(...placed.map((room) => room.beyond));
      const room = placed.find((each) => each.beyond === beyond);
      if (!room) continue;
      return labelAt(one.region, room.setting, room);
    }
  }
  return undefined;
}

/** The label of a region with its corner at a point. */
export function labelAt({id, kind}: MapRegion, setting: Setting, {x, y}: Pick<Box, 'x' | 'y'>): MapNameLabel {
  const {lines, width, height} = setting;
  const lineHeight = height / lines.length;
  return {
    ...setting,
    id,
    kind,
    x,
    y,
    at: [x + width / 2, y + height / 2],
    baseline: lineHeight * 0.73,
    lineHeight,
  };
}

/** Where a name can stand. */
interface Room {
  readonly setting: Setting;
  readonly x: number;
  readonly y: number;
  /** How far it reaches over its region's borders, in pixels, when neighbours are under it. */
  readonly beyond: number;
}

/** Where the name of a region can stand, whatever else does, the rows nearest to its middle first: the same in each order. */
const groundOf = memoize(({region, own: {rows, grid}}: Seen) => {
  const parts = mainParts(rows, (row) => trueSize(grid.top + row * grid.step, region.transform));
  const sure = pointIn(region);
  const middle = sure ?? middleOf(parts, grid);
  const away = ({y}: Spot) => Math.abs(y - middle.y);
  const spotsFor = memoizeByKey(
    (reach: number) => reach,
    (reach) => {
      const spots: Spot[] = [...spotsOf(parts, grid, reach)];
      if (sure) spots.push({...sure, start: sure.x, end: sure.x});
      return spots.sort((a, b) => away(a) - away(b));
    },
  );
  return {middle, spotsFor};
});

/** Finds the room for a name of some size that is nearest to the middle of its region, and least outside it. */
function placer(one: Seen, {grid, land, taken}: Surroundings) {
  const {region, rows, own} = one;
  const {step} = own.grid;
  const {transform, kind} = region;
  const {middle, spotsFor} = groundOf(one);
  const margin = INSIDE + THINNED * transform.scale;
  return (setting: Setting, abroad: number): Room | undefined => {
    const {width, height, isSpaced} = setting;
    const mayReachOver = kind === 'country' && !isSpaced;
    let best: Room | undefined;
    let cost = Infinity;
    for (const spot of spotsFor(
      mayReachOver ? Math.ceil(Math.min(margin, STEP) / step) : Math.round(height / 2 / step),
    )) {
      const room = spot.end - spot.start;
      const below = Math.abs(spot.y - middle.y);
      // All others are farther away.
      if (below >= cost) break;
      const over = Math.max(0, width - room);
      const isSure = room === 0;
      if (below + over >= cost) continue;
      if (over > 0 && (!mayReachOver || (room < 2 * margin && !isSure))) continue;
      const beside = taken.between(spot.y - height / 2, spot.y + height / 2);
      const middles = middlesIn(spot, width, middle.x, margin, beside, taken);
      const [ideal] = middles;
      for (const x of middles) {
        const away =
          Math.hypot(x - middle.x, spot.y - middle.y) + over + (over > 0 ? Math.abs(x - ideal) : 0);
        if (away >= cost) continue;
        const box = {x: x - width / 2, y: spot.y - height / 2, width, height};
        if (!taken.isFree({...box, x: box.x - BESIDE, width: width + 2 * BESIDE}) || !taken.isClear(box))
          continue;
        const lost = over > 0 ? coveredWidth(land, box, grid) - coveredWidth(rows, box, grid) : 0;
        const all = away + lost + (taken.isCrossed?.(box) ? CROSSED : 0);
        if (all >= cost || lost > Math.min(abroad * width, ABROAD_MOST)) continue;
        best = {setting, x: box.x, y: box.y, beyond: lost > 0 ? over : 0};
        cost = all;
      }
    }
    return best;
  };
}

/**
 * Where in a spot the middle of a name may be, the best first: inside it at both ends, else around the spot's middle;
 * beside what stands there, and at the edges of the view.
 */
function middlesIn(
  {start, end}: Spot,
  width: number,
  middle: number,
  margin: number,
  beside: readonly Box[],
  {view, inset}: TakenBoxes,
): readonly [number, ...number[]] {
  const isInside = width <= end - start;
  const inner = isInside ? width / 2 : (end - start) / 3;
  const [first, last] = [start + inner, end - inner];
  const outer = Math.min(inner, margin);
  const away = width / 2 + BESIDE + 0.5;
  const middles: [number, ...number[]] = [
    isInside ? Math.min(Math.max(middle, first), last) : (start + end) / 2,
    first,
    last,
  ];
  const add = (x: number) => {
    if (x > start + outer && x < end - outer) middles.push(x);
  };
  add(view.x + inset + away);
  add(view.x + view.width - inset - away);
  for (const box of beside) {
    add(box.x - away);
    add(box.x + box.width + away);
  }
  return middles;
}

/** How much of the Earth a pixel of a view shows, as a share of one on the equator. */
const trueSize = (y: number, {dy, world}: MapRegion['transform']) =>
  1 / Math.cosh(Math.PI * (1 - (2 * (y - dy)) / world)) ** 2;
