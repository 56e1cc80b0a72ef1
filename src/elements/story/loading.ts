import type {ParseResult} from '../../core/dataset/index.js';
import type {Store} from '../../core/store/index.js';
import {loadMessages} from '../../i18n/index.js';
import {CronoErrorEvent, CronoLoadEvent} from '../base/index.js';
import {loadDataset, readDataset} from './load.js';
import {faultyRows, type Loaded} from './loaded.js';
import {localeOf} from './locale.js';
import type {Permalinks} from './permalinks.js';
import type {StoryHost} from './story-host.js';

/** Delay before a load is reported as slow, in milliseconds. */
const SLOW = 4000;
/** Time without a byte, or without a part of what has come, after which a load has failed, in milliseconds. */
const SILENT = 90_000;

/** The interface of the story that loading uses. */
export interface LoadingHost {
  readonly store: Store;
  readonly resolveLocale: () => void;
  /** The permalinks of the story, if enabled. */
  readonly links: () => Promise<Permalinks | undefined>;
  /** Called when the first part of the dataset is drawn, or loading failed. */
  readonly settle: () => void;
}

/** Rejects when a load is given up. */
const ending = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** Loads a story's dataset: as a whole, or a large one part by part. */
export class Loading {
  #abort: AbortController | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #silent: ReturnType<typeof setTimeout> | undefined;
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
    this.#abort = undefined;
    this.#rest();
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
    const {data, src} = story;
    if (data === undefined && !src) {
      this.isPending = false;
      return;
    }
    // What reads the file may never come either.
    const loaded: Loaded = await Promise.race([this.#read(abort), ending(abort.signal)]).catch((error) => ({
      failure: {code: 'network', url: src ?? '', detail: String(error?.message ?? error)},
    }));
    if (this.#abort !== abort) return;
    await Promise.resolve();
    this.#rest();
    this.isPending = false;
    if ('failure' in loaded) {
      store.dispatch({type: 'fail', failure: loaded.failure});
      await story.updateComplete;
      story.dispatchEvent(new CronoErrorEvent(loaded.failure));
    } else {
      const {dataset, issues} = loaded.result;
      await this.#show(loaded.result, null, abort);
      if (this.#abort !== abort) return;
      const faulty = faultyRows(issues);
      // For authors; what readers miss is said where it is missing.
      // biome-ignore lint/suspicious/noConsole: it is for authors, and no warning.
      if (faulty > 0) console.info(`${faulty} rows with faults:`, issues);
      story.dispatchEvent(new CronoLoadEvent(dataset, issues));
    }
    this.host.settle();
  }

  /** Reads what the story has, or fetches its source. */
  async #read(abort: AbortController): Promise<Loaded> {
    const {story} = this;
    const {data} = story;
    this.#wait(abort);
    // Fetch in parallel with the dataset.
    const desk =
      story.matches('[format],[refresh],[with-issues]') &&
      import('./desk.js').then(({attach}) => attach(story));
    // A story that needs it fails by it; others go on.
    if (desk) desk.catch(reportError);
    if (data !== undefined) return readDataset(data);
    // Wait for the current update to finish: the store notifies its views synchronously.
    await Promise.resolve();
    this.host.store.dispatch({type: 'loading'});
    const load = (story.getAttribute('format') && (await desk)) || loadDataset;
    return load(new URL(story.src ?? '', story.baseURI).href, abort.signal, {
      onPart: (part, progress) => this.#show(part, progress, abort),
      onBytes: () => this.#extend(abort),
      withoutWorker: story.withoutWorker,
    });
  }

  /** Says that the load is slow, and gives up when nothing comes for long. */
  #wait(abort: AbortController): void {
    this.isSlow = false;
    this.#rest();
    this.#slow = setTimeout(() => {
      this.isSlow = true;
      this.story.requestUpdate();
    }, SLOW);
    this.#extend(abort);
  }

  /** Something has come: it may go on for as long again. */
  #extend(abort: AbortController): void {
    // An earlier load has no say any more.
    if (this.#abort !== abort) return;
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => abort.abort(new Error(`No data for ${SILENT / 1000} s`)), SILENT);
  }

  #rest(): void {
    clearTimeout(this.#slow);
    clearTimeout(this.#silent);
  }

  /** Shows a dataset, or a part of it (`progress` is the loaded share); a part makes the story ready. */
  async #show(
    {dataset, issues}: ParseResult,
    progress: number | null,
    abort: AbortController,
  ): Promise<void> {
    const {story, host} = this;
    const {store} = host;
    const links = await host.links();
    links?.applyLanguage();
    const locale = localeOf(story) ?? dataset.language;
    await loadMessages(locale);
    if (this.#abort !== abort) return;
    this.#rest();
    if (progress !== null) this.#extend(abort);
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
