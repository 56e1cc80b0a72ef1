import type {Dataset, Issue} from '../dataset/index.js';
import type {Bounds, MapPosition} from '../geo/index.js';
import type {EventTable, Shown} from '../table/index.js';
import type {Instant, Interval} from '../time/index.js';

/** `idle` before the first request; `error` when loading failed. */
export type Status = 'idle' | 'loading' | 'ready' | 'error';

/** Why a story could not be loaded. */
export interface LoadFailure {
  readonly code: 'network' | 'http' | 'not-json' | 'not-dataset';
  readonly url: string;
  /** HTTP status, if the server responded. */
  readonly httpStatus?: number;
  /** The position in the file, or the engine's error message. */
  readonly detail?: string;
}

/** Ids to keep; an empty list does not filter. */
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
  /** Shown events that are disputed, by status or by contradicting figures. */
  readonly disputed: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly uncited: number;
}

/** A step that is told: what it asks of views besides selection, range and filters. */
export interface ToldStep {
  /** Empty before the first step: the story as it begins. */
  readonly id: string;
  /** Ids of the places that the map is fitted to; empty for what the story is about. */
  readonly places: readonly string[];
  /** Zoom at which the map shows them; by default as they fit. */
  readonly zoom?: number | undefined;
  /** Id of the question whose figures are shown. */
  readonly question?: string | undefined;
  /** The reader came to it by scrolling, so that it is an entry of the history only once it is rested at. */
  readonly isPassed?: boolean;
  /** A link names it, and it has still to be told by an element that has it. */
  readonly isWanted?: boolean;
}

/** The state of a story, without its summary. */
export interface View {
  readonly dataset: Dataset;
  readonly status: Status;
  readonly failure: LoadFailure | null;
  readonly issues: readonly Issue[];
  /** BCP 47, resolved by the story. */
  readonly locale: string;
  /** Version of the messages of that locale; incremented when they are replaced. */
  readonly words: number;
  /** Id of the selected event, shape or route. */
  readonly selected: string | null;
  /** The view in which the reader chose it, as the action names it; null when a link, a script or the author did. */
  readonly chosenIn: object | null;
  /** Selected time range in civil time of the story; null for all of it. */
  readonly range: Interval | null;
  /** A player moves the range: views draw in what appears, and nothing of it is announced. */
  readonly playing: boolean;
  /**
   * The stretches without events that are shown to scale rather than folded, each as the instant where it starts, or all.
   */
  readonly unfolded: readonly Instant[] | 'all';
  /** The map's extent, while it filters the other views; null when it does not. */
  readonly extent: Bounds | null;
  readonly filters: Filters;
  /** Map position set by the reader or a permalink; null for the default, which fits the story. */
  readonly map: MapPosition | null;
  /** The step that the views show as it is told; null when none is, or the reader has left its way. */
  readonly step: ToldStep | null;
  /** Allowed third-party hosts of media and tiles: those of the author, and those that the reader has allowed. */
  readonly hosts: readonly string[];
  /** The loaded share of the file, 0 to 1, while the rest is loading; null when complete. */
  readonly progress: number | null;
  /** All events in time order, undated ones last. */
  readonly events: EventTable;
  /** The events within range, extent and filters. */
  readonly shown: Shown;
  readonly counts: Counts;
}

export interface Snapshot extends View {
  /** The view in words: "12 of 45 events, March to July 2025, 3 disputed". */
  readonly summary: string;
}

/** A requested change of the view; absent fields stay as they are. */
export interface WantedView {
  readonly selected?: string | null | undefined;
  readonly range?: Interval | null | undefined;
  readonly filters?: Partial<Filters> | undefined;
  readonly map?: MapPosition | null | undefined;
  readonly step?: ToldStep | null | undefined;
}

export type Action =
  /** `by`: the view in which the reader chose it; the story adds it to what views request. */
  | {readonly type: 'select'; readonly id: string | null; readonly by?: object}
  /** `playing`: it is one of many on the way of a player. */
  | {readonly type: 'range'; readonly range: Interval | null; readonly playing?: boolean}
  | {readonly type: 'unfold'; readonly folds: readonly Instant[] | 'all'}
  | {readonly type: 'extent'; readonly extent: Bounds | null}
  | {readonly type: 'filter'; readonly filters: Partial<Filters>}
  | {readonly type: 'map'; readonly map: MapPosition | null}
  /** Shows all that a step says at once; `view` is as `viewOfStep` makes it. */
  | {readonly type: 'step'; readonly view: WantedView}
  | {readonly type: 'allow'; readonly hosts: readonly string[]}
  | {readonly type: 'locale'; readonly locale: string}
  /** The messages of the locale were replaced: render texts again. */
  | {readonly type: 'words'}
  | {readonly type: 'loading'}
  | {
      readonly type: 'load';
      readonly dataset: Dataset;
      readonly issues: readonly Issue[];
      readonly progress?: number | null;
      /** Applied in the same snapshot. Ids unknown to the dataset are ignored. */
      readonly view?: WantedView;
      readonly locale?: string;
    }
  | {readonly type: 'fail'; readonly failure: LoadFailure};

export interface StoreOptions {
  readonly issues?: readonly Issue[];
  readonly locale?: string;
  /** Describes a view in words, as the i18n layer does. Default: counts in English. */
  readonly describe?: (view: View) => string;
}

export interface Store {
  readonly snapshot: Snapshot;
  /**
   * Applies an action. An action that changes nothing, or whose value is out of range (an unknown event, a range that
   * ends before it starts), notifies no listener. Throws a `TypeError`, and changes nothing, when the action is
   * malformed: an unknown type, a missing field or one of the wrong type, NaN. Errors thrown by listeners are rethrown
   * after all have been called.
   */
  dispatch(action: Action): void;
  /** Calls `listener` after each change; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}
