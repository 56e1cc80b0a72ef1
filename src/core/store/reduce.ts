import type {Dataset} from '../dataset/index.js';
import {type Bounds, isMapPosition, type MapPosition} from '../geo/index.js';
import {tableOf} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {same} from './same.js';
import {hasSelectable, indexOf} from './select.js';
import type {Action, Filters, View, WantedView} from './types.js';

/** Maximum length of a search in UTF-16 code units: each of its words is looked for in all of the story. */
export const MAX_SEARCH = 200;

/** Copies and freezes the lists, so that the caller cannot change them later. */
function mergeFilters(filters: Filters, wanted: Partial<Filters>): Filters {
  const list = (key: 'categories' | 'actors' | 'places') =>
    Object.freeze([...new Set(wanted[key] ?? filters[key])]);
  return Object.freeze({
    categories: list('categories'),
    actors: list('actors'),
    places: list('places'),
    text: (wanted.text ?? filters.text).slice(0, MAX_SEARCH),
  });
}

/** Drops ids that the dataset does not have, as they would hide every event. */
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

/* Each returns the same view when nothing changes or the value is invalid. What changes leads away from a step. */

function withSelected(view: View, id: string | null, by?: object): View {
  if (id !== null && !hasSelectable(view.dataset, id)) return view;
  if (id === view.selected && (!by || id === null || by === view.chosenIn)) return view;
  return {...view, step: null, selected: id, chosenIn: (id !== null && by) || null};
}

function withRange(view: View, wanted: Interval | null, playing = false): View {
  if (wanted && !isRange(wanted)) return view;
  const asked = wanted && !isAll(wanted) ? Object.freeze({start: wanted.start, end: wanted.end}) : null;
  const range = same(asked, view.range) ? view.range : asked;
  return range === view.range && playing === view.playing ? view : {...view, step: null, range, playing};
}

function withExtent(view: View, wanted: Bounds | null): View {
  if (wanted && !isExtent(wanted)) return view;
  const extent = wanted && boxOf(wanted);
  return same(extent, view.extent) ? view : {...view, extent};
}

const withFilters = (view: View, filters: Filters): View =>
  same(filters, view.filters) ? view : {...view, step: null, filters};

function withMap(view: View, map: MapPosition | null): View {
  if ((map && !isMapPosition(map)) || same(map, view.map)) return view;
  // A frozen position is kept by identity, by which a map recognizes its own.
  return {...view, step: null, map: map && !Object.isFrozen(map) ? Object.freeze({...map}) : map};
}

const withLocale = (view: View, locale: string): View => (locale === view.locale ? view : {...view, locale});

function withDataset(view: View, {dataset, issues, progress = null}: Extract<Action, {type: 'load'}>): View {
  const isSame = dataset === view.dataset && issues === view.issues && progress === view.progress;
  if (view.status === 'ready' && isSame) return view;
  const {selected} = view;
  return {
    ...view,
    dataset,
    issues,
    progress,
    events: tableOf(dataset),
    selected: selected !== null && hasSelectable(dataset, selected) ? selected : null,
    status: 'ready',
    failure: null,
  };
}

/** Applies a requested view; ids that the dataset does not have are ignored. */
function withWanted(
  before: View,
  {selected, range, filters = {}, map, step = before.step}: WantedView,
): View {
  let view = withFilters(before, knownFilters(mergeFilters(before.filters, filters), before.dataset));
  if (range !== undefined) view = withRange(view, range);
  if (selected !== undefined) view = withSelected(view, selected);
  if (map !== undefined) view = withMap(view, map);
  return step === view.step ? view : {...view, step};
}

/** Sets the dataset, then applies the requested view to it. */
function load(before: View, action: Extract<Action, {type: 'load'}>): View {
  const view = withWanted(withDataset(before, action), action.view ?? {});
  return action.locale === undefined ? view : withLocale(view, action.locale);
}

/** The next view, without derived state; the same view when the action changes nothing. */
export function reduce(view: View, action: Action): View {
  switch (action.type) {
    case 'select':
      return withSelected(view, action.id, action.by);
    case 'range':
      return withRange(view, action.range, action.playing);
    case 'unfold':
      return same(action.folds, view.unfolded)
        ? view
        : {...view, unfolded: action.folds === 'all' ? 'all' : Object.freeze([...action.folds])};
    case 'extent':
      return withExtent(view, action.extent);
    case 'filter':
      return withFilters(view, mergeFilters(view.filters, action.filters));
    case 'map':
      return withMap(view, action.map);
    case 'allow': {
      const hosts = Object.freeze([...new Set([...view.hosts, ...action.hosts])]);
      return hosts.length === view.hosts.length ? view : {...view, hosts};
    }
    case 'locale':
      return withLocale(view, action.locale);
    case 'words':
      return {...view, words: view.words + 1};
    case 'loading':
      return view.status === 'loading' ? view : {...view, status: 'loading', failure: null};
    case 'fail':
      return view.status === 'error' && same(view.failure, action.failure)
        ? view
        : {...view, status: 'error', failure: Object.freeze({...action.failure})};
    case 'load':
      return load(view, action);
    case 'step':
      return withWanted(view, action.view);
  }
}
