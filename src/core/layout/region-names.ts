import {LINE_HEIGHT} from './line-height.js';
import type {MapNameLabel, MapOptions, MapRegion} from './map-types.js';
import {type Run, runsOf} from './region-runs.js';
import type {TakenBoxes} from './taken-boxes.js';
import type {Box} from './types.js';

/** Between the rows that are looked at, in pixels. */
const STEP = 7;
/** Regions smaller than this are not named, in square pixels. */
const LEAST = 150;
/** So much wider than the region at its place may the name of a country be: what it is then named by is its middle. */
const OVERHANG = 2;
/** A copy of a region that has at least this share of the largest one is named too. */
const SAME = 0.6;
/** Of a region's rows, so many are tried. */
const TRIED = 36;

/** How a name is set: in spaced capitals where there is room, else plain; on one line or two. */
interface Setting {
  readonly lines: readonly string[];
  readonly isSpaced: boolean;
  readonly width: number;
  readonly height: number;
}

/** Where a region is, row by row. */
type Rows = readonly (readonly Run[])[];

/** A place for a name: the middle of a run, and how wide the region is there. */
interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

type Options = Pick<MapOptions, 'width' | 'height' | 'fontSize' | 'measure'>;

/**
 * The names of regions, each with its middle inside its region: those that fill most of the view first. What has no
 * room in full is set smaller, on two lines, or by a shorter form; what has none in any way is not named.
 */
export function layoutRegionNames(
  regions: readonly MapRegion[],
  taken: TakenBoxes,
  options: Options,
): readonly MapNameLabel[] {
  const labels: MapNameLabel[] = [];
  const seen = regions
    .map((region) => {
      const rows = runsOf(region.shape, region.transform, {...options, step: STEP});
      return {region, rows, area: areaOf(rows)};
    })
    .filter(({area, region}) => area >= LEAST && region.texts.length > 0)
    .sort((a, b) => b.area - a.area || (a.region.id < b.region.id ? -1 : 1));
  const largest = new Map<string, number>();
  for (const one of seen) {
    const {region, area} = one;
    // Of a region on both edges of the world only the larger part is named.
    const most = largest.get(region.id) ?? area;
    largest.set(region.id, most);
    if (area < most * SAME) continue;
    const isAtSea = (box: Box) => !seen.some((other) => other !== one && covers(other.rows, box));
    const label = labelOf(one, isAtSea, taken, options);
    if (!label) continue;
    labels.push(label);
    taken.take(label);
  }
  return labels;
}

const areaOf = (rows: Rows) =>
  rows.reduce((sum, runs) => sum + runs.reduce((total, {start, end}) => total + end - start, 0), 0) * STEP;

/** Whether a box lies on some of a region. */
const covers = (rows: Rows, {x, y, width, height}: Box): boolean => {
  for (let row = Math.ceil(y / STEP); row * STEP < y + height; row++) {
    if (rows[row]?.some(({start, end}) => start < x + width && end > x)) return true;
  }
  return false;
};

function labelOf(
  {region, rows}: {readonly region: MapRegion; readonly rows: Rows},
  isAtSea: (box: Box) => boolean,
  taken: TakenBoxes,
  options: Options,
): MapNameLabel | undefined {
  const settings = settingsOf(region, options);
  // What fits inside comes before what reaches over its borders, and that before what is wider than an island.
  for (const most of region.kind === 'country' ? [1, OVERHANG, Infinity] : [1]) {
    for (const setting of settings) {
      const {width, height, lines, isSpaced} = setting;
      for (const {x, y, room} of candidatesOf(rows, height, options.width)) {
        if (width > room * most) continue;
        const box = {x: x - width / 2, y: y - height / 2, width, height};
        if (!taken.isFree(box) || (most === Infinity && !isAtSea(box))) continue;
        const {id, kind} = region;
        const lineHeight = height / lines.length;
        return {...box, id, kind, lines, isSpaced, at: [x, y], baseline: lineHeight * 0.73, lineHeight};
      }
    }
  }
  return undefined;
}

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
  const broken = texts.map((text) => (text.includes(' ') ? halves(text) : undefined));
  return [true, false].flatMap((isSpaced) =>
    texts.flatMap((text, i) => {
      const two = broken[i];
      return two ? [set([text], isSpaced), set(two, isSpaced)] : [set([text], isSpaced)];
    }),
  );
}

/** A text on two lines, as even as its words allow. */
function halves(text: string): readonly [string, string] {
  const words = text.split(' ');
  let best: [string, string] = [text, ''];
  for (let i = 1; i < words.length; i++) {
    const pair: [string, string] = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    if (Math.max(...pair.map(({length}) => length)) < Math.max(...best.map(({length}) => length)))
      best = pair;
  }
  return best;
}

/** Places for a name of some height, those with the most room first, and of those the ones near the middle. */
function candidatesOf(rows: Rows, height: number, width: number): readonly Candidate[] {
  const reach = Math.max(1, Math.ceil(height / 2 / STEP));
  const found = rows.flatMap((runs, row) =>
    runs.flatMap((run): readonly Candidate[] => {
      const {start, end} = roomAround(rows, row, run, reach);
      const room = end - start;
      const y = row * STEP;
      const quarter = {y, room: room / 2};
      // Beside what stands in the middle there may be room still.
      return [
        {x: (start + end) / 2, y, room},
        {...quarter, x: start + room / 4},
        {...quarter, x: end - room / 4},
      ];
    }),
  );
  const total = found.reduce((sum, {room}) => sum + room, 0);
  const middle = found.reduce((sum, {y, room}) => sum + y * room, 0) / total;
  const score = ({room, y}: Candidate) => Math.min(room, width / 3) - Math.abs(y - middle) * 0.5;
  return found.sort((a, b) => score(b) - score(a)).slice(0, TRIED);
}

/** What of a run is inside the region in `reach` rows above and below too; half of it, where none is. */
function roomAround(rows: Rows, row: number, run: Run, reach: number): Run {
  let {start, end} = run;
  for (let away = 1; away <= reach; away++) {
    for (const near of [rows[row - away], rows[row + away]]) {
      const other = widest(near ?? [], start, end);
      if (!other) {
        const quarter = (run.end - run.start) / 4;
        return {start: run.start + quarter, end: run.end - quarter};
      }
      start = Math.max(start, other.start);
      end = Math.min(end, other.end);
    }
  }
  return {start, end};
}

const widest = (runs: readonly Run[], start: number, end: number): Run | undefined => {
  let best: Run | undefined;
  let most = 0;
  for (const run of runs) {
    const shared = Math.min(run.end, end) - Math.max(run.start, start);
    if (shared > most) [best, most] = [run, shared];
  }
  return best;
};
