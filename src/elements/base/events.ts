import type {Dataset, Issue} from '../../core/dataset/index.js';
import type {Action, Filters, LoadFailure, Store} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';

/**
 * A reader's intent, before it is carried out. `preventDefault()` vetoes it, in any listener on the element, the story,
 * or what is above them. One that a script dispatches within a story is carried out like a reader's, when all have
 * been asked; if its action is none, the story stays as it is, and the page is told of an error that says why (a
 * `TypeError` in the console, and for `window.onerror`).
 */
export class CronoRequestEvent extends Event {
  static readonly type = 'crono-request';
  constructor(readonly action: Action) {
    super(CronoRequestEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** What a story gives to an element that joins it. Internal. */
export interface StoryConnection {
  readonly store: Store;
  readonly story: HTMLElement;
  /** Asks for an action in an element's name. */
  readonly request: (from: HTMLElement, action: Action) => void;
}

/** Asks a story for its store: the nearest one above, or, sent to the document, the one with this id. Internal. */
export class CronoConnectEvent extends Event {
  static readonly type = 'crono-connect';
  constructor(
    readonly storyId: string | null,
    readonly accept: (connection: StoryConnection) => void,
  ) {
    super(CronoConnectEvent.type, {bubbles: true, composed: true});
  }
}

/** Says on the document that a story came, went, or changed its id. Internal. */
export class CronoStoryChangeEvent extends Event {
  static readonly type = 'crono-story-change';
  constructor() {
    super(CronoStoryChangeEvent.type);
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

/** The selected event is another, or none. */
export class CronoSelectEvent extends Event {
  static readonly type = 'crono-select';
  constructor(readonly id: string | null) {
    super(CronoSelectEvent.type, {bubbles: true, composed: true});
  }
}

/** The time range is another; null is all of it. */
export class CronoRangeChangeEvent extends Event {
  static readonly type = 'crono-range-change';
  constructor(readonly range: Interval | null) {
    super(CronoRangeChangeEvent.type, {bubbles: true, composed: true});
  }
}

/** The filters are others. */
export class CronoFilterChangeEvent extends Event {
  static readonly type = 'crono-filter-change';
  constructor(readonly filters: Filters) {
    super(CronoFilterChangeEvent.type, {bubbles: true, composed: true});
  }
}

/** The story speaks another language, or has other words for the same. */
export class CronoLocaleChangeEvent extends Event {
  static readonly type = 'crono-locale-change';
  constructor(readonly locale: string) {
    super(CronoLocaleChangeEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * The view has settled and is another: `link` is the text that asks for it, without the `#`. `preventDefault()` keeps it
 * out of the address of the page. `isStep`: Back should lead to what was before; letters of one search are one step.
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
  }
}
