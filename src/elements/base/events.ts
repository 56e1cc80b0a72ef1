import type {LitElement} from 'lit';
import type {Dataset, Issue} from '../../core/dataset/index.js';
import type {Action, Filters, LoadFailure, Store} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';

/**
 * A request of the reader, before it is carried out. `preventDefault()` vetoes it, in any listener on the element, the
 * story or their ancestors. Scripts may dispatch one within a story: it is carried out after all listeners have run. If
 * its action is malformed, the story does not change, and a `TypeError` is reported (in the console, and to
 * `window.onerror`).
 */
export class CronoRequestEvent extends Event {
  static readonly type = 'crono-request';
  constructor(readonly action: Action) {
    super(CronoRequestEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** The connection that a story passes to an element. Internal. */
export interface StoryConnection {
  readonly store: Store;
  readonly story: HTMLElement;
  /** Requests an action on behalf of an element. */
  readonly request: (from: HTMLElement, action: Action) => void;
}

/**
 * Requests the store of a story: of the nearest ancestor, or when dispatched on the document, of the one with this id.
 * Internal.
 */
export class CronoConnectEvent extends Event {
  static readonly type = 'crono-connect';
  constructor(
    readonly storyId: string | null,
    readonly accept: (connection: StoryConnection) => void,
  ) {
    super(CronoConnectEvent.type, {bubbles: true, composed: true});
  }
}

/** Dispatched on the document when a story is connected, removed, or changes its id. Internal. */
export class CronoStoryChangeEvent extends Event {
  static readonly type = 'crono-story-change';
  constructor() {
    super(CronoStoryChangeEvent.type);
  }
}

/** What lists the events of a story. */
export interface EventList {
  /** Whether it takes room on the page. */
  isShown(): boolean;
  /** Whether it prints all that is known of each event. */
  printsAll(): boolean;
  /** Brings the row of an event onto the screen, and moves the focus there. */
  show(id: string): unknown;
}

/**
 * Asks on the document which cards and lists a story has, whether one says on the screen what is selected, and whether
 * its sources are listed. Internal.
 */
export class CronoSightEvent extends Event {
  static readonly type = 'crono-sight';
  isSaid = false;
  hasSources = false;
  readonly cards: LitElement[] = [];
  readonly lists: EventList[] = [];
  constructor(readonly story: HTMLElement) {
    super(CronoSightEvent.type);
  }
}

/** A dataset was loaded and drawn. */
export class CronoLoadEvent extends Event {
  static readonly type = 'crono-load';
  constructor(
    readonly dataset: Dataset,
    readonly issues: readonly Issue[],
  ) {
    super(CronoLoadEvent.type, {bubbles: true, composed: true});
  }
}

/** The selected event changed; null for none. */
export class CronoSelectEvent extends Event {
  static readonly type = 'crono-select';
  constructor(readonly id: string | null) {
    super(CronoSelectEvent.type, {bubbles: true, composed: true});
  }
}

/** The time range changed; null for all of it. */
export class CronoRangeChangeEvent extends Event {
  static readonly type = 'crono-range-change';
  constructor(readonly range: Interval | null) {
    super(CronoRangeChangeEvent.type, {bubbles: true, composed: true});
  }
}

/** The filters changed. */
export class CronoFilterChangeEvent extends Event {
  static readonly type = 'crono-filter-change';
  constructor(readonly filters: Filters) {
    super(CronoFilterChangeEvent.type, {bubbles: true, composed: true});
  }
}

/** The locale of the story changed, or the messages of its language. */
export class CronoLocaleChangeEvent extends Event {
  static readonly type = 'crono-locale-change';
  constructor(readonly locale: string) {
    super(CronoLocaleChangeEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * The view changed, after a debounce: `link` is its permalink, a URL fragment without the `#`. `preventDefault()` keeps
 * it out of the page's URL. `isStep`: it should be a new history entry; the letters of one search are a single one.
 */
export class CronoPermalinkEvent extends Event {
  static readonly type = 'crono-permalink';
  constructor(
    readonly link: string,
    readonly isStep: boolean,
  ) {
    super(CronoPermalinkEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** The story could not be loaded. */
export class CronoErrorEvent extends Event {
  static readonly type = 'crono-error';
  constructor(readonly failure: LoadFailure) {
    super(CronoErrorEvent.type, {bubbles: true, composed: true});
  }
}

export interface CronoEventMap {
  'crono-request': CronoRequestEvent;
  'crono-load': CronoLoadEvent;
  'crono-select': CronoSelectEvent;
  'crono-range-change': CronoRangeChangeEvent;
  'crono-filter-change': CronoFilterChangeEvent;
  'crono-locale-change': CronoLocaleChangeEvent;
  'crono-permalink': CronoPermalinkEvent;
  'crono-error': CronoErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends CronoEventMap {
    'crono-connect': CronoConnectEvent;
  }
  interface DocumentEventMap {
    'crono-connect': CronoConnectEvent;
    'crono-story-change': CronoStoryChangeEvent;
    'crono-sight': CronoSightEvent;
  }
}
