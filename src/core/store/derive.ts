import {Bits} from '../arrays/index.js';
import {type Dataset, rowIndex} from '../dataset/index.js';
import type {Bounds} from '../geo/index.js';
import {
  FLAG,
  figureRowsOf,
  placesWithin,
  rowsAt,
  rowsWhere,
  Shown,
  searchRows,
  tableOf,
} from '../table/index.js';
import {same} from './same.js';
import {indexOf} from './select.js';
import type {Counts, Filters, View} from './types.js';

/** The rows that pass the filters and the map's extent; null when neither is set. */
function matchesOf(dataset: Dataset, extent: Bounds | null, filters: Filters): Bits | null {
  const table = tableOf(dataset);
  const {categories, actors, places, text} = filters;
  const tests: Bits[] = [];
  if (extent) tests.push(rowsAt(table, placesWithin(dataset, extent)));
  if (places.length > 0) {
    const wanted = new Bits(dataset.places.length);
    for (const id of places) wanted.set(rowIndex(dataset.places, id));
    tests.push(rowsAt(table, wanted));
  }
  if (categories.length > 0) {
    const numbers = dataset.categories.map(({id}) => categories.includes(id));
    tests.push(rowsWhere(table, (row) => numbers[table.columns.category[row] ?? 0] === true));
  }
  if (actors.length > 0) tests.push(rowsOfActors(dataset, actors));
  if (text.trim()) tests.push(searchRows(table, text));
  const [first, ...rest] = tests;
  for (const each of rest) first?.and(each);
  return first ?? null;
}

/** Rows with a figure that one of the actors claims. */
function rowsOfActors(dataset: Dataset, actors: readonly string[]): Bits {
  const table = tableOf(dataset);
  const rows = new Bits(table.size);
  for (const [i, row] of figureRowsOf(table).entries())
    if (row >= 0 && actors.includes(dataset.figures[i]?.actor ?? '')) rows.set(row);
  return rows;
}

function countsOf(dataset: Dataset, shown: Shown): Counts {
  const table = tableOf(dataset);
  let disputed = 0;
  for (const row of indexOf(dataset).disputed) if (shown.hasRow(row)) disputed++;
  return {
    events: table.size,
    shown: shown.size,
    disputed,
    undated: table.size - table.dated,
    unplaced: table.size - table.flagged(FLAG.placed).length,
    uncited: table.size - table.flagged(FLAG.cited).length,
  };
}

/** The fields that derived state depends on. */
const SOURCES = ['events', 'range', 'extent', 'filters'] as const;

/** Adds the derived state: the shown events and the counts. Reuses what is still valid of the previous view. */
export function derive(view: View, before: View): View {
  if (SOURCES.every((key) => view[key] === before[key])) return view;
  const {dataset, extent, filters, events, range} = view;
  const holds = before.dataset === dataset && same(before.extent, extent) && same(before.filters, filters);
  const matches = holds ? before.shown.matches : matchesOf(dataset, extent, filters);
  const shown = new Shown(events, matches, range, before.shown);
  return {...view, shown, counts: Object.freeze(countsOf(dataset, shown))};
}
