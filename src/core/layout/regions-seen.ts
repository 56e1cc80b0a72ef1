import {f64} from '../arrays/index.js';
import type {MapOptions, MapPlace, MapRegion} from './map-types.js';
import type {Rows} from './region-parts.js';
import {runsOf} from './region-runs.js';
import type {RowGrid} from './region-spots.js';

/** Between the rows that are looked at, in pixels; and in the largest regions when these are smaller than this, in square pixels. */
export const STEP = 6;
const FINE_STEP = 2;
const FINE = 5000;
/** Regions smaller than this are not named, in square pixels; and those that say where they are, by the boxes around them. */
const LEAST = 150;
const LEAST_ISLANDS = 120;
/** So many of the largest regions in view are to be named. */
const LARGEST = 30;
/** A copy of a region that has at least this share of the largest one is named too. */
const SAME = 0.6;

/** A region in view. */
export interface Seen {
  readonly region: MapRegion;
  /** Of the grid that all regions share. */
  readonly rows: Rows;
  /** Where its name can stand: the same rows, or finer ones. */
  readonly own: {readonly rows: Rows; readonly grid: RowGrid};
  readonly area: number;
  /** Places of the story lie in it. */
  readonly isTold: boolean;
}

/** `told`: where the places of the story are. */
export type RegionOptions = Pick<MapOptions, 'width' | 'height' | 'fontSize' | 'measure' | 'kept'> & {
  readonly told: readonly Pick<MapPlace, 'x' | 'y'>[];
};

const mod = (value: number, by: number) => ((value % by) + by) % by;

/** The rows move with the map, and the names with them. */
export const gridOf = (region: MapRegion | undefined, step: number): RowGrid => ({
  top: mod(region?.transform.dy ?? 0, step),
  step,
});

export function seenOf(region: MapRegion, grid: RowGrid, options: RegionOptions): Seen {
  const {step, top} = grid;
  const rows = runsOf(region.shape, region.transform, {...options, ...grid});
  const lengths = rows.map((runs) => runs.reduce((sum, {start, end}) => sum + end - start, 0));
  const area = lengths.reduce((sum, length) => sum + length, 0) * step;
  const isTold = options.told.some(({x, y}) =>
    rows[Math.round((y - top) / step)]?.some(({start, end}) => start <= x && x <= end),
  );
  return {region, rows, own: {rows, grid}, area, isTold};
}

/** With finer rows, if it is small: where a narrow country has room, few others have. */
export function seenFinely(one: Seen, options: RegionOptions): Seen {
  if (one.area >= FINE) return one;
  const {shape, transform} = one.region;
  const grid = gridOf(one.region, FINE_STEP);
  return {...one, own: {rows: runsOf(shape, transform, {...options, ...grid}), grid}};
}

export const isNamed = ({area, region}: Seen): boolean =>
  region.texts.length > 0 &&
  (area >= LEAST || (region.at !== undefined && boxedArea(region) >= LEAST_ISLANDS));

/** How much the boxes around the rings of a region cover, in square pixels of the view. */
function boxedArea({shape: {boxes}, transform: {scale}}: MapRegion): number {
  let area = 0;
  for (let i = 0; i < boxes.length; i += 4)
    area += (f64(boxes, i + 2) - f64(boxes, i)) * (f64(boxes, i + 3) - f64(boxes, i + 1));
  return area * scale ** 2;
}

/** Every region in view, row by row. */
export function landOf(seen: readonly Seen[]): Rows {
  const count = Math.max(0, ...seen.map(({rows}) => rows.length));
  return Array.from({length: count}, (_, row) => seen.flatMap(({rows}) => rows[row] ?? []));
}

/** Of a region on both edges of the world only the larger part is named. */
export function withoutCopies(seen: readonly Seen[]): readonly Seen[] {
  const largest = new Map<string, number>();
  for (const {region, area} of seen) largest.set(region.id, Math.max(area, largest.get(region.id) ?? 0));
  return seen.filter(({region, area}) => area >= (largest.get(region.id) ?? 0) * SAME);
}

/** The regions that are to be named, each with its copies. */
export function largestOf(seen: readonly Seen[]): readonly Seen[] {
  const ids = new Set<string>();
  return seen.filter(({region: {id}}) => {
    if (ids.size < LARGEST) ids.add(id);
    return ids.has(id);
  });
}

/** The point of a region that is surely inside it, in the view. */
export function pointIn({at, transform: {scale, dx, dy}}: MapRegion) {
  return at && {x: at[0] * scale + dx, y: at[1] * scale + dy};
}
