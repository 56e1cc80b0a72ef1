import {html, nothing, type TemplateResult} from 'lit';
import type {Media} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {canPlay} from '../../net/index.js';
import {baseOf} from '../base/base-of.js';
import {type CronoElement, hostToAsk, inlineText, safeLink} from '../base/index.js';

/** The kinds of files that a sentence is about. */
type Kind = 'image' | 'video' | 'audio';

/** What the reader has agreed to see or fetch, and which media have failed; and how both are said. */
export class MediaState {
  /** Grows when anything looks otherwise. */
  version = 0;
  /** Media with a warning that the reader has revealed. Keyed by rows, so another dataset starts over. */
  readonly #revealed = new WeakSet<Media>();
  /** Media that could not be shown, until they are tried again. */
  readonly #failed = new WeakSet<Media>();
  readonly #retried = new WeakSet<Media>();
  /** Films and sounds of the page's own server that are being looked up, or were; and those that are there. */
  readonly #asked = new WeakSet<Media>();
  readonly #known = new WeakSet<Media>();

  /** @param allow asks the story to fetch from a host */
  constructor(
    readonly element: CronoElement,
    readonly allow: (host: string) => void,
    readonly story: () => HTMLElement | undefined,
  ) {}

  /** The safe URL of an address of the dataset. */
  urlOf(address: string | undefined): URL | undefined {
    const link = safeLink(address);
    const base = baseOf(this.story());
    return link !== nothing && URL.canParse(link, base) ? new URL(link, base) : undefined;
  }

  hasFailed(media: Media): boolean {
    return this.#failed.has(media);
  }

  /** What is asked before media with a warning are shown. */
  renderWarning(media: Media, snapshot: Snapshot) {
    if (media.warning === undefined || this.#revealed.has(media)) return undefined;
    const {showMedia} = messages(snapshot.locale);
    return this.renderQuestion(html`<p>${inlineText(media.warning, snapshot)}</p>`, showMedia, () =>
      this.#revealed.add(media),
    );
  }

  /** What is asked before a host is, by its name; undefined when nothing has to be asked. */
  renderConsent(
    urls: readonly (URL | undefined)[],
    words: string,
    snapshot: Snapshot,
    sentence: (host: string) => string = messages(snapshot.locale).foreignMedia,
  ) {
    const host = urls.map((url) => url && hostToAsk(url.href, snapshot)).find(Boolean);
    if (host === undefined) return undefined;
    return this.renderQuestion(
      html`${words ? html`<p>${words}</p>` : nothing}<p class="facts">${sentence(host)}</p>`,
      messages(snapshot.locale).allowHost(host),
      () => this.allow(host),
    );
  }

  /** What is asked before a medium is fetched or shown, and the button that agrees. */
  renderQuestion(question: TemplateResult, answer: string, agree: () => void) {
    return html`<div class="warning">
      ${question}
      <button @click=${() => this.#reveal(agree)}>${answer}</button>
    </div>`;
  }

  /** What stands for a medium that cannot be shown: its words, and the way to its address. */
  renderFailure(media: Media, kind: Kind, words: string, url: URL, {locale}: Snapshot, canRetry: boolean) {
    const text = messages(locale);
    return html`<div part="notice" class="warning" role=${this.#retried.has(media) ? 'alert' : nothing}>
      ${words ? html`<p>${words}</p>` : nothing}
      <p class="facts">${text.mediaFailed[kind]} ${addressLink(url)}</p>
      ${canRetry ? html`<button part="retry" @click=${(event: Event) => this.#retry(media, event)}>${text.retry}</button>` : nothing}
    </div>`;
  }

  /** The URL that a player gets: none of the page's own server before it is known to have the file. */
  playableUrl(media: Media, url: URL): string | typeof nothing {
    if (!isOwn(url)) return url.href;
    if (!this.#asked.has(media)) {
      this.#asked.add(media);
      void canPlay(url.href).then((isThere) => {
        if (isThere) this.#known.add(media);
        else this.#failed.add(media);
        this.change();
      });
    }
    return this.#known.has(media) ? url.href : nothing;
  }

  fail(media: Media, medium: Element): void {
    const hasFocus = medium === this.element.shadowRoot?.activeElement;
    const fail = () => this.#failed.add(media);
    if (hasFocus) this.#reveal(fail);
    else {
      fail();
      this.change();
    }
  }

  change(): void {
    this.version++;
    this.element.requestUpdate();
  }

  #retry(media: Media, {currentTarget}: Event): void {
    const all = (currentTarget as Element)
      .closest('figure')
      ?.querySelectorAll<HTMLImageElement | HTMLMediaElement>('img, video, audio');
    this.#reveal(() => {
      this.#retried.add(media);
      this.#failed.delete(media);
      this.#asked.delete(media);
    });
    for (const medium of all ?? []) {
      if (medium instanceof HTMLImageElement) medium.setAttribute('src', medium.src);
      else if (medium.hasAttribute('src')) medium.load();
    }
  }

  /** Changes what a figure shows, and moves the focus from what goes to the figure. */
  #reveal(lift: () => void): void {
    const figure = this.element.shadowRoot?.activeElement?.closest<HTMLElement>('figure');
    lift();
    this.change();
    void this.element.updateComplete.then(() => figure?.focus({preventScroll: true}));
  }
}

/** Whether it is on the page's own server. */
const isOwn = (url: URL): boolean => url.origin === location.origin;

/** Where images tell which page they are on: a redirect of the own server to another one does not tell that one. */
export const referrerOf = (url: URL): string | typeof nothing => (isOwn(url) ? 'same-origin' : nothing);

/** Of another server the reader is told at once that it has nothing to play. */
export const preloadOf = (url: URL): string => (isOwn(url) ? 'none' : 'metadata');

/** A link whose words are its address. */
export const addressLink = ({href}: URL) =>
  html`<a href=${href} rel="noopener" dir="ltr">${href.replace(/^https?:\/\//, '')}</a>`;
