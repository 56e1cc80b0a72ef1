/**
 * The state of one story: a frozen snapshot that each `dispatch` replaces.
 *
 * Derived state (shown events, counts, summary) is computed here once per change, so that views compare by identity and
 * do no filtering.
 */

export {anchorsOf, encode, permalinkParts, withPermalink} from './address.js';
export {shownAnnotations} from './annotations.js';
export {type Permalink, readPermalink, writePermalink} from './permalink.js';
export {type PlaceCount, placeCounts} from './places.js';
export {MAX_SEARCH} from './reduce.js';
export {stepOfSection} from './section.js';
export {type DatasetIndex, hasSelectable, indexOf, type Neighbours, neighboursOf} from './select.js';
export {createStore, NO_FILTERS} from './store.js';
export {viewOfStep} from './told.js';
export type {
  Action,
  Counts,
  Filters,
  LoadFailure,
  Snapshot,
  Status,
  Store,
  StoreOptions,
  ToldStep,
  View,
  WantedView,
} from './types.js';
