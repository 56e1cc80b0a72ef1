import type {Rows} from './region-parts.js';
import type {Run} from './region-runs.js';
import type {Box} from './types.js';

/** The rows of a view that are looked at: one at `top`, others `step` pixels apart. */
export interface RowGrid {
  readonly top: number;
  readonly step: number;
}

/** A row in which a line of text has its middle inside its region, and from where to where it is inside on all of its height. */
export interface Spot extends Run {
  readonly y: number;
}

/** For each run, what of it is inside the region in `reach` rows above and below too. */
export function spotsOf(rows: Rows, {top, step}: RowGrid, reach: number): readonly Spot[] {
  return rows.flatMap((runs, row) =>
    runs.flatMap((run): readonly Spot[] => {
      let {start, end} = run;
      for (let away = 1; away <= reach; away++) {
        for (const near of [rows[row - away], rows[row + away]]) {
          const other = widest(near ?? [], start, end);
          if (!other) return [];
          start = Math.max(start, other.start);
          end = Math.min(end, other.end);
        }
      }
      return [{start, end, y: top + row * step}];
    }),
  );
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

/** The middle of all that rows cover. */
export function middleOf(rows: Rows, {top, step}: RowGrid): {readonly x: number; readonly y: number} {
  let [x, y, sum] = [0, 0, 0];
  for (const [row, runs] of rows.entries()) {
    for (const {start, end} of runs) {
      const length = end - start;
      sum += length;
      x += ((start + end) / 2) * length;
      y += (top + row * step) * length;
    }
  }
  return {x: x / sum, y: y / sum};
}

/** How much of a box's width rows cover, on average. */
export function coveredWidth(rows: Rows, {x, y, width, height}: Box, {top, step}: RowGrid): number {
  let [covered, count] = [0, 0];
  for (let row = Math.ceil((y - top) / step); row * step + top < y + height; row++) {
    count++;
    for (const {start, end} of rows[row] ?? [])
      if (start < x + width && end > x) covered += Math.min(end, x + width) - Math.max(start, x);
  }
  return count > 0 ? covered / count : 0;
}
