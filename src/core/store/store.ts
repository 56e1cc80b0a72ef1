import {type Dataset, EMPTY_DATASET} from '../dataset/index.js';
import {Shown, tableOf} from '../table/index.js';
import {checkAction} from './check-action.js';
import {derive} from './derive.js';
import {reduce} from './reduce.js';
import type {Filters, Snapshot, Store, StoreOptions, View} from './types.js';

/** Nothing is filtered. */
export const NO_FILTERS: Filters = Object.freeze({
  categories: Object.freeze([]) as readonly string[],
  actors: Object.freeze([]) as readonly string[],
  places: Object.freeze([]) as readonly string[],
  text: '',
});

const plainDescribe = ({counts}: View) => `${counts.shown} of ${counts.events} events`;

/** A store for one story. The dataset may be empty (`EMPTY_DATASET`) and loaded later. */
export function createStore(dataset: Dataset = EMPTY_DATASET, options: StoreOptions = {}): Store {
  const describe = options.describe ?? plainDescribe;
  const listeners = new Set<() => void>();
  const nothing = tableOf(EMPTY_DATASET);
  const finish = (view: View): Snapshot => Object.freeze({...view, summary: describe(view)});

  const empty: View = {
    dataset,
    status: 'idle',
    failure: null,
    issues: [],
    locale: options.locale ?? dataset.language,
    words: 0,
    selected: null,
    chosenIn: null,
    range: null,
    playing: false,
    unfolded: Object.freeze([]),
    extent: null,
    filters: NO_FILTERS,
    map: null,
    step: null,
    hosts: Object.freeze([]),
    progress: null,
    events: nothing,
    shown: new Shown(nothing, null, null),
    counts: {events: 0, shown: 0, disputed: 0, undated: 0, unplaced: 0, uncited: 0},
  };
  const whole = reduce(empty, {type: 'load', dataset, issues: options.issues ?? []});
  let snapshot = finish({
    ...derive(whole, empty),
    status: dataset === EMPTY_DATASET ? 'idle' : 'ready',
  });

  return {
    get snapshot() {
      return snapshot;
    },
    dispatch(action) {
      checkAction(action);
      const next = derive(reduce(snapshot, action), snapshot);
      if (next === snapshot) return;
      snapshot = finish(next);
      // Call every listener even if one throws; the errors are thrown afterwards.
      const errors: unknown[] = [];
      for (const listener of [...listeners]) {
        if (!listeners.has(listener)) continue;
        try {
          listener();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 1) throw new AggregateError(errors, 'Several listeners failed');
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
