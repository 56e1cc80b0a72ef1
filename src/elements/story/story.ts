import {html, nothing, type PropertyDeclarations, type PropertyValues} from 'lit';
import {hasOverlays} from '../../core/overlays/index.js';
import {createStore, type Snapshot, type Store} from '../../core/store/index.js';
import {describeView, direction, loadMessages, messages} from '../../i18n/index.js';
import {
  CronoConnectEvent,
  CronoElement,
  CronoFilterChangeEvent,
  CronoLocaleChangeEvent,
  CronoRangeChangeEvent,
  CronoSelectEvent,
  CronoStoryChangeEvent,
  PartController,
} from '../base/index.js';
import {Announcer} from './announcer.js';
import {Loading} from './loading.js';
import {localeOf, observe, watchLanguages} from './locale.js';
import {renderNotice} from './notice.js';
import {Requests} from './requests.js';
import styles from './story.styles.js';
import {VIEWS} from './views.js';

/** Normalizes host names as URLs do: in lower case, without path or scheme. */
const hostsOf = (names: string): string[] =>
  names.split(/[\s,]+/).flatMap((name) => {
    const address = name.includes('//') ? name : `https://${name}`;
    return name && URL.canParse(address) ? new URL(address).host : [];
  });

/**
 * @summary Loads one story and keeps every element that shows it in step.
 * @since 0.1.0
 *
 * Without children it lays out the whole story; children replace that layout. An element elsewhere on the page connects
 * with `for="id"`.
 *
 * @element crono-story
 *
 * @slot - A custom layout. By default the story lays itself out.
 * @slot fallback - Shown until the story is drawn, for a story without a custom layout.
 *
 * @attr format - `csv`, `xlsx`, `geojson`, `timelinejs` and others, or `auto`: the file is imported, by docs/IMPORT.md.
 * @attr import-columns - Roles of its columns: `Ort=place; Tote=measure`.
 * @attr import-claimant - Who claims its numbers.
 * @attr import-dates - `day-first` or `month-first`, where a date as 9/8/1912 leaves it open.
 * @attr import-century - First of the hundred years in which years of two digits lie.
 * @attr import-negative-years - `historical` when -300 means 300 BCE; in ISO 8601 it is 301 BCE.
 * @attr import-language - Language of its texts.
 * @attr import-sheet - Name of the sheet of a workbook.
 * @attr refresh - Seconds after which it is looked whether the file has changed; a new one is shown where the reader is.
 * @attr embed-hosts - Hosts, separated by spaces, whose players are framed besides those of YouTube, Vimeo and SoundCloud; readers are asked first.
 * @attr with-issues - For editors: lists above the story what is wrong with its file. Readers are not told of it.
 *
 * @fires {CronoLoadEvent} crono-load - A dataset was loaded and drawn.
 * @fires {CronoSelectEvent} crono-select - The selected event, shape or route changed, or was cleared.
 * @fires {CronoRangeChangeEvent} crono-range-change - The time range changed.
 * @fires {CronoFilterChangeEvent} crono-filter-change - The filters changed.
 * @fires {CronoLocaleChangeEvent} crono-locale-change - The language or its messages changed.
 * @fires {CronoPermalinkEvent} crono-permalink - The view changed, debounced; only with `permalink`. Cancelable.
 * @fires {CronoErrorEvent} crono-error - The story could not be loaded.
 *
 * @csspart layout - The default layout. The parts of its views are exported as `map-place`, `card-title` and so on.
 * @csspart header - Its head.
 * @csspart title - The story's title.
 * @csspart standfirst - What the dataset says in short.
 * @csspart summary - The summary of the view in words.
 * @csspart issues - What is wrong with the file, with `with-issues`.
 * @csspart views - The views before the card, or after it.
 * @csspart views-after - Those after it, where others are before it.
 * @csspart map - The map itself; so also `timeline`, `range`, `filter`, `card`, `list` and `sources`.
 * @csspart notice - The notice while loading, when empty, and on errors.
 * @csspart retry - The button that tries again.
 * @csspart stop - The button that stops the import of a large file.
 *
 * @cssproperty --crono-story-card-width - Width of the card beside the views, as a track of a grid: `minmax(19em, 1fr)`.
 * @cssproperty --crono-story-offset - Height of what the page keeps at the top of the screen, under which the card stays: 0.
 * @cssstate loading - A dataset is loading.
 * @cssstate error - The dataset could not be loaded.
 * @cssstate empty - The dataset has no events.
 */
export class CronoStory extends CronoElement {
  static override readonly tag = 'crono-story';
  static override readonly uses = VIEWS;
  static override styles = [CronoElement.styles, styles];
  static override readonly properties: PropertyDeclarations = {
    src: {},
    data: {attribute: false},
    selected: {},
    permalink: {},
    allowHosts: {attribute: 'allow-hosts'},
    withoutWorker: {type: Boolean, attribute: 'without-worker'},
    folds: {},
    theme: {reflect: true},
    headingLevel: {type: Number, attribute: 'heading-level'},
    views: {},
  };

  /** URL of the dataset. */
  src = '';

  /** Parsed JSON in place of `src`; checked like a file. May be set before the element is defined. */
  data: unknown;

  /** Id of the initially selected event. */
  selected: string | undefined;

  /**
   * Keeps selection, range, filters, map and language in the page's URL. Its value is a prefix of the keys, for pages
   * with several stories.
   */
  permalink: string | undefined;

  /** Third-party hosts, separated by spaces, from which media and tiles are fetched without asking the reader. */
  allowHosts = '';

  /** Reads large datasets without a worker, for pages whose Trusted Types do not allow a policy for it. */
  withoutWorker = false;

  /** `none` shows all of time to scale. By default timelines and charts fold long stretches without events. */
  folds: string | undefined;

  /** `light` or `dark`; by default the page's `color-scheme`, with `auto` the reader's setting. */
  theme: 'light' | 'dark' | 'auto' | undefined;

  /** Level of the story's heading, 1 to 5; headings below it get the next levels. */
  headingLevel = 2;

  /**
   * What the default layout shows, and in which order, by the names of the elements separated by spaces; by default `map
   * timeline range card list sources`, and `filter` above them for many events. A card that comes first stands at the
   * start of wide boxes, and at the end otherwise.
   */
  views: string | undefined;

  /** Resolves when the first dataset is drawn or has failed; never rejects. */
  readonly ready: Promise<void>;

  readonly #store: Store = createStore(undefined, {describe: describeView});
  readonly #requests = new Requests(this, this.#store);
  #settleReady: () => void = () => {};
  #told: Snapshot = this.#store.snapshot;
  #connection: AbortController | undefined;
  readonly #announcer = new Announcer(this);
  /** The default layout, for a story without children. */
  readonly #layout = new PartController(this, () => import('./layout.js'));
  /** Synchronizes view and URL. */
  readonly #permalinks = new PartController(
    this,
    () => import('./permalinks.js'),
    ({Permalinks}) => {
      const links = new Permalinks(this);
      if (this.#connection) links.start(this.#connection.signal);
      return links;
    },
  );
  /** The last requested locale, whose messages may be pending. */
  #locale = '';
  /** The messages of the current snapshot. */
  #words = messages(this.#store.snapshot.locale);
  readonly #loading = new Loading(this, {
    store: this.#store,
    resolveLocale: () => this.#resolveLocale(),
    links: async () => {
      if (this.permalink !== undefined) this.#permalinks.get();
      await this.#permalinks.pending;
      return this.#permalinks.value;
    },
    settle: () => this.#settleReady(),
  });

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#settleReady = resolve;
    });
    this.#store.subscribe(() => this.#onChange());
    this.addEventListener(CronoConnectEvent.type, this.#onConnect);
  }

  /**
   * Alias of `data`. It hides the built-in `dataset` of elements (their `data-*` attributes), which cannot be set, so
   * it works only after the story is defined; while no data is set it returns these attributes.
   */
  override get dataset(): DOMStringMap {
    return (this.data as DOMStringMap | undefined) ?? super.dataset;
  }

  override set dataset(json: unknown) {
    this.data = json;
  }

  /** The current state: frozen, and replaced on each change. */
  get snapshot(): Snapshot {
    return this.#store.snapshot;
  }

  /**
   * Executes an action without asking listeners. Throws a `TypeError` that names the fault when it is malformed: an
   * unknown type, a missing field, NaN.
   */
  dispatch(action: Parameters<Store['dispatch']>[0]): void {
    this.#store.dispatch(action);
  }

  /** Fetches `src` again. */
  async reload(): Promise<void> {
    await this.#load();
  }

  /** Shows the view of a permalink: a URL fragment, as given by `crono-permalink`. */
  async follow(link: string): Promise<void> {
    const links = await this.#permalinks.fetch();
    if (!links) throw this.#permalinks.error;
    links.follow(link);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const connection = new AbortController();
    this.#connection = connection;
    const {signal} = connection;
    document.addEventListener(CronoConnectEvent.type, this.#onConnect, {signal});
    watchLanguages(() => this.#resolveLocale(), signal);
    // Views that come or go decide anew whether it lays itself out.
    observe(this, {childList: true}, () => this.requestUpdate(), signal);
    this.#resolveLocale();
    document.dispatchEvent(new CronoStoryChangeEvent());
    this.#permalinks.value?.start(signal);
    // Resume loading when it was interrupted by a removal.
    if (this.hasUpdated && this.#loading.isPending) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    queueMicrotask(() => {
      if (this.isConnected) return;
      // Removed and not moved: disconnect the elements joined by `for`, and stop everything.
      document.dispatchEvent(new CronoStoryChangeEvent());
      this.#loading.stop();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (!this.isConnected) return;
    if (name === 'lang') this.#resolveLocale();
    if (name === 'id') document.dispatchEvent(new CronoStoryChangeEvent());
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'id'];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('permalink')) {
      if (this.#permalinks.value) this.#permalinks.value.reset();
      else if (this.permalink !== undefined) this.#permalinks.get();
    }
    if (changed.has('allowHosts')) this.#store.dispatch({type: 'allow', hosts: hostsOf(this.allowHosts)});
    if (changed.has('folds'))
      this.#store.dispatch({type: 'unfold', folds: this.folds === 'none' ? 'all' : []});
    if (changed.has('data') || changed.has('src')) void this.#load();
    else if (changed.has('selected')) this.#store.dispatch({type: 'select', id: this.selected ?? null});
    const {status, dataset, counts, locale} = this.snapshot;
    this.setLocale(locale);
    this.setDirection(direction(locale));
    this.setState('loading', status === 'loading');
    this.setState('error', status === 'error');
    this.setState('empty', status === 'ready' && counts.events === 0 && !hasOverlays(dataset));
  }

  protected override render() {
    const isOwn = !this.#isLaidOut();
    const drawn = isOwn ? this.#renderLayout() : html`<slot></slot>`;
    const isWaiting = this.snapshot.status !== 'idle';
    return html`
      <div class=${drawn ? 'over' : isWaiting ? 'waiting' : nothing}>
        <div>${this.#renderNotices(isOwn, isOwn && !drawn && this.#layout.error === undefined)}</div>
        ${drawn ? nothing : html`<slot name="fallback" class=${this.childElementCount > 0 ? nothing : 'skeleton'}></slot>`}
      </div>
      ${drawn}
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
    `;
  }

  /** Renders the story's own layout; undefined until there is something to lay out. */
  #renderLayout() {
    // Fetch in parallel with the dataset.
    const layout = this.#layout.get();
    return this.snapshot.status === 'ready' ? layout?.render(this.snapshot, this) : undefined;
  }

  #renderNotices(isOwn: boolean, isComing: boolean) {
    const {isSlow} = this.#loading;
    return html`
      ${renderNotice(this.snapshot, {isOwn, isComing, isSlow, retry: () => void this.#load()})}
      ${this.#permalinks.value?.notice(this.snapshot)}`;
  }

  /** Comments, white space and fallbacks do not count as a layout. */
  readonly #isLaidOut = (): boolean => [...this.children].some((child) => child.slot !== 'fallback');

  readonly #onConnect = (event: CronoConnectEvent): void => {
    // On the document, answer only requests for this id; within the story, only those without an id.
    const named = event.currentTarget === document;
    if (named ? event.storyId !== this.id || this.id === '' : event.storyId !== null) return;
    if (named && document !== this.ownerDocument) return;
    event.stopImmediatePropagation();
    event.accept({store: this.#store, story: this, request: this.#requests.send});
  };

  /** Pages without steps or a player do not pay for them. */
  #defineGuides(): void {
    const root = this.getRootNode() as Document;
    if (root.querySelector?.('crono-steps'))
      import('../steps/steps.js').then(({CronoSteps}) => CronoSteps.define()).catch(() => undefined);
    if (root.querySelector?.('crono-player'))
      import('../player/player.js').then(({CronoPlayer}) => CronoPlayer.define()).catch(() => undefined);
  }

  #resolveLocale(): void {
    const locale = localeOf(this) ?? this.snapshot.dataset.language;
    this.#locale = locale;
    // Keep the old language until the messages are loaded.
    const pending = loadMessages(locale);
    if (pending) void pending.then(() => this.#locale === locale && this.#applyLocale(locale));
    else this.#applyLocale(locale);
  }

  /** Applies a locale, or replaced messages of the current one. */
  #applyLocale(locale: string): void {
    if (locale !== this.snapshot.locale) this.#store.dispatch({type: 'locale', locale});
    else if (messages(locale) !== this.#words) this.#store.dispatch({type: 'words'});
  }

  async #load(): Promise<void> {
    // Fetch in parallel with the dataset.
    if (this.selected && (!this.#isLaidOut() || this.querySelector('crono-card')))
      import('../card/event.js').catch(() => undefined);
    await this.#loading.start();
  }

  #onChange(): void {
    const [before, now] = [this.#told, this.snapshot];
    this.#told = now;
    const hasOtherMessages = now.locale !== before.locale || now.words !== before.words;
    if (hasOtherMessages) this.#words = messages(now.locale);
    this.#permalinks.value?.update();
    this.requestUpdate();
    if (now.status !== before.status) this.#defineGuides();
    // What a step shows is said with it, by the element that has it; a player says where it rests.
    const isTold = now.step && now.step !== before.step;
    if (now.status === 'ready' && before.summary !== now.summary && !isTold && !now.playing)
      this.#announcer.say(now.summary);
    if (now.selected !== before.selected) this.dispatchEvent(new CronoSelectEvent(now.selected));
    if (now.range !== before.range) this.dispatchEvent(new CronoRangeChangeEvent(now.range));
    if (now.filters !== before.filters) this.dispatchEvent(new CronoFilterChangeEvent(now.filters));
    if (hasOtherMessages) this.dispatchEvent(new CronoLocaleChangeEvent(now.locale));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-story': CronoStory;
  }
}
