import {html, nothing} from 'lit';
import {
  indexOf,
  type Permalink,
  readPermalink,
  type Snapshot,
  writePermalink,
} from '../../core/store/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import {CronoPermalinkEvent} from '../base/index.js';
import type {CronoStory} from './story.js';

/** How long a choice must stand before it is in the address, in milliseconds. */
const SETTLED = 300;
/** Changes of one kind that follow each other within this are one step of the history. */
const TOGETHER = 3000;

/**
 * Keeps a story's view and the address of the page alike: what a link asks for is shown, and what the reader chooses is
 * in the address once it has settled, a step of the history each. Only what differs from the author's own view is said.
 */
export class Permalinks {
  /** What the author has set: an address that says nothing asks for it. */
  readonly #lang: string | null;
  /** The link to the view as it is, to tell when the reader has changed it. */
  #link = '';
  /** What is asked for until the whole dataset is in; undefined when it has been shown. */
  #asked: Permalink | undefined;
  /** Which event is asked for has been said: from then on the reader may choose another. */
  #isTold = false;
  #unknown: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = {keys: '', at: -Infinity};

  constructor(readonly story: CronoStory) {
    this.#lang = story.getAttribute('lang');
    if (story.permalink !== undefined) this.#asked = readPermalink(location.hash, this.#prefix);
  }

  /** Follows the address until the signal aborts. */
  start(signal: AbortSignal): void {
    const follow = () => {
      if (this.story.permalink !== undefined) this.#follow(readPermalink(location.hash, this.#prefix));
    };
    addEventListener('popstate', follow, {signal});
    // What a script writes into the address is no step of the history.
    addEventListener('hashchange', follow, {signal});
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The event to select when the dataset, or its first part, comes: the one asked for, before the author's. */
  wanted(author: string | undefined): string | undefined {
    const event = this.#isTold ? undefined : this.#asked?.event;
    this.#isTold = true;
    return event === undefined ? author : (event ?? undefined);
  }

  /** A dataset, or a part of it, is there: shows what was asked for. */
  arrived(isWhole: boolean): void {
    const asked = this.#asked;
    if (!asked) return;
    const isAny = Object.keys(asked).length > 0;
    if (isWhole) {
      this.#asked = undefined;
      this.#show(asked);
      if (isAny) void this.story.updateComplete.then(() => this.#bring());
    } else if (asked.language !== undefined) this.#speak(asked.language);
  }

  /** The store has changed. */
  changed(): void {
    if (this.#asked || this.story.permalink === undefined || this.story.snapshot.status !== 'ready') return;
    clearTimeout(this.#timer);
    if (writePermalink(this.#linkOf(this.story.snapshot)) === this.#link) return;
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

  /** The first story of a page that names no keys of its own has them bare; each further one has its id before them. */
  get #prefix(): string {
    const {permalink, id} = this.story;
    if (permalink) return permalink;
    const bare = [...document.querySelectorAll('crono-story[permalink=""]')];
    const place = bare.indexOf(this.story);
    return place > 0 ? id || String(place + 1) : '';
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

  #follow(link: Permalink): void {
    // Before it is ready it is remembered.
    const {status, progress} = this.story.snapshot;
    if (status !== 'ready' || progress !== null) this.#asked = link;
    else this.#show(link);
  }

  #show(link: Permalink): void {
    clearTimeout(this.#timer);
    const {story} = this;
    const index = indexOf(story.snapshot.dataset);
    const {categories = [], actors = [], places = [], text = ''} = link.filters ?? {};
    const event = link.event === undefined ? (story.selected ?? null) : link.event;
    const unknown = [
      ...(link.event && !index.event.has(link.event) ? [link.event] : []),
      ...categories.filter((id) => !index.category.has(id)),
      ...actors.filter((id) => !index.actor.has(id)),
      ...places.filter((id) => !index.place.has(id)),
    ];
    story.dispatch({type: 'range', range: link.range ?? null});
    story.dispatch({
      type: 'filter',
      filters: {
        categories: categories.filter((id) => index.category.has(id)),
        actors: actors.filter((id) => index.actor.has(id)),
        places: places.filter((id) => index.place.has(id)),
        text,
      },
    });
    story.dispatch({type: 'select', id: event});
    story.dispatch({type: 'map', map: link.map ?? null});
    this.#speak(link.language);
    clearTimeout(this.#timer);
    this.#link = writePermalink(this.#linkOf(story.snapshot));
    this.#unknown = unknown;
    story.requestUpdate();
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
    const view = this.#linkOf(this.story.snapshot);
    const [before, link] = [this.#link, writePermalink(view)];
    this.#link = link;
    if (!this.story.dispatchEvent(new CronoPermalinkEvent(link))) return;
    const hash = writePermalink(view, location.hash, this.#prefix);
    if (hash === location.hash.slice(1)) return;
    // Letters of one search, or turns of one wheel, are one step back.
    const keys = changedKeys(before, link);
    const now = performance.now();
    const isSame = keys === this.#last.keys && !keys.includes('e') && now - this.#last.at < TOGETHER;
    this.#last = {keys, at: now};
    try {
      history[isSame ? 'replaceState' : 'pushState'](
        history.state,
        '',
        hash === '' ? location.pathname + location.search : `#${hash}`,
      );
    } catch {
      // Too many in too short a time, or a document that has no address: the view is what counts.
    }
  }
}

/** The keys in which two links differ. */
function changedKeys(a: string, b: string): string {
  const [before, after] = [a, b].map((text) => text.split('&'));
  const parts = [
    ...(before ?? []).filter((part) => !after?.includes(part)),
    ...(after ?? []).filter((part) => !before?.includes(part)),
  ];
  return [...new Set(parts.map((part) => part.split('=', 1)[0]))].sort().join('');
}
