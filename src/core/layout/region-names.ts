import {memoize} from '../memo/index.js';
import type {MapNameLabel, MapRegion} from './map-types.js';
import {labelIn, type Surroundings} from './region-room.js';
import {abbreviated, settingsOf} from './region-settings.js';
import {
  gridOf,
  isNamed,
  landOf,
  largestOf,
  pointIn,
  type RegionOptions,
  type Seen,
  STEP,
  seenFinely,
  seenOf,
  withoutCopies,
} from './regions-seen.js';
import type {TakenBoxes} from './taken-boxes.js';

/** So many times as large as its name in spaced capitals is a region that is named so. */
const LARGE = 4.5;
/** How much more than another a region weighs that the story is about. */
const TOLD = 3;
/** How much less a region is lost that has an abbreviation in place of its name. */
const ABBREVIATED = 0.3;
/** Maps that are less wide, in pixels, have no codes: they are of little help among few names. */
const WIDE = 900;
/** How many orders are tried for that, and how often those that have no room at all are put first. */
const ROUNDS = 6;
/** After so many that were no better no more are. */
const VAIN = 2;

/**
 * The names of regions, each with its middle inside its region: kept ones first, then those that the story is about, and
 * those that fill most of the view.
 * What has no room in full is set smaller, on two lines, or by a shorter form; of the largest regions what has none in
 * any way is abbreviated. Others are not named.
 */
export function layoutRegionNames(
  regions: readonly MapRegion[],
  taken: TakenBoxes,
  options: RegionOptions,
): readonly MapNameLabel[] {
  const grid = gridOf(regions[0], STEP);
  const coarse = regions
    .map((region) => seenOf(region, grid, options))
    .filter(isNamed)
    .sort(
      (a, b) =>
        Number(b.isTold) - Number(a.isTold) || b.area - a.area || (a.region.id < b.region.id ? -1 : 1),
    );
  const largest = new Set(largestOf(coarse));
  const seen = coarse.map((one) => (largest.has(one) ? seenFinely(one, options) : one));
  const surroundings = {grid, land: landOf(seen), taken};
  const kept = new Map<Seen, MapNameLabel>();
  for (const one of seen) {
    const label = keptLabel(one, surroundings, options.kept ?? []);
    if (label) kept.set(one, label);
  }
  taken.take(...kept.values());
  const best = bestLabels(withoutCopies(seen), kept, surroundings, options);
  const labels = seen.flatMap((one) => best.get(one) ?? []);
  taken.take(...labels);
  return labels;
}

/** The label that a region keeps: its middle is still inside the region, and nothing else stands there. */
function keptLabel(
  {
    region,
    own: {
      rows,
      grid: {top, step},
    },
  }: Seen,
  {taken}: Surroundings,
  kept: readonly MapNameLabel[],
): MapNameLabel | undefined {
  const sure = pointIn(region);
  const isInside = ([x, y]: MapNameLabel['at']) =>
    (sure && Math.hypot(sure.x - x, sure.y - y) < 1) ||
    rows[Math.round((y - top) / step)]?.some(({start, end}) => start < x && x < end);
  return kept.find(
    (label) =>
      label.kind === region.kind &&
      label.id === region.id &&
      region.texts.includes(label.text) &&
      isInside(label.at) &&
      taken.isClear(label),
  );
}

type Labels = ReadonlyMap<Seen, MapNameLabel>;

/** What an order of the largest regions comes to: their labels, and how much of them is named by less than a name. */
interface Attempt {
  readonly order: readonly Seen[];
  readonly labels: Labels;
  readonly loss: number;
}

/**
 * The labels of the order that names most of the largest regions, and of others what room they leave. Each gets what
 * those before it have left: first by size; then again with those ahead that had none, as what is large finds room
 * elsewhere; then with the abbreviations of those first that have none still.
 */
function bestLabels(
  seen: readonly Seen[],
  kept: Labels,
  surroundings: Surroundings,
  options: RegionOptions,
): Labels {
  const largest = largestOf(seen);
  const {attempt, hasRoom, label} = labelling(largest, kept, surroundings, options);
  let last = attempt(largest, []);
  let best = last;
  let vain = 0;
  const take = (next: Attempt) => {
    last = next;
    vain = next.loss < best.loss ? 0 : vain + 1;
    if (vain === 0) best = next;
  };
  for (let i = 0; i < ROUNDS && vain < VAIN && best.loss > 0; i++) {
    const {labels, order} = last;
    const lost = new Set(largest.filter((one) => !isNamedIn(labels, one)));
    take(attempt([...lost, ...order.filter((one) => !lost.has(one))], []));
  }
  const {order} = best;
  const first = new Set<Seen>();
  last = best;
  for (let i = 0; i < ROUNDS && best.loss > 0; i++) {
    const {labels} = last;
    const nameless = largest.filter((one) => !labels.has(one) && !first.has(one) && hasRoom(one));
    if (nameless.length === 0) break;
    for (const one of nameless) first.add(one);
    take(attempt(order, first));
  }
  return label(seen, best.labels);
}

/** Whether a region has its name, or a shorter form, and not its abbreviation. */
const isNamedIn = (labels: Labels, one: Seen): boolean => {
  const {abbreviation} = one.region;
  return (labels.get(one)?.text ?? abbreviation) !== abbreviation;
};

/** Labels regions in an order that is tried, and the rest. */
function labelling(
  largest: readonly Seen[],
  kept: Labels,
  surroundings: Surroundings,
  options: RegionOptions,
) {
  const settings = memoize(({region, area}: Seen) =>
    settingsOf(region, options).map((ways) =>
      ways.filter(({isSpaced, width, height}) => !isSpaced || area >= LARGE * width * height),
    ),
  );
  const nameOf = (one: Seen, taken: TakenBoxes) => labelIn(one, settings(one), {...surroundings, taken});
  const shortOf = (one: Seen, taken: TakenBoxes) =>
    options.width < WIDE
      ? undefined
      : labelIn(one, abbreviated(one.region, options), {...surroundings, taken});
  /** Whether there is room for it where nothing else is named. */
  const hasRoom = memoize((one: Seen) =>
    [nameOf, shortOf].some((labelOf) => labelOf(one, surroundings.taken) !== undefined),
  );
  const lossOf = (one: Seen, labels: Labels): number => {
    if (isNamedIn(labels, one)) return 0;
    const share = labels.has(one) ? ABBREVIATED : Number(hasRoom(one));
    return share * Math.sqrt(one.area) * (one.isTold ? TOLD : 1);
  };
  /** Labels what has none, some by their abbreviations before all others. */
  const label = (order: Iterable<Seen>, before: Labels, first: Iterable<Seen> = []) => {
    const labels = new Map(before);
    const taken = surroundings.taken.copy();
    taken.take(...labels.values());
    const add = (regions: Iterable<Seen>, labelOf: typeof nameOf) => {
      for (const one of regions) {
        const own = labels.has(one) ? undefined : labelOf(one, taken);
        if (!own) continue;
        labels.set(one, own);
        taken.take(own);
      }
    };
    add(first, shortOf);
    add(order, nameOf);
    add(largest, shortOf);
    return labels;
  };
  const attempt = (order: readonly Seen[], first: Iterable<Seen>): Attempt => {
    const labels = label(order, kept, first);
    return {order, labels, loss: largest.reduce((sum, one) => sum + lossOf(one, labels), 0)};
  };
  return {attempt, hasRoom, label};
}
