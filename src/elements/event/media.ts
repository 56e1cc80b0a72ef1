import {css, html, nothing, type TemplateResult} from 'lit';
import {isPlayerPage, type Media} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {canPlay} from '../../net/index.js';
import {plainText} from '../../words/index.js';
import {type CronoElement, hostToAsk, inlineText, safeLink} from '../base/index.js';

/** Draws the media of events: what the reader has agreed to see or fetch, and what is said of those that fail. */
export class MediaViews {
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
  ) {}

  render(media: readonly Media[], snapshot: Snapshot) {
    return media.map((each) => {
      const credit =
        each.credit === undefined
          ? nothing
          : html`<figcaption class="facts">${inlineText(each.credit, snapshot)}</figcaption>`;
      return html`<figure class="media" tabindex="-1">${this.#renderBody(each, snapshot)}${credit}</figure>`;
    });
  }

  /** Renders an image, video or audio, what is asked before, or that it fails. */
  #renderBody(media: Media, snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    if (media.warning !== undefined && !this.#revealed.has(media))
      return this.#renderQuestion(html`<p>${inlineText(media.warning, snapshot)}</p>`, text.showMedia, () =>
        this.#revealed.add(media),
      );
    const words = plainText(media.alt, snapshot);
    const link = safeLink(media.src);
    if (link === nothing || !URL.canParse(link, document.baseURI)) return html`<p class="facts">${words}</p>`;
    const url = new URL(link, document.baseURI);
    if (media.type !== 'image' && isPlayerPage(url))
      return this.#renderFailure(media, words, url, snapshot, false);
    const host = hostToAsk(link, snapshot);
    if (host !== undefined)
      return this.#renderQuestion(
        html`<p>${words}</p><p class="facts">${text.foreignMedia(host)}</p>`,
        text.allowHost(host),
        () => this.allow(host),
      );
    const hasFailed = this.#failed.has(media);
    return html`${this.#renderMedium(media, words, link, hasFailed)}${
      hasFailed ? this.#renderFailure(media, words, url, snapshot, true) : nothing
    }`;
  }

  /** What is asked before a medium is fetched or shown, and the button that agrees. */
  #renderQuestion(question: TemplateResult, answer: string, agree: () => void) {
    return html`<div class="warning">
      ${question}
      <button @click=${() => this.#reveal(agree)}>${answer}</button>
    </div>`;
  }

  #renderMedium(media: Media, words: string, link: string, isHidden: boolean) {
    const fail = (event: Event) => this.#fail(media, event.currentTarget as Element);
    const isOwn = new URL(link, document.baseURI).origin === location.origin;
    // A redirect of the own server to another one does not tell that one of the page.
    if (media.type === 'image')
      return html`<img referrerpolicy=${isOwn ? 'same-origin' : nothing} src=${link} alt=${words} loading="lazy" decoding="async"
        ?hidden=${isHidden} @error=${fail}>`;
    if (isOwn) this.#lookUp(media, link);
    const src = isOwn && !this.#known.has(media) ? nothing : link;
    // Of another server the reader is told at once that it has nothing to play.
    const preload = isOwn ? 'none' : 'metadata';
    return media.type === 'video'
      ? html`<video src=${src} aria-label=${words || nothing} controls preload=${preload} playsinline ?hidden=${isHidden} @error=${fail}></video>`
      : html`<audio src=${src} aria-label=${words || nothing} controls preload=${preload} ?hidden=${isHidden} @error=${fail}></audio>`;
  }

  /** What stands for a medium that cannot be shown: its words, and the way to its address. */
  #renderFailure(media: Media, words: string, url: URL, {locale}: Snapshot, canRetry: boolean) {
    const text = messages(locale);
    return html`<div part="notice" class="warning" role=${this.#retried.has(media) ? 'alert' : nothing}>
      ${words ? html`<p>${words}</p>` : nothing}
      <p class="facts">${text.mediaFailed[media.type]} <a href=${url.href} rel="noopener" dir="ltr">${url.href.replace(/^https?:\/\//, '')}</a></p>
      ${canRetry ? html`<button part="retry" @click=${(event: Event) => this.#retry(media, event)}>${text.retry}</button>` : nothing}
    </div>`;
  }

  /** Finds out whether the page's own server has a film or a sound. */
  #lookUp(media: Media, link: string): void {
    if (this.#asked.has(media)) return;
    this.#asked.add(media);
    void canPlay(new URL(link, document.baseURI).href).then((isThere) => {
      if (isThere) this.#known.add(media);
      else this.#failed.add(media);
      this.#change();
    });
  }

  #fail(media: Media, medium: Element): void {
    const hasFocus = medium === this.element.shadowRoot?.activeElement;
    const fail = () => this.#failed.add(media);
    if (hasFocus) this.#reveal(fail);
    else {
      fail();
      this.#change();
    }
  }

  #retry(media: Media, {currentTarget}: Event): void {
    const medium = (currentTarget as Element)
      .closest('figure')
      ?.querySelector<HTMLImageElement | HTMLMediaElement>('img, video, audio');
    this.#reveal(() => {
      this.#retried.add(media);
      this.#failed.delete(media);
      this.#asked.delete(media);
    });
    if (medium instanceof HTMLImageElement) medium.setAttribute('src', medium.src);
    else if (medium?.hasAttribute('src')) medium.load();
  }

  /** Changes what a figure shows, and moves the focus from what goes to the figure. */
  #reveal(lift: () => void): void {
    const figure = this.element.shadowRoot?.activeElement?.closest<HTMLElement>('figure');
    lift();
    this.#change();
    void this.element.updateComplete.then(() => figure?.focus({preventScroll: true}));
  }

  #change(): void {
    this.version++;
    this.element.requestUpdate();
  }
}

export const styles = [
  css`
    .media {
      margin: 0;
    }
    .media > :is(img, video):not([hidden]) {
      display: block;
      max-inline-size: 100%;
      max-block-size: 36em;
    }
    .media audio {
      inline-size: 100%;
    }
    .media figcaption {
      margin-block-start: 0.25em;
    }
    .warning {
      display: grid;
      gap: var(--_space-s);
      justify-items: start;
      padding: var(--_space-m);
      background: var(--_raised);
      border: var(--_line-width) dashed var(--_line);
      /* Addresses can be long. */
      overflow-wrap: anywhere;
    }
    @media print {
      .warning button {
        display: none;
      }
    }
  `,
];
