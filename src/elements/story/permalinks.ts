import {html, nothing} from 'lit';
import type {Dataset} from '../../core/dataset/index.js';
import {
  anchorsOf,
  hasSelectable,
  indexOf,
  type Permalink,
  readPermalink,
  type Snapshot,
  type WantedView,
  writePermalink,
} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {askCards, CronoPermalinkEvent, clientBox} from '../base/index.js';
import {arriveAt} from './arrival.js';
import type {StoryHost} from './story-host.js';

/** Debounce of writing the URL, in milliseconds. */
const DEBOUNCE = 300;
/** A step that the reader scrolls to is rested at when it has been in the URL for so long, in milliseconds. */
const RESTED = 1500;
/** Changes of the same keys within this time, in milliseconds, share one history entry. */
const SAME_STEP = 3000;

/** The key prefixes of the stories on the page: empty for the first without a prefix of its own. */
const prefixes = new Map<StoryHost, string>();

function claimPrefix(story: StoryHost): string {
  const {permalink, id} = story;
  const taken = [...prefixes].flatMap(([other, prefix]) => (other === story ? [] : prefix));
  if (permalink) return permalink;
  if (!taken.includes('')) return '';
  let place = taken.length + 1;
  while (taken.includes(String(place))) place++;
  return id && !taken.includes(id) ? id : String(place);
}

/**
 * Synchronizes a story's view with the page's URL: shows the view of a permalink, and writes the reader's view into the
 * URL, debounced, with a history entry for each change. Only differences from the author's view are written.
 */
export class Permalinks {
  /** The author's `lang`, which applies when the URL specifies no language. */
  readonly #lang: string | null;
  #prefix = '';
  /** The last written or requested permalink, to detect changes by the reader. */
  #link = '';
  /** The last known or written URL fragment. */
  #hash = '';
  /** The requested permalink, until the whole dataset is loaded and shown, or the reader changes the view. */
  #requested: Permalink | undefined;
  /** The loaded part of the requested view has been shown. */
  #isBegun = false;
  /** The request is the view of the previous dataset, whose missing ids are not reported. */
  #isKept = false;
  #leadsNowhere = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = {keys: '', at: -Infinity};
  /** A listener keeps permalinks elsewhere (`preventDefault()`). */
  #isElsewhere = false;

  constructor(readonly story: StoryHost) {
    this.#lang = story.getAttribute('lang');
  }

  /** Handles a changed `permalink` attribute. */
  reset(): void {
    clearTimeout(this.#timer);
    prefixes.delete(this.story);
    // A disconnected story has no keys in the URL; this runs again when it is connected.
    if (this.story.permalink === undefined || !this.story.isConnected) return;
    this.#prefix = claimPrefix(this.story);
    prefixes.set(this.story, this.#prefix);
    this.#hash = location.hash;
    const link = readPermalink(this.#hash, this.#prefix);
    // A URL without a permalink does not reset a view that the reader already has.
    if (hasView(link) || !this.#isWhole) this.#follow(link);
    else this.update();
  }

  /** Follows the URL until the signal aborts. */
  start(signal: AbortSignal): void {
    if (signal.aborted) return;
    // A story that is moved, or whose neighbour is removed, keeps its prefix.
    if (!prefixes.has(this.story)) this.reset();
    addEventListener('popstate', this.#onNavigation, {signal});
    // Navigation by script fires `hashchange` without `popstate`.
    addEventListener('hashchange', this.#onNavigation, {signal});
    addEventListener('click', this.#onClick, {signal, capture: true});
    const stop = () => {
      // It may only have been moved.
      if (this.story.isConnected) return;
      clearTimeout(this.#timer);
      prefixes.delete(this.story);
    };
    signal.addEventListener('abort', () => queueMicrotask(stop));
  }

  /** Before a dataset or a part of it is shown: applies the requested language. */
  applyLanguage(): void {
    this.#forgetIfChanged();
    if (this.#requested) this.#setLanguage(this.#requested.language);
  }

  /**
   * Before a dataset or a part of it is shown: the view to show it with. `author`: the initially selected event when
   * none is requested.
   */
  viewFor(dataset: Dataset, author: string | undefined, isFirst: boolean): WantedView {
    this.#forgetIfChanged();
    if (isFirst) {
      if (!this.#requested && this.story.permalink !== undefined && this.story.snapshot.events.size > 0) {
        // When a dataset replaces another, the reader keeps the view as far as it exists.
        if (this.#view() !== this.#link) this.#publish();
        this.#requested = readPermalink(this.#link);
        this.#isKept = true;
      }
      this.#isBegun = false;
    }
    return this.#requested ? this.#viewOf(this.#requested, dataset, this.#isKept) : {selected: author};
  }

  /** After a dataset or a part of it is shown with the requested view. */
  onShown(isWhole: boolean): void {
    const [requested, isKept] = [this.#requested, this.#isKept];
    if (isWhole) {
      this.#requested = undefined;
      this.#isKept = false;
    }
    if (!requested) {
      this.update();
      return;
    }
    this.#setFollowed(!isKept && isWhole && hasUnknown(requested, this.story.snapshot.dataset));
    this.#isBegun = true;
    if (!isWhole) return;
    if (isKept) this.#write(false);
    // What a script asked for, as the page of a frame does for its host, is no page that opens.
    else if (hasView(readPermalink(location.hash, this.#prefix)))
      void this.story.updateComplete.then(() => this.#arriveAt(requested));
  }

  /** Called when the store changes. */
  update(): void {
    if (this.#requested || this.story.permalink === undefined || !this.#isWhole) return;
    clearTimeout(this.#timer);
    if (!this.#isAhead) return;
    this.#leadsNowhere = false;
    this.#timer = setTimeout(() => this.#publish(), DEBOUNCE);
  }

  /** The view is another than the URL says. */
  get #isAhead(): boolean {
    return this.#view() !== this.#link;
  }

  /** Before a link is followed the view is written that it leaves: one to what the URL says still would lead nowhere. */
  readonly #onClick = (event: Event): void => {
    if (this.#requested || this.story.permalink === undefined || !this.#isWhole || !this.#isAhead) return;
    if (!event.composedPath().some((node) => node instanceof HTMLAnchorElement)) return;
    clearTimeout(this.#timer);
    this.#publish();
  };

  /** Shows the view of a permalink, given as a URL fragment. */
  follow(text: string): void {
    this.#follow(readPermalink(text));
  }

  /** Says that the story does not have what the link names; its words are not repeated, as anybody can write a link. */
  notice({locale}: Snapshot) {
    return this.#leadsNowhere
      ? html`<div class="notice" part="notice" role="status"><p>${messages(locale).unknownLink}</p></div>`
      : nothing;
  }

  get #isWhole(): boolean {
    const {status, progress} = this.story.snapshot;
    return status === 'ready' && progress === null;
  }

  /** The permalink of the current view. */
  #view(): string {
    return writePermalink(this.#linkOf(this.story.snapshot));
  }

  #linkOf({selected, range, filters, map, step}: Snapshot): Permalink {
    const {categories, actors, places, text} = filters;
    const lang = this.story.getAttribute('lang');
    const language = lang && lang !== this.#lang ? {language: lang} : {};
    // A step says itself what it shows.
    if (step?.id) return {step: step.id, ...language};
    return {
      ...(selected !== (this.story.selected ?? null) && {event: selected}),
      ...(range && {range}),
      filters: {
        ...(categories.length > 0 && {categories}),
        ...(actors.length > 0 && {actors}),
        ...(places.length > 0 && {places}),
        ...(text && {text}),
      },
      ...(map && {map}),
      ...language,
    };
  }

  readonly #onNavigation = (): void => {
    const {hash} = location;
    // `popstate` and `hashchange` both fire for one navigation, and also for navigation that does not concern us.
    if (this.story.permalink === undefined || hash === this.#hash) return;
    const anchors = anchorsOf(hash);
    const isAnchor = anchors !== '' && anchors !== anchorsOf(this.#hash);
    const link = readPermalink(hash, this.#prefix);
    this.#hash = hash;
    this.#last = {keys: '', at: -Infinity};
    if (isAnchor && !hasView(link)) {
      // The reader follows an anchor within the page: keep the view, and write its permalink after a delay.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(
        () => (this.#view() === this.#link ? this.#write(false) : this.#publish()),
        DEBOUNCE,
      );
    } else if (writePermalink(link) !== this.#link) this.#follow(link);
  };

  #follow(link: Permalink): void {
    // Until the dataset is loaded, remember the request.
    if (this.#isWhole) this.#show(link);
    else {
      this.#requested = link;
      this.#isBegun = this.#isKept = false;
    }
  }

  #show(link: Permalink): void {
    const {story} = this;
    const {dataset, issues, progress} = story.snapshot;
    story.dispatch({type: 'load', dataset, issues, progress, view: this.#viewOf(link, dataset)});
    this.#setLanguage(link.language);
    this.#setFollowed(hasUnknown(link, dataset));
  }

  /** The complete view of a permalink: unspecified parts are the author's. */
  #viewOf(link: Permalink, dataset: Dataset, isKept = false): WantedView {
    const {event, range, filters = {}, map, step = hasView(link) ? undefined : ''} = link;
    const {categories = [], actors = [], places = [], text = ''} = filters;
    const isGone = isKept && event && !hasSelectable(dataset, event);
    return {
      selected: event === undefined || isGone ? (this.story.selected ?? null) : event,
      range: range ?? null,
      filters: {categories, actors, places, text},
      map: map ?? null,
      step: step === undefined ? null : Object.freeze({id: step, places: [], isWanted: true}),
    };
  }

  /** The requested view is shown, except for what the story does not have. */
  #setFollowed(leadsNowhere: boolean): void {
    clearTimeout(this.#timer);
    this.#link = this.#view();
    this.#leadsNowhere = leadsNowhere;
    this.#last = {keys: '', at: -Infinity};
    this.story.requestUpdate();
  }

  /** Drops the request when the reader has changed the view meanwhile. */
  #forgetIfChanged(): void {
    if (this.#isBegun && this.#view() !== this.#link) this.#requested = undefined;
  }

  /** Brings what the link names onto the screen, or else the story, unless the reader has already scrolled. */
  #arriveAt({event, step}: Permalink): void {
    const {story} = this;
    // To a step the element leads that has it.
    if (scrollY > 0 || step !== undefined) return;
    const card = event && shownCardOf(story);
    if (card && clientBox(card).bottom > innerHeight) arriveAt(card, 'center');
    else if (clientBox(story).top > innerHeight / 2) arriveAt(story, 'start');
  }

  #setLanguage(language: string | undefined): void {
    const lang = language ?? this.#lang;
    if (lang === null) this.story.removeAttribute('lang');
    else if (lang !== this.story.getAttribute('lang')) this.story.setAttribute('lang', lang);
  }

  #publish(): void {
    const [before, link] = [this.#link, this.#view()];
    this.#link = link;
    // The letters of one search, or the turns of one wheel, share one history entry.
    const keys = changedKeys(before, link);
    const now = performance.now();
    // What is scrolled past is no entry: only where the reader has rested, on the way from one step to another.
    const isPassed =
      this.story.snapshot.step?.isPassed && !(/(^|&)s=/.test(before) && now - this.#last.at >= RESTED);
    const isSame = keys === this.#last.keys && !/[es]/.test(keys) && now - this.#last.at < SAME_STEP;
    this.#last = {keys, at: now};
    // Do not replace a fragment that others have written meanwhile.
    const isStep = (!isSame || location.hash !== this.#hash) && !isPassed;
    this.#isElsewhere = !this.story.dispatchEvent(new CronoPermalinkEvent(link, isStep));
    this.#write(isStep);
  }

  /** Writes the view into the URL, as a new history entry or replacing the current one. */
  #write(isStep: boolean): void {
    if (this.#isElsewhere || this.story.permalink === undefined) return;
    const hash = writePermalink(this.#linkOf(this.story.snapshot), location.hash, this.#prefix);
    if (hash === location.hash.slice(1)) return;
    // An absolute URL, since a relative one would resolve against <base>.
    const [page = ''] = location.href.split('#', 1);
    try {
      history[isStep ? 'pushState' : 'replaceState'](history.state, '', hash ? `${page}#${hash}` : page);
      this.#hash = location.hash;
    } catch {
      // Browsers throw when the history changes too often or the document has no URL; the URL is not essential.
    }
  }
}

/** Whether a permalink has an id that the dataset does not have. */
function hasUnknown({event, filters = {}}: Permalink, dataset: Dataset): boolean {
  const index = indexOf(dataset);
  const {categories = [], actors = [], places = []} = filters;
  return (
    (!!event && !hasSelectable(dataset, event)) ||
    categories.some((id) => !index.category.has(id)) ||
    actors.some((id) => !index.actor.has(id)) ||
    places.some((id) => !index.place.has(id))
  );
}

/** The first card of the story that takes room on the page. */
const shownCardOf = (story: StoryHost) => askCards(story).cards.find((card) => card.checkVisibility());

const hasView = (link: Permalink) => Object.keys(link).length > 0;

/** The keys in which two links differ. */
function changedKeys(a: string, b: string): string {
  const [before, after] = [a, b].map((text) => text.split('&'));
  const parts = [
    ...(before ?? []).filter((part) => !after?.includes(part)),
    ...(after ?? []).filter((part) => !before?.includes(part)),
  ];
  return [...new Set(parts.map((part) => part.split('=', 1)[0]))].sort().join('');
}
