import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {type EventTable, FLAG} from '../../core/table/index.js';

/** The numbers of the categories that are on the map, by events with a place, shapes or routes. */
export const categoriesOnMap = memoize((table: EventTable): readonly number[] => {
  const {dataset, columns, size} = table;
  const all = dataset.categories.map(({id}) => id);
  const used = new Set(
    [...dataset.shapes, ...dataset.routes].map(({category = ''}) => all.indexOf(category)),
  );
  for (let row = 0; row < size; row++) if (table.has(row, FLAG.placed)) used.add(columns.category[row] ?? -1);
  return all.flatMap((_, number) => (used.has(number) ? [number] : []));
});

/** Whether there is a line for what the marks mean. */
export const hasLegend = (legend: 'auto' | 'none', {events}: Snapshot): boolean =>
  legend !== 'none' && categoriesOnMap(events).length > 1;
