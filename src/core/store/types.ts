import type {Dataset, Issue} from '../dataset/index.js';
import type {Bounds, MapPosition} from '../geo/index.js';
import type {EventTable, Shown} from '../table/index.js';
import type {Interval} from '../time/index.js';

/** `idle` before anything was asked for; `error` when nothing could be loaded. */
export type Status = 'idle' | 'loading' | 'ready' | 'error';

/** Why a story could not be loaded, for people: what and where. */
export interface LoadFailure {
  readonly code: 'network' | 'http' | 'not-json' | 'not-dataset';
  readonly url: string;
  /** HTTP status, where there was an answer. */
  readonly httpStatus?: number;
  /** Where in the file, or the engine's own words. */
  readonly detail?: string;
}

/** Ids to keep; an empty list keeps all. */
export interface Filters {
  readonly categories: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
  /** Free text, matched without accents or case. */
  readonly text: string;
}

export interface Counts {
  readonly events: number;
  /** Within range, extent and filters. */
  readonly shown: number;
  /** Of those shown: by their status, or because claimants give figures that cannot all be true. */
  readonly disputed: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly uncited: number;
}

/** What the reader looks at, before it is put in words. */
export interface View {
  readonly dataset: Dataset;
  readonly status: Status;
  readonly failure: LoadFailure | null;
  readonly issues: readonly Issue[];
  /** BCP 47, resolved by the story. */
  readonly locale: string;
  /** How often the words of that language have been replaced by others since. */
  readonly words: number;
  /** Id of the selected event. */
  readonly selected: string | null;
  /** Chosen time range in civil time of the story; null: all of it. */
  readonly range: Interval | null;
  /** The map's extent, while the reader ties the views to it; null: not tied. */
  readonly extent: Bounds | null;
  readonly filters: Filters;
  /** Where the reader, or a link, has put the map; null: where the story fits. */
  readonly map: MapPosition | null;
  /** Other servers that media and tiles may be fetched from: the author's, and those that the reader has allowed. */
  readonly hosts: readonly string[];
  /** The share of the file that is in, 0 to 1, while the rest is on its way; null when it is whole. */
  readonly progress: number | null;
  /** All events in time order, undated ones last. */
  readonly events: EventTable;
  /** The events within range, extent and filters. */
  readonly shown: Shown;
  readonly counts: Counts;
}

export interface Snapshot extends View {
  /** The view in words, as "12 of 45 events, March to July 2025, 3 disputed". */
  readonly summary: string;
}

/** What of a view is asked for; what is left out stays as it is. */
export interface WantedView {
  readonly selected?: string | null | undefined;
  readonly range?: Interval | null | undefined;
  readonly filters?: Partial<Filters> | undefined;
  readonly map?: MapPosition | null | undefined;
}

export type Action =
  | {readonly type: 'select'; readonly id: string | null}
  | {readonly type: 'range'; readonly range: Interval | null}
  | {readonly type: 'extent'; readonly extent: Bounds | null}
  | {readonly type: 'filter'; readonly filters: Partial<Filters>}
  | {readonly type: 'map'; readonly map: MapPosition | null}
  | {readonly type: 'allow'; readonly hosts: readonly string[]}
  | {readonly type: 'locale'; readonly locale: string}
  /** The words of the language are others: what is said must be said anew. */
  | {readonly type: 'words'}
  | {readonly type: 'loading'}
  | {
      readonly type: 'load';
      readonly dataset: Dataset;
      readonly issues: readonly Issue[];
      readonly progress?: number | null;
      /** To be seen with it, in the same snapshot. Ids that it does not have are left out. */
      readonly view?: WantedView;
      readonly locale?: string;
    }
  | {readonly type: 'fail'; readonly failure: LoadFailure};

export interface StoreOptions {
  readonly issues?: readonly Issue[];
  readonly locale?: string;
  /** Puts a view in words; the i18n layer has one. Default: counts in English. */
  readonly describe?: (view: View) => string;
}

export interface Store {
  readonly snapshot: Snapshot;
  /**
   * Applies a request. One that changes nothing, or cannot be meant (an event that is not there, a range that ends
   * before it starts), tells nobody. Throws a `TypeError`, and changes nothing, when the action is none: a type that
   * there is not, a field that is missing or of another kind, a number that is NaN. What a listener throws is thrown
   * here, after all have been told.
   */
  dispatch(action: Action): void;
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}
