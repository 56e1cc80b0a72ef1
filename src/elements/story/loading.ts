import type {ParseResult} from '../../core/dataset/index.js';
import type {Store} from '../../core/store/index.js';
import {loadMessages} from '../../i18n/index.js';
import {CronoErrorEvent, CronoLoadEvent} from '../base/index.js';
import {loadDataset, readDataset} from './load.js';
import type {Loaded} from './loaded.js';
import {localeOf} from './locale.js';
import type {Permalinks} from './permalinks.js';
import type {StoryHost} from './story-host.js';

/** Delay before a load is reported as slow, in milliseconds. */
const SLOW = 4000;

/** The interface of the story that loading uses. */
export interface LoadingHost {
  readonly store: Store;
  readonly resolveLocale: () => void;
  /** The permalinks of the story, if enabled. */
  readonly links: () => Promise<Permalinks | undefined>;
  /** Called when the first part of the dataset is drawn, or loading failed. */
  readonly settle: () => void;
}

/** Loads a story's dataset: as a whole, or a large one part by part. */
export class Loading {
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Id of the event to select, until it is loaded or the reader selects another. */
  #requested: string | undefined;
  /** The selection after the last part was shown; undefined before the first. */
  #selected: string | null | undefined;
  /** A load is pending. */
  isPending = false;
  isSlow = false;

  constructor(
    readonly story: StoryHost,
    readonly host: LoadingHost,
  ) {}

  stop(): void {
    this.#abort?.abort();
    clearTimeout(this.#timer);
  }

  /** Loads the story's current source, aborting an earlier load. */
  async start(): Promise<void> {
    const {story} = this;
    const {store} = this.host;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.isPending = true;
    this.#requested = story.selected;
    this.#selected = undefined;
    let loaded: Loaded;
    if (story.data !== undefined) loaded = await readDataset(story.data);
    else if (story.src) {
      this.#wait();
      // Wait for the current update to finish: the store notifies its views synchronously.
      await Promise.resolve();
      store.dispatch({type: 'loading'});
      try {
        const url = new URL(story.src, story.baseURI).href;
        loaded = await loadDataset(url, abort.signal, {
          onPart: (part, progress) => this.#show(part, progress, abort),
          withoutWorker: story.withoutWorker,
        });
      } catch {
        return;
      }
    } else {
      this.isPending = false;
      return;
    }
    if (abort.signal.aborted) return;
    await Promise.resolve();
    clearTimeout(this.#timer);
    this.isPending = false;
    if ('failure' in loaded) {
      store.dispatch({type: 'fail', failure: loaded.failure});
      await story.updateComplete;
      story.dispatchEvent(new CronoErrorEvent(loaded.failure));
    } else {
      const {dataset, issues} = loaded.result;
      await this.#show(loaded.result, null, abort);
      if (abort.signal.aborted) return;
      story.dispatchEvent(new CronoLoadEvent(dataset, issues));
    }
    this.host.settle();
  }

  #wait(): void {
    this.isSlow = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isSlow = true;
      this.story.requestUpdate();
    }, SLOW);
  }

  /** Shows a dataset, or a part of it (`progress` is the loaded share); a part makes the story ready. */
  async #show(
    {dataset, issues}: ParseResult,
    progress: number | null,
    {signal}: AbortController,
  ): Promise<void> {
    const {story, host} = this;
    const {store} = host;
    const links = await host.links();
    links?.applyLanguage();
    const locale = localeOf(story) ?? dataset.language;
    await loadMessages(locale);
    if (signal.aborted) return;
    clearTimeout(this.#timer);
    const isFirst = this.#selected === undefined;
    if (!isFirst && story.snapshot.selected !== this.#selected) this.#requested = undefined;
    const view = links?.viewFor(dataset, this.#requested, isFirst) ?? {selected: this.#requested};
    if (isFirst) this.#requested = view.selected ?? undefined;
    store.dispatch({type: 'load', dataset, issues, progress, view, locale});
    // The locale may have changed while its messages were loading.
    host.resolveLocale();
    // Select it once, as soon as it is loaded; afterwards the reader's choice stands.
    if (story.snapshot.selected === this.#requested) this.#requested = undefined;
    links?.onShown(progress === null);
    this.#selected = story.snapshot.selected;
    await story.updateComplete;
    host.settle();
  }
}
