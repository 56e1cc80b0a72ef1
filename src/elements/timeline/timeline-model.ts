import type {Bar, TimelineItem, TimelineSource} from '../../core/layout/index.js';
import {memoizeByKey} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {eventName, plainText} from '../../words/index.js';

/** Maximum number of events listed in a tray. */
export const MAX_LISTED = 50;
/** Size of the cache of items. */
const CACHE_SIZE = 5000;

/** Makes the timeline source of a story: lanes by category, items read on demand. */
export function sourceOf(snapshot: Snapshot): TimelineSource {
  const {dataset, events, locale} = snapshot;
  const {categories} = dataset;
  const read = (row: number): TimelineItem => {
    const event = events.at(row);
    return {
      id: event.id,
      interval: event.interval ?? {start: 0, end: 1},
      lane: event.category ?? '',
      label: plainText(event.title, snapshot),
      approximate: events.has(row, FLAG.approximate),
      uncertain: events.has(row, FLAG.uncertain),
      emphasis: indexOf(dataset).figuresOf.has(event.id) ? 1 : 0,
    };
  };
  return {
    lanes: events.lanes.map((lane, i) => {
      const category = categories[i];
      return category
        ? {id: category.id, label: plainText(category.name, snapshot), lane}
        : {id: '', label: messages(locale).noCategory, lane};
    }),
    spans: events.spans,
    item: memoizeByKey((row) => row, read, CACHE_SIZE),
    // Undated events are not on the timeline.
    rowOf: (id) => {
      const row = events.rowOf(id);
      return row < events.dated ? row : -1;
    },
  };
}

/** Accessible name of an event. */
export function nameOf(id: string, snapshot: Snapshot): string {
  const event = indexOf(snapshot.dataset).event.get(id);
  return event ? eventName(event, snapshot) : '';
}

/** Number of events in a bar that pass filters and extent. */
export function shownIn(bar: Bar, {shown: {matches}}: Snapshot): number {
  if (!matches) return bar.count;
  let count = 0;
  for (const row of bar.rows()) if (matches.has(row)) count++;
  return count;
}

/** Number of disputed events in a bar that opens as a list; 0 for longer ones, where the sign says little. */
export function disputedIn(bar: Bar, {dataset}: Snapshot): number {
  if (bar.count > MAX_LISTED) return 0;
  const {isDisputed} = indexOf(dataset);
  return bar.rows().reduce((count, row) => count + Number(isDisputed(row)), 0);
}

/** Whether an event is in a bar. */
export const holds = (bar: Bar, row: number, {events}: Snapshot): boolean => {
  const {start, end} = events.interval(row) ?? {start: Number.NaN, end: 0};
  return start >= bar.interval.start && end <= bar.interval.end && bar.rows().includes(row);
};
