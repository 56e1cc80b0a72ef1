import type {StoryEvent} from '../dataset/index.js';
import type {PartialDate} from '../time/index.js';

/**
 * Events under one heading of a list; `when` is null for undated events, and within a year for those without a month.
 */
export interface ListGroup {
  /** Derived from `when`; empty without it. */
  readonly id: string;
  readonly when: PartialDate | null;
  readonly events: readonly StoryEvent[];
}

/** A year or unspecified years (`202X`), with its months and seasons. */
export interface ListYear extends ListGroup {
  readonly months: readonly ListGroup[];
}

function groupBy(
  events: readonly StoryEvent[],
  headOf: (event: StoryEvent) => PartialDate | null,
): readonly ListGroup[] {
  const groups = new Map<string, {id: string; when: PartialDate | null; events: StoryEvent[]}>();
  for (const event of events) {
    const when = headOf(event);
    const id = when ? JSON.stringify(when) : '';
    const group = groups.get(id) ?? {id, when, events: []};
    groups.set(id, group);
    group.events.push(event);
  }
  return [...groups.values()];
}

/** The date that an event is grouped by: its start, or its end when the start is open or unknown. */
function filedUnder({when}: StoryEvent): PartialDate | null {
  if (!when) return null;
  if (when.kind === 'date') return when;
  const end = typeof when.start === 'string' ? when.end : when.start;
  return typeof end === 'string' ? null : end;
}

/** Groups events by year and month, at the precision of their dates, in the given order. */
export function groupByMonth(events: readonly StoryEvent[]): readonly ListYear[] {
  const years = groupBy(events, (event) => {
    const date = filedUnder(event);
    if (!date) return null;
    const {year, yearUnspecified, significantDigits} = date;
    return {
      kind: 'date',
      unit: 'year',
      year,
      ...(yearUnspecified && {yearUnspecified}),
      ...(significantDigits && {significantDigits}),
    };
  });
  return years.map((year) => ({
    ...year,
    months: groupBy(year.events, (event) => {
      const date = filedUnder(event);
      if (date?.season) return {kind: 'date', unit: 'season', year: date.year, season: date.season};
      if (date?.month) return {kind: 'date', unit: 'month', year: date.year, month: date.month};
      return null;
    }),
  }));
}
