import {lowerBound, upperBound} from '../arrays/index.js';
import {memoize} from '../memo/index.js';
import type {Spans} from '../table/index.js';
import {civilOf, daysFromCivil, type Instant, type Interval, instantOf} from '../time/index.js';

/** What time is played by. */
export type PlayUnit = 'event' | 'hour' | 'day' | 'week' | 'month' | 'year';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Up to so many moments a story is played from event to event, unless its author says otherwise. */
const FEW = 30;
/** And otherwise by the finest unit that has no more stops than this. */
const MOST = 200;
/** The window from event to event: this share of the whole. */
const SHARE = 0.1;

/** The stops of a story that is played: the periods in which something begins. Time without events has none. */
export interface PlayStops {
  readonly unit: PlayUnit;
  readonly size: number;
  /** When the first begins; that of the whole. */
  readonly start: Instant;
  /** The window at a position: at a stop, or between two of them. */
  windowAt(position: number): Interval;
  /** What a stop is called by: its period, or when its event was. */
  periodAt(index: number): Interval;
  /** The last stop that has begun at an instant; 0 before all. */
  indexAt(at: Instant): number;
}

/** A period of the calendar: where it starts, and where the next one does. */
type Period = (at: Instant) => Interval;

const regular =
  (length: number, from = 0): Period =>
  (at) => {
    const start = Math.floor((at - from) / length) * length + from;
    return {start, end: start + length};
  };

const monthAt: Period = (at) => {
  const {year, month} = civilOf(at);
  return {
    start: instantOf(year, month),
    end: month === 12 ? instantOf(year + 1) : instantOf(year, month + 1),
  };
};

const yearsAt =
  (count: number): Period =>
  (at) => {
    const first = Math.floor(civilOf(at).year / count) * count;
    return {start: instantOf(first), end: instantOf(first + count)};
  };

const PERIODS: Readonly<Record<Exclude<PlayUnit, 'event'>, Period>> = {
  hour: regular(HOUR),
  day: regular(DAY),
  // Weeks begin on Monday, as in ISO 8601.
  week: regular(7 * DAY, daysFromCivil(1970, 1, 5) * DAY),
  month: monthAt,
  year: yearsAt(1),
};

/** From the finest: hours to years, then tens of years and so on. */
const LADDER: readonly (readonly [PlayUnit, Period])[] = [
  ...(Object.entries(PERIODS) as [PlayUnit, Period][]),
  ...Array.from({length: 10}, (_, i): [PlayUnit, Period] => ['year', yearsAt(10 ** (i + 1))]),
];

/** The stops in which something begins, no more than `most`. */
function periodsOf({start}: Spans, period: Period, most = Infinity): Interval[] {
  const periods: Interval[] = [];
  let i = lowerBound(start, -Number.MAX_VALUE);
  while (i < start.length && periods.length < most) {
    const at = start[i] as number;
    const {start: from, end} = period(at);
    periods.push({start: from, end});
    // In deep time a period may be shorter than what float64 tells apart.
    i = Math.max(lowerBound(start, end, i), i + 1);
  }
  return periods;
}

/** Each moment at which something begins, until the shortest event that does has ended. */
function momentsOf({start, end}: Spans, most = Infinity): Interval[] {
  const moments: Interval[] = [];
  let i = lowerBound(start, -Number.MAX_VALUE);
  while (i < start.length && moments.length < most) {
    const at = start[i] as number;
    let until = Infinity;
    for (; i < start.length && start[i] === at; i++) until = Math.min(until, end[i] as number);
    moments.push({start: at, end: until});
  }
  return moments;
}

const lerp = (from: number, to: number, share: number) => from + (to - from) * share;

function stopsOf(unit: PlayUnit, periods: readonly Interval[], windows: readonly Interval[]): PlayStops {
  const starts = Float64Array.from(periods, ({start}) => start);
  return {
    unit,
    size: periods.length,
    start: starts[0] ?? 0,
    windowAt(position) {
      const index = Math.min(Math.max(Math.floor(position), 0), windows.length - 1);
      const [from, to] = [windows[index] as Interval, windows[index + 1]];
      const share = position - index;
      if (!to || share <= 0) return from;
      return {start: lerp(from.start, to.start, share), end: lerp(from.end, to.end, share)};
    },
    periodAt: (index) => periods[index] as Interval,
    indexAt: (at) => Math.max(0, upperBound(starts, at) - 1),
  };
}

/** From event to event: the window has one length, and ends with the event, before the next begins. */
function byEvent(moments: readonly Interval[]): PlayStops {
  const ends = moments.map(({start, end}, i) => {
    const next = moments[i + 1]?.start ?? Infinity;
    const last = Math.min(end, next);
    return Number.isFinite(last) ? last : start + 1;
  });
  const [first] = moments;
  const whole = (ends.at(-1) ?? 0) - (first?.start ?? 0);
  const length = Math.max(whole * SHARE, (ends[0] ?? 0) - (first?.start ?? 0));
  return stopsOf(
    'event',
    moments,
    ends.map((end) => ({start: end - length, end})),
  );
}

const byPeriod = (unit: PlayUnit, periods: readonly Interval[]) => stopsOf(unit, periods, periods);

/**
 * From event to event where they are few; otherwise by the finest unit with at most 200 stops. One that divides the
 * events no more than the next does is finer than their dates.
 */
function fitting(spans: Spans): PlayStops {
  const moments = momentsOf(spans, FEW + 1);
  if (moments.length <= FEW) return byEvent(moments);
  const found = LADDER.map(([unit, period]) => ({unit, periods: periodsOf(spans, period, MOST + 1)}));
  const best = found.find(
    ({periods}, i) => periods.length <= MOST && periods.length > (found[i + 1]?.periods.length ?? Infinity),
  );
  return best ? byPeriod(best.unit, best.periods) : byEvent(momentsOf(spans));
}

const stopsBy: Readonly<Record<PlayUnit | 'auto', (spans: Spans) => PlayStops>> = {
  auto: memoize(fitting),
  event: memoize((spans: Spans) => byEvent(momentsOf(spans))),
  hour: memoize((spans: Spans) => byPeriod('hour', periodsOf(spans, PERIODS.hour))),
  day: memoize((spans: Spans) => byPeriod('day', periodsOf(spans, PERIODS.day))),
  week: memoize((spans: Spans) => byPeriod('week', periodsOf(spans, PERIODS.week))),
  month: memoize((spans: Spans) => byPeriod('month', periodsOf(spans, PERIODS.month))),
  year: memoize((spans: Spans) => byPeriod('year', periodsOf(spans, PERIODS.year))),
};

/** The stops of the intervals of a story by a unit; by one that fits when it is another word, or none. */
export const playStops = (spans: Spans, by: string | undefined): PlayStops =>
  stopsBy[by !== undefined && Object.hasOwn(stopsBy, by) ? (by as PlayUnit) : 'auto'](spans);
