import {Bits} from '../arrays/index.js';
import {type Dataset, EMPTY_DATASET, rowIndex} from '../dataset/index.js';
import {type Bounds, isMapPosition} from '../geo/index.js';
import {FLAG, placesWithin, rowsAt, rowsWhere, Shown, searchRows, tableOf} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {indexOf} from './select.js';
import type {Action, Counts, Filters, Snapshot, Store, StoreOptions, View} from './types.js';

const NO_FILTERS: Filters = Object.freeze({
  categories: Object.freeze([]) as readonly string[],
  actors: Object.freeze([]) as readonly string[],
  places: Object.freeze([]) as readonly string[],
  text: '',
});

const plainDescribe = ({counts}: View) => `${counts.shown} of ${counts.events} events`;

/** Rows that filters and the map's extent leave; null for all. */
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
  for (const {actor, event} of dataset.figures) {
    const row = event !== undefined && actors.includes(actor) ? table.rowOf(event) : -1;
    if (row >= 0) rows.set(row);
  }
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

/** Small plain objects, written alike: an infinite end, alone written as null, is like no finite one. */
const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A copy of the lists, so that what the caller does with theirs later changes nothing here. */
function mergeFilters(filters: Filters, wanted: Partial<Filters>): Filters {
  const list = (key: 'categories' | 'actors' | 'places') =>
    Object.freeze([...new Set(wanted[key] ?? filters[key])]);
  return Object.freeze({
    categories: list('categories'),
    actors: list('actors'),
    places: list('places'),
    text: wanted.text ?? filters.text,
  });
}

/** Filters without the ids that a dataset does not have: they would hide all of it. */
function knownFilters(filters: Filters, dataset: Dataset): Filters {
  const index = indexOf(dataset);
  const known = mergeFilters(filters, {
    categories: filters.categories.filter((id) => index.category.has(id)),
    actors: filters.actors.filter((id) => index.actor.has(id)),
    places: filters.places.filter((id) => index.place.has(id)),
  });
  return same(known, filters) ? filters : known;
}

const isRange = ({start, end}: Interval) => start < end;
const isAll = ({start, end}: Interval) => start === -Infinity && end === Infinity;
const isExtent = ({west, south, east, north}: Bounds) =>
  [west, south, east, north].every(Number.isFinite) && south <= north;

const boxOf = ({west, south, east, north}: Bounds): Bounds => Object.freeze({west, south, east, north});

/** The next view, or the same one when the request changes nothing. */
function reduce(view: View, action: Action): View {
  switch (action.type) {
    case 'select':
      return action.id === view.selected ||
        (action.id !== null && !indexOf(view.dataset).event.has(action.id))
        ? view
        : {...view, selected: action.id};
    case 'range': {
      if (action.range && !isRange(action.range)) return view;
      const range = action.range && !isAll(action.range) ? action.range : null;
      return same(range, view.range)
        ? view
        : derive({...view, range: range && Object.freeze({start: range.start, end: range.end})}, view);
    }
    case 'extent': {
      if (action.extent && !isExtent(action.extent)) return view;
      const extent = action.extent && boxOf(action.extent);
      return same(extent, view.extent) ? view : derive({...view, extent});
    }
    case 'filter': {
      const filters = mergeFilters(view.filters, action.filters);
      return same(filters, view.filters) ? view : derive({...view, filters});
    }
    case 'map': {
      const {map} = action;
      if ((map && !isMapPosition(map)) || same(map, view.map)) return view;
      // One that nobody can change is kept itself: a map knows its own.
      return {...view, map: map && !Object.isFrozen(map) ? Object.freeze({...map}) : map};
    }
    case 'allow': {
      const hosts = Object.freeze([...new Set([...view.hosts, ...action.hosts])]);
      return hosts.length === view.hosts.length ? view : {...view, hosts};
    }
    case 'locale':
      return action.locale === view.locale ? view : {...view, locale: action.locale};
    case 'loading':
      return view.status === 'loading' ? view : {...view, status: 'loading', failure: null};
    case 'fail':
      return view.status === 'error' && same(view.failure, action.failure)
        ? view
        : {...view, status: 'error', failure: Object.freeze({...action.failure})};
    case 'load': {
      const {dataset, issues, progress = null} = action;
      const isSame = dataset === view.dataset && issues === view.issues && progress === view.progress;
      if (view.status === 'ready' && isSame) return view;
      const selected =
        view.selected !== null && indexOf(dataset).event.has(view.selected) ? view.selected : null;
      const filters = knownFilters(view.filters, dataset);
      const next = {
        ...view,
        dataset,
        issues,
        progress,
        selected,
        filters,
        status: 'ready',
        failure: null,
      } as const;
      return derive({...next, events: tableOf(dataset)});
    }
  }
}

/** What follows from the rest. `before`: the view that it was, of which what still holds is kept. */
function derive(view: View, before?: View): View {
  const {dataset, extent, filters, events, range} = view;
  const holds = before?.dataset === dataset && same(before.extent, extent) && same(before.filters, filters);
  const matches = holds ? before.shown.matches : matchesOf(dataset, extent, filters);
  const shown = new Shown(events, matches, range, before?.shown);
  return {...view, shown, counts: Object.freeze(countsOf(dataset, shown))};
}

/** A store for one story. The dataset may be empty (`EMPTY_DATASET`) and loaded later. */
export function createStore(dataset: Dataset = EMPTY_DATASET, options: StoreOptions = {}): Store {
  const describe = options.describe ?? plainDescribe;
  const listeners = new Set<() => void>();
  const nothing = tableOf(EMPTY_DATASET);
  const finish = (view: View): Snapshot => Object.freeze({...view, summary: describe(view)});

  let snapshot = finish({
    ...reduce(
      {
        dataset,
        status: 'idle',
        failure: null,
        issues: [],
        locale: options.locale ?? dataset.language,
        selected: null,
        range: null,
        extent: null,
        filters: NO_FILTERS,
        map: null,
        hosts: Object.freeze([]),
        progress: null,
        events: nothing,
        shown: new Shown(nothing, null, null),
        counts: {events: 0, shown: 0, disputed: 0, undated: 0, unplaced: 0, uncited: 0},
      },
      {type: 'load', dataset, issues: options.issues ?? []},
    ),
    status: dataset === EMPTY_DATASET ? 'idle' : 'ready',
  });

  return {
    get snapshot() {
      return snapshot;
    },
    dispatch(action) {
      const next = reduce(snapshot, action);
      if (next === snapshot) return;
      snapshot = finish(next);
      // One that fails must not keep the others from hearing; who dispatched hears of it in the end.
      const errors: unknown[] = [];
      for (const listener of [...listeners]) {
        if (!listeners.has(listener)) continue;
        try {
          listener();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 1) throw new AggregateError(errors, 'Several listeners of the store failed.');
      if (errors.length === 1) throw errors[0];
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
