import {DATASET_SHAPE, type Row} from '../core/dataset/index.js';
import {intervalOf, parseEdtf} from '../core/time/index.js';
import type {Report} from './findings.js';
import {walkShape} from './walk-shape.js';

/** Fewer other dates tell nothing of when a story is. */
const FEWEST_OTHERS = 4;
/** A year this many times as far from the middle of the others as they are is doubtful. */
const TIMES_AS_FAR = 8;
/** Nearer than this no year is doubtful. */
const NEAR = 100;
/** Years that any date may be from the middle of the others. */
const ROOM = 10;
/** Periodicals are dated ahead, but not by more than this, in milliseconds. */
const AHEAD = 100 * 86_400_000;

/** A date as it stands in the file. */
interface Dated {
  readonly text: string;
  readonly path: string;
  /** Of something that has been done, as the publishing of a source: it cannot be later than today. */
  readonly isDone: boolean;
  readonly years: readonly number[];
}

const DONE = /\/(?:published|accessed|updated|corrections\/\d+\/date)$/;

/** The years at the ends of a date that have no more than four digits. */
function yearsOf(text: string): readonly number[] {
  const when = parseEdtf(text);
  if (!when) return [];
  const ends = when.kind === 'date' ? [when] : [when.start, when.end];
  return ends.flatMap((end) => (typeof end === 'object' && end.year > 0 && end.year <= 9999 ? end.year : []));
}

/** When a story is. */
interface Era {
  readonly middle: number;
  /** Median distance from the middle, in years. */
  readonly usual: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function eraOf(dates: readonly Dated[]): Era | undefined {
  if (dates.length <= FEWEST_OTHERS) return undefined;
  const years = dates.flatMap((date) => date.years);
  const middle = median(years);
  return {middle, usual: median(years.map((year) => Math.abs(year - middle)))};
}

const written = (year: number): string => String(year).padStart(4, '0');

/** Years that are written as another one when two neighbouring digits are exchanged, or one is left out. */
function slipsOf(year: number): readonly number[] {
  const digits = written(year);
  const exchanged = [1, 2, 3].map((i) =>
    Number(digits.slice(0, i - 1) + digits[i] + digits[i - 1] + digits.slice(i + 1)),
  );
  if (year >= 1000 || year < 100) return exchanged;
  const left = digits.slice(1);
  const longer = [0, 1, 2, 3].flatMap((i) =>
    Array.from({length: 10}, (_, digit) => Number(`${left.slice(0, i)}${digit}${left.slice(i)}`)),
  );
  return [...exchanged, ...longer];
}

/** The year that is meant by one far from all others, where a usual slip explains it. */
function meantBy(year: number, {middle, usual}: Era): number | undefined {
  if (Math.abs(year - middle) <= Math.max(NEAR, usual * TIMES_AS_FAR)) return undefined;
  const from = (other: number) => Math.abs(other - middle);
  const [nearest = Number.POSITIVE_INFINITY] = slipsOf(year).toSorted((a, b) => from(a) - from(b));
  return from(nearest) <= usual * 2 + ROOM ? nearest : undefined;
}

/**
 * Checks dates for slips of the hand: years far from all others, and what was published, read or corrected in the
 * future.
 *
 * @param today as 2025-12-31
 */
export function reviewDates(tree: Row, today: string, report: Report): void {
  const dates: Dated[] = [];
  walkShape(DATASET_SHAPE, tree, (word, value, _, path) => {
    if ((word !== 'date' && word !== 'when') || typeof value !== 'string') return;
    dates.push({text: value, path, isDone: DONE.test(path), years: yearsOf(value)});
  });
  const [done, told] = [dates.filter(({isDone}) => isDone), dates.filter(({isDone}) => !isDone)];
  const any = eraOf(dates);
  const eras = {done: eraOf(done) ?? any, told: eraOf(told) ?? any};
  const latest = (intervalOf(today)?.start ?? Number.POSITIVE_INFINITY) + AHEAD;
  for (const {text, path, isDone, years} of dates) {
    const era = isDone ? eras.done : eras.told;
    const slip = era && years.map((year) => ({year, meant: meantBy(year, era)})).find(({meant}) => meant);
    if (slip)
      report(
        'year-doubtful',
        'warning',
        path,
        `The year ${written(slip.year)} is far from all other dates of the story.`,
        `If ${slip.meant} is meant, write it.`,
      );
    else if (isDone && (intervalOf(text)?.start ?? 0) > latest)
      report(
        'date-in-future',
        'warning',
        path,
        `"${text}" is later than today, and this has been done already.`,
        'Correct the date, or leave it out.',
      );
  }
}
