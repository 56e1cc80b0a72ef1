/** Milliseconds since 1970-01-01T00:00 on the proleptic Gregorian calendar, float64. Civil time unless said. */
export type Instant = number;

/** Half-open: `start <= t < end`. `-Infinity` and `Infinity` for open or unknown ends. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'season' | 'year';

/** One EDTF date, at the precision it was written with. Absent fields were not given. */
export interface PartialDate {
  readonly kind: 'date';
  /** The finest unit that was given. */
  readonly unit: TimeUnit;
  /** Astronomical year: 0 is 1 BCE, -300 is 301 BCE. With `X` digits: the first year of the span. */
  readonly year: number;
  /** 1 to 12, or undefined when absent or unspecified (`XX`). */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter. */
  readonly season?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Digits of a fraction of the second, as written: `5` for `10:00:00.5`. */
  readonly fraction?: string;
  /** Offset from UTC in minutes, when one was written (`Z` is 0). */
  readonly offset?: number;
  /** Number of last digits of the year that are `X`: 1 for `202X`, 2 for `19XX`. */
  readonly yearUnspecified?: number;
  /** `XX` was written for the month or the day (`2024-XX`, `2024-07-XX`, `2024-XX-XX`). */
  readonly monthUnspecified?: boolean;
  readonly dayUnspecified?: boolean;
  /** Level 2, `Y-17E7`: the exponent as written; `year` already includes it. */
  readonly exponent?: number;
  /** Level 2, `1950S2`: number of significant digits of the year. */
  readonly significantDigits?: number;
  /** `?` or `%`. */
  readonly uncertain?: boolean;
  /** `~` or `%`. */
  readonly approximate?: boolean;
}

/** `start/end`; an end may be open (`..`) or unknown (empty). */
export interface PartialInterval {
  readonly kind: 'interval';
  readonly start: PartialDate | 'open' | 'unknown';
  readonly end: PartialDate | 'open' | 'unknown';
}

export type EdtfDate = PartialDate | PartialInterval;
