import {html, nothing} from 'lit';
import type {Dataset} from '../../core/dataset/index.js';
import {
  anchorsOf,
  indexOf,
  type Permalink,
  readPermalink,
  type Snapshot,
  type WantedView,
  writePermalink,
} from '../../core/store/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import {CronoPermalinkEvent} from '../base/index.js';
import type {StoryHost} from './story-host.js';

/** How long a choice must stand before it is in the address, in milliseconds. */
const SETTLED = 300;
/** Changes of one kind that follow each other within this are one step of the history. */
const TOGETHER = 3000;

/** What stands before the keys of each story that is in the page: nothing for the first that names none of its own. */
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
 * Keeps a story's view and the address of the page alike: what a link asks for is shown, and what the reader chooses is
 * in the address once it has settled, a step of the history each. Only what differs from the author's own view is said.
 */
export class Permalinks {
  /** What the author has set: an address that says nothing asks for it. */
  readonly #lang: string | null;
  #prefix = '';
  /** The link to the view as it was last said or asked for, to tell when the reader has changed it. */
  #link = '';
  /** The address as it was last heard of, or written. */
  #hash = '';
  /** What is asked for until the whole dataset is in; undefined when it has been shown, or the reader has gone on. */
  #asked: Permalink | undefined;
  /** Of what is asked for, what is in so far has been shown. */
  #isBegun = false;
  /** What is asked for is the view of the dataset before: what is gone needs no word. */
  #isKept = false;
  #unknown: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = {keys: '', at: -Infinity};
  /** Who listens keeps links elsewhere. */
  #isElsewhere = false;

  constructor(readonly story: StoryHost) {
    this.#lang = story.getAttribute('lang');
  }

  /** The story's `permalink` is there, or another, or gone. */
  named(): void {
    clearTimeout(this.#timer);
    prefixes.delete(this.story);
    // One that is not in the page has no keys in its address; it is asked again when it is put there.
    if (this.story.permalink === undefined || !this.story.isConnected) return;
    this.#prefix = claimPrefix(this.story);
    prefixes.set(this.story, this.#prefix);
    this.#hash = location.hash;
    const link = readPermalink(this.#hash, this.#prefix);
    // An address that says nothing takes nothing back from a reader who was there before it was asked.
    if (isSaid(link) || !this.#isWhole) this.#follow(link);
    else this.changed();
  }

  /** Follows the address until the signal aborts. */
  start(signal: AbortSignal): void {
    if (signal.aborted) return;
    // One that is moved, or whose neighbour goes, keeps its own keys.
    if (!prefixes.has(this.story)) this.named();
    addEventListener('popstate', this.#hear, {signal});
    // What a script writes into the address is no step of the history.
    addEventListener('hashchange', this.#hear, {signal});
    const stop = () => {
      // It may only be moved.
      if (this.story.isConnected) return;
      clearTimeout(this.#timer);
      prefixes.delete(this.story);
    };
    signal.addEventListener('abort', () => queueMicrotask(stop));
  }

  /** Before a dataset, or a part of it, comes: the story speaks the language that was asked for. */
  speak(): void {
    this.#forgetIfMoved();
    if (this.#asked) this.#speak(this.#asked.language);
  }

  /**
   * Before a dataset, or a part of it, comes: what is to be seen of it. `author`: the event that is selected when nobody
   * asked for another.
   */
  wanted(dataset: Dataset, author: string | undefined, isFirst: boolean): WantedView {
    this.#forgetIfMoved();
    if (isFirst) {
      if (!this.#asked && this.story.permalink !== undefined && this.story.snapshot.events.size > 0) {
        // One dataset in place of another: who reads stays where it has what they look at.
        if (this.#view() !== this.#link) this.#say();
        this.#asked = readPermalink(this.#link);
        this.#isKept = true;
      }
      this.#isBegun = false;
    }
    return this.#asked ? this.#viewOf(this.#asked, dataset, this.#isKept) : {selected: author};
  }

  /** A dataset, or a part of it, is there, and what was asked for is shown. */
  arrived(isWhole: boolean): void {
    const [asked, isKept] = [this.#asked, this.#isKept];
    if (isWhole) {
      this.#asked = undefined;
      this.#isKept = false;
    }
    if (!asked) {
      this.changed();
      return;
    }
    this.#follows(isKept || !isWhole ? [] : unknownIn(asked, this.story.snapshot.dataset));
    this.#isBegun = true;
    if (!isWhole) return;
    if (isKept) this.#write(false);
    else if (isSaid(asked)) void this.story.updateComplete.then(() => this.#bring());
  }

  /** The store has changed. */
  changed(): void {
    if (this.#asked || this.story.permalink === undefined || !this.#isWhole) return;
    clearTimeout(this.#timer);
    if (this.#view() === this.#link) return;
    this.#unknown = [];
    this.#timer = setTimeout(() => this.#say(), SETTLED);
  }

  /** Shows the view of a link, as the text behind the `#`. */
  follow(text: string): void {
    this.#follow(readPermalink(text));
  }

  /** Says what a link asked for and the story does not have. */
  notice({locale}: Snapshot) {
    return this.#unknown.length === 0
      ? nothing
      : html`<div class="notice" part="notice" role="status"><p>${messages(locale).unknownLink(joinWords(this.#unknown, locale))}</p></div>`;
  }

  get #isWhole(): boolean {
    const {status, progress} = this.story.snapshot;
    return status === 'ready' && progress === null;
  }

  /** The view as it is, as a link. */
  #view(): string {
    return writePermalink(this.#linkOf(this.story.snapshot));
  }

  #linkOf({selected, range, filters, map}: Snapshot): Permalink {
    const {categories, actors, places, text} = filters;
    const lang = this.story.getAttribute('lang');
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
      ...(lang && lang !== this.#lang && {language: lang}),
    };
  }

  readonly #hear = (): void => {
    const {hash} = location;
    // Both events tell of one step, and a router of steps that are none of ours.
    if (this.story.permalink === undefined || hash === this.#hash) return;
    const anchors = anchorsOf(hash);
    const isAnchor = anchors !== '' && anchors !== anchorsOf(this.#hash);
    const link = readPermalink(hash, this.#prefix);
    this.#hash = hash;
    this.#last = {keys: '', at: -Infinity};
    if (isAnchor && !isSaid(link)) {
      // The reader goes to another place in the page, and to no other view: the link to both is for later.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(
        () => (this.#view() === this.#link ? this.#write(false) : this.#say()),
        SETTLED,
      );
    } else if (writePermalink(link) !== this.#link) this.#follow(link);
  };

  #follow(link: Permalink): void {
    // Before it is ready it is remembered.
    if (this.#isWhole) this.#show(link);
    else {
      this.#asked = link;
      this.#isBegun = this.#isKept = false;
    }
  }

  #show(link: Permalink): void {
    const {story} = this;
    const {dataset, issues, progress} = story.snapshot;
    story.dispatch({type: 'load', dataset, issues, progress, view: this.#viewOf(link, dataset)});
    this.#speak(link.language);
    this.#follows(unknownIn(link, dataset));
  }

  /** The whole view that a link asks for: what it does not say is as the author has it. */
  #viewOf({event, range, filters = {}, map}: Permalink, dataset: Dataset, isKept = false): WantedView {
    const {categories = [], actors = [], places = [], text = ''} = filters;
    const isGone = isKept && event && !indexOf(dataset).event.has(event);
    return {
      selected: event === undefined || isGone ? (this.story.selected ?? null) : event,
      range: range ?? null,
      filters: {categories, actors, places, text},
      map: map ?? null,
    };
  }

  /** The view is now the one that was asked for, but for what is `unknown`. */
  #follows(unknown: readonly string[]): void {
    clearTimeout(this.#timer);
    this.#link = this.#view();
    this.#unknown = unknown;
    this.#last = {keys: '', at: -Infinity};
    this.story.requestUpdate();
  }

  /** Who has gone on meanwhile is not taken back to what was asked for. */
  #forgetIfMoved(): void {
    if (this.#isBegun && this.#view() !== this.#link) this.#asked = undefined;
  }

  /** A link leads to the story, wherever it is in the page; who has begun to read is not taken away. */
  #bring(): void {
    if (scrollY === 0 && this.story.getBoundingClientRect().top > innerHeight / 2)
      this.story.scrollIntoView({block: 'start', behavior: 'instant'});
  }

  #speak(language: string | undefined): void {
    const lang = language ?? this.#lang;
    if (lang === null) this.story.removeAttribute('lang');
    else if (lang !== this.story.getAttribute('lang')) this.story.setAttribute('lang', lang);
  }

  #say(): void {
    const [before, link] = [this.#link, this.#view()];
    this.#link = link;
    // Letters of one search, or turns of one wheel, are one step back.
    const keys = changedKeys(before, link);
    const now = performance.now();
    const isSame = keys === this.#last.keys && !keys.includes('e') && now - this.#last.at < TOGETHER;
    this.#last = {keys, at: now};
    // What others have put there since is theirs.
    const isStep = !isSame || location.hash !== this.#hash;
    this.#isElsewhere = !this.story.dispatchEvent(new CronoPermalinkEvent(link, isStep));
    this.#write(isStep);
  }

  /** Puts the view into the address, as a step of the history or as none. */
  #write(isStep: boolean): void {
    if (this.#isElsewhere || this.story.permalink === undefined) return;
    const hash = writePermalink(this.#linkOf(this.story.snapshot), location.hash, this.#prefix);
    if (hash === location.hash.slice(1)) return;
    // Whole: a page's <base> is not where it is.
    const [page = ''] = location.href.split('#', 1);
    try {
      history[isStep ? 'pushState' : 'replaceState'](history.state, '', hash ? `${page}#${hash}` : page);
      this.#hash = location.hash;
    } catch {
      // Too many in too short a time, or a document that has no address: the view is what counts.
    }
  }
}

/** Ids of a link that a dataset does not have. */
function unknownIn({event, filters = {}}: Permalink, dataset: Dataset): readonly string[] {
  const index = indexOf(dataset);
  const {categories = [], actors = [], places = []} = filters;
  return [
    ...(event && !index.event.has(event) ? [event] : []),
    ...categories.filter((id) => !index.category.has(id)),
    ...actors.filter((id) => !index.actor.has(id)),
    ...places.filter((id) => !index.place.has(id)),
  ];
}

const isSaid = (link: Permalink) => Object.keys(link).length > 0;

/** The keys in which two links differ. */
function changedKeys(a: string, b: string): string {
  const [before, after] = [a, b].map((text) => text.split('&'));
  const parts = [
    ...(before ?? []).filter((part) => !after?.includes(part)),
    ...(after ?? []).filter((part) => !before?.includes(part)),
  ];
  return [...new Set(parts.map((part) => part.split('=', 1)[0]))].sort().join('');
}
