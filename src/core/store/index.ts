/**
 * One story's state: a frozen snapshot, replaced and never changed; requests come in by `dispatch`.
 *
 * Everything derived (what is shown, the counts, the words) is computed here once per change, so that views
 * compare by identity and never filter for themselves.
 */

export {anchorsOf, permalinkParts, withPermalink} from './address.js';
export {type Permalink, readPermalink, writePermalink} from './permalink.js';
export {type PlaceCount, placeCounts} from './places.js';
export {type DatasetIndex, indexOf} from './select.js';
export {createStore} from './store.js';
export type {
  Action,
  Counts,
  Filters,
  LoadFailure,
  Snapshot,
  Status,
  Store,
  StoreOptions,
  View,
  WantedView,
} from './types.js';
