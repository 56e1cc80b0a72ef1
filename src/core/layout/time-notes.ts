/** Gap between two notes, in pixels. */
const GAP = 8;
/** Words take no more than this share of the axis: others want room, too. */
const MOST = 0.5;
/** Width of the number that stands for a note without room. */
const BADGE = 20;

/** A note at a time, in pixels along the axis. */
export interface TimeNote {
  readonly id: string;
  readonly from: number;
  /** The end of a span; as `from` for a moment. */
  readonly to: number;
  /** Width of its words. */
  readonly width: number;
}

export interface PlacedTimeNote {
  readonly id: string;
  /** What of it is in view. */
  readonly from: number;
  readonly to: number;
  /** Where its words, or its number, begin, and how wide they are. */
  readonly x: number;
  readonly width: number;
  /** Counted from the plot on; -1 where not even a number has room. */
  readonly row: number;
  readonly isNumbered: boolean;
}

interface TimeNoteOptions {
  /** The plot, in pixels. */
  readonly start: number;
  readonly end: number;
  /** How many rows there may be. */
  readonly rows: number;
}

/**
 * Places notes in rows above a plot, as flags: each begins where its time does, and a line leads from there to the plot,
 * past all others. One without room becomes a number. Those that are out of view are left out.
 */
export function layoutTimeNotes(
  notes: readonly TimeNote[],
  {start, end, rows}: TimeNoteOptions,
): readonly PlacedTimeNote[] {
  const seen = notes.filter(({from, to}) => to >= start && from <= end);
  const placed: PlacedTimeNote[] = [];
  // From the latest on: a flag is then farther from the plot than those that begin above it.
  for (const note of seen.toSorted((a, b) => b.from - a.from || b.to - a.to)) {
    const from = Math.max(note.from, start);
    const to = Math.min(Math.max(note.to, from), end);
    const tried = [false, true].map((isNumbered) => {
      const width = isNumbered ? BADGE : note.width;
      const x = Math.max(start, Math.min(from, end - width));
      // Words that reach back from their time would stand on the lines of others, which then had not even a number.
      const isOver = seen.some((other) => other.from < from && Math.max(other.from, start) > x - GAP / 2);
      const most = isNumbered ? end - start : isOver ? 0 : (end - start) * MOST;
      return {
        id: note.id,
        from,
        to,
        x,
        width,
        isNumbered,
        row: width <= most ? rowOf(from, x, width, placed) : rows,
      };
    });
    const found = tried.find(({row}) => row < rows);
    placed.push(found ?? {id: note.id, from, to, x: from, width: 0, row: -1, isNumbered: true});
  }
  return placed.reverse();
}

/** The first row in which nothing is covered: no words, and no line to the plot. */
function rowOf(from: number, x: number, width: number, placed: readonly PlacedTimeNote[]): number {
  let row = 0;
  for (const other of placed) {
    const isBeside = other.x < x + width + GAP && other.x + other.width + GAP > x;
    const isUnderLine = other.from >= x - GAP && other.from <= x + width + GAP;
    if (other.row >= 0 && (isBeside || isUnderLine)) row = Math.max(row, other.row + 1);
  }
  // Its own line may not go through the words of others.
  const isCrossing = placed.some(
    (other) => other.row >= 0 && other.row < row && other.x - GAP / 2 < from && other.x + other.width > from,
  );
  return isCrossing ? Infinity : row;
}
