import type {Run} from './region-runs.js';

/** Where a region is in view, row by row. */
export type Rows = readonly (readonly Run[])[];

/** A part smaller than this share of the largest one does not bear the name. */
const SHARE = 0.3;

interface Part {
  size: number;
  /** The part that this one has turned out to belong to. */
  within?: Part;
}

function whole(part: Part): Part {
  let found = part;
  while (found.within) found = found.within;
  return found;
}

/**
 * The runs of a region's largest part in view, and of those that are nearly as large: a name stands on the mainland and
 * not on an island far off. `sizeOf` says how much a pixel of a row counts.
 */
export function mainParts(rows: Rows, sizeOf: (row: number) => number): Rows {
  let above: readonly (readonly [Run, Part])[] = [];
  const partOf = new Map<Run, Part>();
  for (const [row, runs] of rows.entries()) {
    const size = sizeOf(row);
    const own = runs.map((run): readonly [Run, Part] => {
      const part: Part = {size: (run.end - run.start) * size};
      for (const [other, of] of above) {
        if (other.end < run.start || other.start > run.end) continue;
        const root = whole(of);
        if (root === part) continue;
        part.size += root.size;
        root.within = part;
      }
      partOf.set(run, part);
      return [run, part];
    });
    above = own;
  }
  const sizes = [...partOf.values()].map((part) => whole(part).size);
  const least = Math.max(0, ...sizes) * SHARE;
  return rows.map((runs) => runs.filter((run) => whole(partOf.get(run) as Part).size >= least));
}
