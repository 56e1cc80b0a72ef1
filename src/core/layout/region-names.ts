import {f64} from '../arrays/index.js';
import {memoizeByKey} from '../memo/index.js';
import {LINE_HEIGHT} from './line-height.js';
import type {MapNameLabel, MapOptions, MapRegion} from './map-types.js';
import {mainParts, type Rows} from './region-parts.js';
import {runsOf} from './region-runs.js';
import {coveredWidth, middleOf, type RowGrid, type Spot, spotsOf} from './region-spots.js';
import type {TakenBoxes} from './taken-boxes.js';
import type {Box} from './types.js';

/** Between the rows that are looked at, in pixels. */
const STEP = 6;
/** Regions smaller than this are not named, in square pixels; and those that say where they are, by the boxes around them. */
const LEAST = 150;
const LEAST_ISLANDS = 120;
/** The share of a country's name that may lie on other countries, the better one first: it may reach over the sea. */
const ABROAD = [0.3, 0.7];
/** And at most so much of it, in pixels. */
const ABROAD_MOST = 50;
/** How far the middle of a name is from a border at least, in pixels of the view, and of the shape: outlines are thinned. */
const INSIDE = 2;
const THINNED = 12;
/** Between names side by side, so that they are not read as one. */
const BESIDE = 3;
/** So many times as large as its name in spaced capitals is a region that is named so. */
const LARGE = 4.5;
/** A copy of a region that has at least this share of the largest one is named too. */
const SAME = 0.6;

/** How a name is set: in spaced capitals where there is room, else plain; on one line or two. */
interface Setting {
  readonly lines: readonly string[];
  readonly isSpaced: boolean;
  readonly width: number;
  readonly height: number;
}

/** A region in view. */
interface Seen {
  readonly region: MapRegion;
  readonly rows: Rows;
  readonly area: number;
}

type Options = Pick<MapOptions, 'width' | 'height' | 'fontSize' | 'measure'>;

/** What names are placed among. */
interface Surroundings {
  readonly grid: RowGrid;
  /** Every region in view. */
  readonly land: Rows;
  readonly taken: TakenBoxes;
}

/**
 * The names of regions, each with its middle inside its region: those that fill most of the view first. What has no
 * room in full is set smaller, on two lines, or by a shorter form; what has none in any way is not named.
 */
export function layoutRegionNames(
  regions: readonly MapRegion[],
  taken: TakenBoxes,
  options: Options,
): readonly MapNameLabel[] {
  // The rows move with the map, and the names with them.
  const top = mod(regions[0]?.transform.dy ?? 0, STEP);
  const grid = {top, step: STEP};
  const seen = regions
    .map((region) => seenOf(region, {...options, ...grid}))
    .filter(isNamed)
    .sort((a, b) => b.area - a.area || (a.region.id < b.region.id ? -1 : 1));
  const surroundings = {grid, land: landOf(seen), taken};
  const labels: MapNameLabel[] = [];
  const largest = new Map<string, number>();
  for (const one of seen) {
    const {region, area} = one;
    // Of a region on both edges of the world only the larger part is named.
    const most = largest.get(region.id) ?? area;
    largest.set(region.id, most);
    if (area < most * SAME) continue;
    const label = labelOf(one, surroundings, options);
    if (!label) continue;
    labels.push(label);
    taken.take(label);
  }
  return labels;
}

const mod = (value: number, by: number) => ((value % by) + by) % by;

function seenOf(region: MapRegion, options: Parameters<typeof runsOf>[2]): Seen {
  const rows = runsOf(region.shape, region.transform, options);
  const lengths = rows.map((runs) => runs.reduce((sum, {start, end}) => sum + end - start, 0));
  return {region, rows, area: lengths.reduce((sum, length) => sum + length, 0) * options.step};
}

const isNamed = ({area, region}: Seen): boolean =>
  region.texts.length > 0 &&
  (area >= LEAST || (region.at !== undefined && boxedArea(region) >= LEAST_ISLANDS));

/** How much the boxes around the rings of a region cover, in square pixels of the view. */
function boxedArea({shape: {boxes}, transform: {scale}}: MapRegion): number {
  let area = 0;
  for (let i = 0; i < boxes.length; i += 4)
    area += (f64(boxes, i + 2) - f64(boxes, i)) * (f64(boxes, i + 3) - f64(boxes, i + 1));
  return area * scale ** 2;
}

function landOf(seen: readonly Seen[]): Rows {
  const count = Math.max(0, ...seen.map(({rows}) => rows.length));
  return Array.from({length: count}, (_, row) => seen.flatMap(({rows}) => rows[row] ?? []));
}

function labelOf(one: Seen, surroundings: Surroundings, options: Options): MapNameLabel | undefined {
  const {id, kind} = one.region;
  const settings = settingsOf(one.region, options);
  const place = placer(one, surroundings);
  for (const abroad of kind === 'country' ? ABROAD : [0]) {
    for (const setting of settings) {
      if (setting.isSpaced && one.area < LARGE * setting.width * setting.height) continue;
      const box = place(setting, abroad);
      if (!box) continue;
      const {lines, isSpaced, width, height} = setting;
      const lineHeight = height / lines.length;
      const at = [box.x + width / 2, box.y + height / 2] as const;
      return {...box, id, kind, lines, isSpaced, at, baseline: lineHeight * 0.73, lineHeight};
    }
  }
  return undefined;
}

/** Finds the room for a name of some size that is nearest to the middle of its region, and least outside it. */
function placer({region, rows}: Seen, {grid, land, taken}: Surroundings) {
  const {top, step} = grid;
  const {transform, kind} = region;
  const parts = mainParts(rows, (row) => trueSize(top + row * step, transform));
  const sure = pointIn(region);
  const middle = sure ?? middleOf(parts, grid);
  const least = 2 * (INSIDE + THINNED * transform.scale);
  const spotsFor = memoizeByKey(
    (reach: number) => reach,
    (reach): readonly Spot[] => [
      ...spotsOf(parts, grid, reach),
      ...(sure ? [{...sure, start: sure.x, end: sure.x}] : []),
    ],
  );
  return ({width, height, isSpaced}: Setting, abroad: number): Box | undefined => {
    const mayReachOver = kind === 'country' && !isSpaced;
    let best: Box | undefined;
    let cost = Infinity;
    for (const spot of spotsFor(mayReachOver ? 1 : Math.round(height / 2 / step))) {
      const room = spot.end - spot.start;
      const over = Math.max(0, width - room);
      if (over > 0 && (!mayReachOver || (sure ? room > 0 : room < least))) continue;
      const [ideal, ...others] = middlesIn(spot, width, middle.x);
      for (const x of [ideal, ...others]) {
        const box = {x: x - width / 2, y: spot.y - height / 2, width, height};
        const away =
          Math.hypot(x - middle.x, spot.y - middle.y) + over + (over > 0 ? Math.abs(x - ideal) : 0);
        if (away >= cost || !taken.isFree({...box, x: box.x - BESIDE, width: width + 2 * BESIDE})) continue;
        const lost = over > 0 ? coveredWidth(land, box, grid) - coveredWidth(rows, box, grid) : 0;
        if (away + lost >= cost || lost > Math.min(abroad * width, ABROAD_MOST)) continue;
        best = box;
        cost = away + lost;
      }
    }
    return best;
  };
}

/** The point of a region that is surely inside it, in the view. */
function pointIn({at, transform: {scale, dx, dy}}: MapRegion) {
  return at && {x: at[0] * scale + dx, y: at[1] * scale + dy};
}

/** Where in a spot the middle of a name may be, the best first: inside it at both ends, else around the spot's middle. */
function middlesIn({start, end}: Spot, width: number, middle: number): readonly [number, number, number] {
  const isInside = width <= end - start;
  const margin = isInside ? width / 2 : (end - start) / 3;
  const [first, last] = [start + margin, end - margin];
  return [isInside ? Math.min(Math.max(middle, first), last) : (start + end) / 2, first, last];
}

/** How much of the Earth a pixel of a view shows, as a share of one on the equator. */
const trueSize = (y: number, {dy, world}: MapRegion['transform']) =>
  1 / Math.cosh(Math.PI * (1 - (2 * (y - dy)) / world)) ** 2;

/** The ways to set a name, the most welcome first. */
function settingsOf({texts, kind}: MapRegion, {fontSize, measure}: Options): readonly Setting[] {
  const size = kind === 'country' ? 0.85 : 0.78;
  const line = fontSize * LINE_HEIGHT * size;
  // Names of countries are drawn bolder than those of regions.
  const isBold = kind === 'country';
  const widthOf = (text: string, isSpaced: boolean) =>
    isSpaced
      ? measure(text.toUpperCase(), isBold) * size + text.length * fontSize * 0.12
      : measure(text, isBold) * size + 2;
  const set = (lines: readonly string[], isSpaced: boolean): Setting => ({
    lines,
    isSpaced,
    width: Math.max(...lines.map((each) => widthOf(each, isSpaced))),
    height: line * lines.length,
  });
  return texts.flatMap((text) => {
    const ways = text.includes(' ') ? [[text], halves(text)] : [[text]];
    return [true, false].flatMap((isSpaced) => ways.map((lines) => set(lines, isSpaced)));
  });
}

/** A text on two lines, as even as its words allow. */
function halves(text: string): readonly [string, string] {
  const words = text.split(' ');
  let best: [string, string] = [text, ''];
  for (let i = 1; i < words.length; i++) {
    // A line ends with no dash: "Congo - Kinshasa".
    const pair: [string, string] = [
      words
        .slice(0, i)
        .join(' ')
        .replace(/ [-–]$/, ''),
      words.slice(i).join(' '),
    ];
    if (Math.max(...pair.map(({length}) => length)) < Math.max(...best.map(({length}) => length)))
      best = pair;
  }
  return best;
}
