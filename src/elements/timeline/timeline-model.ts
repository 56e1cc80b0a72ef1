import type {Bar, TimelineItem, TimelineSource} from '../../core/layout/index.js';
import {memoizeByKey} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {eventName, plainText} from '../../words/index.js';

/** As many events as a tray names. */
export const LISTED = 50;
/** How many items are kept that were read to be drawn. */
const KEPT = 5000;

/** The events of a story as what a timeline draws: lanes by category, items read when they are drawn. */
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
    item: memoizeByKey((row) => row, read, KEPT),
    // What has no date is not on the timeline.
    rowOf: (id) => {
      const row = events.rowOf(id);
      return row < events.dated ? row : -1;
    },
  };
}

/** What is said of an event that the keys come to. */
export function nameOf(id: string, snapshot: Snapshot): string {
  const event = indexOf(snapshot.dataset).event.get(id);
  return event ? eventName(event, snapshot) : '';
}

/** How many of the events in a bar the filters and the map leave. */
export function shownIn(bar: Bar, {shown: {matches}}: Snapshot): number {
  if (!matches) return bar.count;
  let count = 0;
  for (const row of bar.rows()) if (matches.has(row)) count++;
  return count;
}

/** Of a bar that opens as a list: how many of its events are disputed. Longer ones hold more than a sign can say. */
export function disputedIn(bar: Bar, {dataset}: Snapshot): number {
  if (bar.count > LISTED) return 0;
  const {isDisputed} = indexOf(dataset);
  return bar.rows().reduce((count, row) => count + Number(isDisputed(row)), 0);
}

/** Whether an event is in a bar. */
export const holds = (bar: Bar, row: number, {events}: Snapshot): boolean => {
  const {start, end} = events.interval(row) ?? {start: Number.NaN, end: 0};
  return start >= bar.interval.start && end <= bar.interval.end && bar.rows().includes(row);
};
