import type {Fold, TimeScale} from './types.js';

/** Height and minimum width of a button, in pixels. */
const BUTTON = 24;
/** Padding of a button, and its sign with a gap, in pixels. */
const PADDING = 6;
const SIGN = 18;
/** Gap between two buttons, in pixels, and how often each pair is pushed apart. */
const GAP = 6;
const ROUNDS = 30;
/** A button is pushed aside by no more than this share of its width: words whose end alone is below a fold seem another's. */
const ASIDE = 0.3;

/** A fold in view, folded or not, and its button. Positions are along time, from the start of the drawing. */
export interface FoldPlace {
  readonly fold: Fold;
  readonly isFolded: boolean;
  /** The extent of the fold, or of the whole gap when it is unfolded; clipped to the range. */
  readonly from: number;
  readonly to: number;
  /** The button: its left edge and width, and its text, which may be empty. */
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

export interface FoldPlaceOptions {
  /** Width of the drawing in pixels. */
  readonly width: number;
  readonly measure: (text: string) => number;
  /** The texts of a button, the longest first. */
  readonly texts: (fold: Fold) => readonly string[];
}

/**
 * Places the buttons of folds below an axis, within the drawing: each below the middle of its fold or a little beside
 * that, and all with the longest texts with which they do not overlap.
 */
export function placeFolds(
  folds: readonly Fold[],
  scale: TimeScale,
  {width, measure, texts}: FoldPlaceOptions,
): readonly FoldPlace[] {
  const folded = new Set(scale.folds().map(({gap}) => gap.start));
  const [first, last] = scale.range();
  const inView = folds.flatMap((fold) => {
    const isFolded = folded.has(fold.gap.start);
    const {start, end} = isFolded ? fold : fold.gap;
    const from = Math.max(scale(start), first);
    const to = Math.min(scale(end), last);
    return from < to ? [{fold, isFolded, from, to, texts: texts(fold)}] : [];
  });
  for (let level = 0; ; level++) {
    const named = inView.map(({texts: all, ...place}) => {
      const text = all[level] ?? '';
      return {...place, text, width: text === '' ? BUTTON : measure(text) + SIGN + 2 * PADDING};
    });
    const rest = named.map(({from, to, width: size}) =>
      Math.max(0, Math.min((from + to - size) / 2, width - size)),
    );
    const xs = keepApart(rest, named, width);
    const fits = named.every(({width: size}, i) => {
      const x = xs[i] ?? 0;
      return Math.abs(x - (rest[i] ?? 0)) <= ASIDE * size && x + size <= (xs[i + 1] ?? Infinity);
    });
    if (fits || inView.every(({texts: all}) => level >= all.length))
      return named.map((place, i) => ({...place, x: xs[i] ?? 0}));
  }
}

/** The left edges of boxes, pushed apart from where they rest where they overlap. */
function keepApart(
  rest: readonly number[],
  boxes: readonly {readonly width: number}[],
  limit: number,
): readonly number[] {
  const clamp = (x: number, i: number) => Math.max(0, Math.min(x, limit - (boxes[i]?.width ?? 0)));
  const xs = [...rest];
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 1; i < xs.length; i++) {
      const [before, x] = [xs[i - 1] ?? 0, xs[i] ?? 0];
      const overlap = before + (boxes[i - 1]?.width ?? 0) + GAP - x;
      if (overlap <= 0) continue;
      xs[i - 1] = clamp(before - overlap / 2, i - 1);
      xs[i] = clamp(x + overlap / 2, i);
    }
  }
  return xs;
}
