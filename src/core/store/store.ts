import {type Dataset, EMPTY_DATASET, type StoryEvent, type Text} from '../dataset/index.js';
import {type Bounds, boundsOf, intersects, padBounds} from '../geo/index.js';
import type {Interval} from '../time/index.js';
import {indexOf} from './select.js';
import type {Action, Counts, Filters, LoadFailure, Snapshot, Store, StoreOptions, View} from './types.js';

const NO_FILTERS: Filters = Object.freeze({
  categories: Object.freeze([]) as readonly string[],
  actors: Object.freeze([]) as readonly string[],
  places: Object.freeze([]) as readonly string[],
  text: '',
});

const plainDescribe = ({counts}: View) => `${counts.shown} of ${counts.events} events`;

/** Text without accents or case, for search. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const allText = (text: Text | undefined) =>
  text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join('\n');

function inTimeOrder(events: readonly StoryEvent[]): readonly StoryEvent[] {
  const at = (event: StoryEvent) => event.interval?.start ?? Infinity;
  const rank = (event: StoryEvent) => (event.interval ? 0 : 1);
  return events
    .map((event, i) => ({event, i}))
    .sort((a, b) => {
      const ranks = rank(a.event) - rank(b.event);
      if (ranks || !a.event.interval) return ranks || a.i - b.i;
      const [p, q] = [at(a.event), at(b.event)];
      return p < q ? -1 : p > q ? 1 : a.i - b.i;
    })
    .map(({event}) => event);
}

/** Half-open intervals overlap; an empty one counts as its instant. */
const overlaps = (a: Interval, b: Interval) => a.start < b.end && (a.end > b.start || a.start === b.start);

/** Ids of the places of which some part lies in the extent: what is known to the town is an area, not a point. */
function placesWithin(dataset: Dataset, extent: Bounds): ReadonlySet<string> {
  const within = new Set<string>();
  for (const {id, lat, lon, radius = 0} of dataset.places) {
    if (lat === undefined || lon === undefined) continue;
    const point = boundsOf([{lat, lon}]);
    if (point && intersects(extent, radius > 0 ? padBounds(point, radius) : point)) within.add(id);
  }
  return within;
}

function shownIds(
  dataset: Dataset,
  events: readonly StoryEvent[],
  range: Interval | null,
  extent: Bounds | null,
  filters: Filters,
): ReadonlySet<string> {
  const index = indexOf(dataset);
  const within = extent && placesWithin(dataset, extent);
  const words = fold(filters.text).split(/\s+/u).filter(Boolean);
  const any = (wanted: readonly string[], have: readonly string[]) =>
    wanted.length === 0 || have.some((id) => wanted.includes(id));
  const shown = new Set<string>();
  for (const event of events) {
    if (range && !(event.interval && overlaps(event.interval, range))) continue;
    if (within && !event.places.some((id) => within.has(id))) continue;
    if (!any(filters.categories, event.category ? [event.category] : [])) continue;
    if (!any(filters.places, event.places)) continue;
    if (filters.actors.length > 0) {
      const actors = (index.figuresOf.get(event.id) ?? []).flatMap((figure) => figure.actor ?? []);
      if (!any(filters.actors, actors)) continue;
    }
    if (words.length > 0) {
      const names = event.places.map((id) => allText(index.place.get(id)?.name));
      const text = fold([allText(event.title), allText(event.text), ...names].join('\n'));
      if (!words.every((word) => text.includes(word))) continue;
    }
    shown.add(event.id);
  }
  return shown;
}

function countsOf(dataset: Dataset, shown: ReadonlySet<string>): Counts {
  const index = indexOf(dataset);
  const placed = (event: StoryEvent) => event.places.some((id) => index.place.get(id)?.lat !== undefined);
  return {
    events: dataset.events.length,
    shown: shown.size,
    undated: dataset.events.filter((event) => !event.interval).length,
    unplaced: dataset.events.filter((event) => !placed(event)).length,
    uncited: dataset.events.filter((event) => event.cite.length === 0).length,
  };
}

const sameRange = (a: Interval | null, b: Interval | null) =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);

const sameBounds = (a: Bounds | null, b: Bounds | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.west === b.west &&
    a.south === b.south &&
    a.east === b.east &&
    a.north === b.north);

const sameFilters = (a: Filters, b: Filters) =>
  a.text === b.text &&
  (['categories', 'actors', 'places'] as const).every(
    (key) => a[key].length === b[key].length && a[key].every((id, i) => id === b[key][i]),
  );

const sameFailure = (a: LoadFailure | null, b: LoadFailure) =>
  a !== null &&
  a.code === b.code &&
  a.url === b.url &&
  a.httpStatus === b.httpStatus &&
  a.detail === b.detail;

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
  return sameFilters(known, filters) ? filters : known;
}

const isRange = ({start, end}: Interval) => start < end;
const isAll = ({start, end}: Interval) => start === -Infinity && end === Infinity;
const isExtent = ({west, south, east, north}: Bounds) =>
  [west, south, east, north].every(Number.isFinite) && south <= north;

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
      return sameRange(range, view.range)
        ? view
        : derive({...view, range: range && Object.freeze({start: range.start, end: range.end})});
    }
    case 'extent':
      return (action.extent && !isExtent(action.extent)) || sameBounds(action.extent, view.extent)
        ? view
        : derive({...view, extent: action.extent && Object.freeze({...action.extent})});
    case 'filter': {
      const filters = mergeFilters(view.filters, action.filters);
      return sameFilters(filters, view.filters) ? view : derive({...view, filters});
    }
    case 'locale':
      return action.locale === view.locale ? view : {...view, locale: action.locale};
    case 'loading':
      return view.status === 'loading' ? view : {...view, status: 'loading', failure: null};
    case 'fail':
      return view.status === 'error' && sameFailure(view.failure, action.failure)
        ? view
        : {...view, status: 'error', failure: Object.freeze({...action.failure})};
    case 'load': {
      const {dataset, issues} = action;
      if (view.status === 'ready' && dataset === view.dataset && issues === view.issues) return view;
      const events = Object.freeze(inTimeOrder(dataset.events));
      const selected =
        view.selected !== null && indexOf(dataset).event.has(view.selected) ? view.selected : null;
      const filters = knownFilters(view.filters, dataset);
      return derive({...view, dataset, issues, events, selected, filters, status: 'ready', failure: null});
    }
  }
}

function derive(view: View): View {
  const shown = shownIds(view.dataset, view.events, view.range, view.extent, view.filters);
  return {...view, shown, counts: Object.freeze(countsOf(view.dataset, shown))};
}

/** A store for one story. The dataset may be empty (`EMPTY_DATASET`) and loaded later. */
export function createStore(dataset: Dataset = EMPTY_DATASET, options: StoreOptions = {}): Store {
  const describe = options.describe ?? plainDescribe;
  const listeners = new Set<() => void>();
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
        events: [],
        shown: new Set(),
        counts: {events: 0, shown: 0, undated: 0, unplaced: 0, uncited: 0},
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
