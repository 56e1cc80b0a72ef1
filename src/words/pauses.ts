import type {StoryEvent} from '../core/dataset/index.js';
import {civilOf, type EdtfDate, type Instant, instantOf, type PartialDate} from '../core/time/index.js';
import {formatDuration, messages} from '../i18n/index.js';

type Dated = Pick<StoryEvent, 'when' | 'interval'>;

const DAY = 86_400_000;

/** The months that a date leaves open: 0 where it names a day. */
function grainOf({unit, year, yearUnspecified, significantDigits, exponent}: PartialDate): number {
  if (unit === 'season') return 3;
  if (unit === 'month') return 1;
  if (unit !== 'year') return 0;
  const digits = String(Math.abs(year)).length;
  const open = Math.max(
    yearUnspecified ?? 0,
    exponent ?? 0,
    significantDigits ? digits - significantDigits : 0,
  );
  return 12 * 10 ** open;
}

/** The date at an end of what is known of an event; undefined where that end is open or unknown. */
function edgeOf(when: EdtfDate, edge: 'start' | 'end'): PartialDate | undefined {
  if (when.kind === 'date') return when;
  const at = when[edge];
  return typeof at === 'string' ? undefined : at;
}

/** A date and when it begins. */
interface Edge {
  readonly date: PartialDate;
  readonly at: Instant;
}

/** What an event is later than: another event, or its end where that is an interval's that is over by then. */
function edgeBefore(before: Dated, after: Dated): Edge | undefined {
  const {when, interval} = before;
  if (!when || !interval || !after.interval) return undefined;
  const isOver = when.kind === 'interval' && interval.end <= after.interval.start;
  const date = edgeOf(when, isOver ? 'end' : 'start');
  return date && {date, at: isOver ? interval.end - Math.max(1, grainOf(date) * 30 * DAY) : interval.start};
}

function edgeAfter({when, interval}: Dated): Edge | undefined {
  const date = when && edgeOf(when, 'start');
  return date && interval && {date, at: interval.start};
}

/** The middle of a date, in months. */
function monthOf({date, at}: Edge): number {
  const {year, month, day} = civilOf(at);
  return year * 12 + month + (grainOf(date) / 2 || day / 31);
}

/**
 * How much later an event is than another, never more precise than their dates: "4 months later". Empty where that is
 * less than the dates leave open.
 */
export function pauseWords(before: Dated, after: Dated, locale: string): string {
  const [from, to] = [edgeBefore(before, after), edgeAfter(after)];
  if (!from || !to) return '';
  const isAbout = [from.date, to.date].some(({approximate, uncertain}) => approximate || uncertain);
  const say = (duration: string) => messages(locale).later(duration, isAbout);
  const grain = Math.max(grainOf(from.date), grainOf(to.date));
  if (grain === 0) {
    const length = {start: from.at, end: to.at};
    return length.end - length.start < DAY ? '' : say(formatDuration(length, locale));
  }
  const count = Math.round((monthOf(to) - monthOf(from)) / grain) * grain;
  if (count < grain) return '';
  // The calendar of the count alone: which days it began and ended with is not known.
  const length = {start: instantOf(2000), end: instantOf(2000 + Math.floor(count / 12), 1 + (count % 12))};
  return say(formatDuration(length, locale, grain < 12 ? 'month' : 'year'));
}
