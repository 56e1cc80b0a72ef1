import {css, html, nothing} from 'lit';
import {isPlayerPage, type Media, type MediaFile} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {plainText} from '../../words/index.js';
import {type CronoElement, inlineText, PartController} from '../base/index.js';
import {MediaState, preloadOf, referrerOf} from '../media/media-state.js';

/** Media of these kinds play or show a file without anything else. */
const PLAIN = /^(?:image|video|audio)$/;
/** What a file may have besides. */
const MORE = ['caption', 'width', 'srcset', 'focus', 'poster', 'transcript'] as const;

/** Whether it is more than a file with its words, a credit and a warning. */
const isRich = (media: Media): boolean =>
  media.type === 'quote' ||
  !PLAIN.test(media.type) ||
  media.cite.length > 0 ||
  media.captions.length > 0 ||
  MORE.some((key) => media[key] !== undefined);

/** Whether the media of an event need `RichMedia`: one of them is rich, or several are seen. */
const areRich = (media: readonly Media[]): boolean =>
  media.some(isRich) || media.filter(({type}) => type !== 'audio').length > 1;

/**
 * Draws the media of events, in cards, lists and steps alike. A single file with its words is drawn here; what draws
 * anything else is fetched when it comes up.
 */
export class MediaViews {
  readonly #state: MediaState;
  readonly #rich;

  constructor(element: CronoElement, allow: (host: string) => void, story: () => HTMLElement | undefined) {
    this.#state = new MediaState(element, allow, story);
    this.#rich = new PartController(
      element,
      () => import('../media/rich-media.js'),
      ({RichMedia}) => new RichMedia(this.#state),
    );
  }

  /** Grows when anything looks otherwise. */
  get version(): number {
    return this.#state.version;
  }

  /** Fetches what draws these media, and its words, so that it is there when they are printed. */
  prepare(all: Iterable<readonly Media[]>, snapshot: Snapshot): void {
    for (const media of all) {
      if (!areRich(media)) continue;
      this.#rich.get()?.prepare(snapshot);
      return;
    }
  }

  render(media: readonly Media[], snapshot: Snapshot): unknown {
    if (areRich(media)) return this.#rich.get()?.render(media, snapshot);
    return media.map((each) => {
      const credit =
        each.credit === undefined
          ? nothing
          : html`<figcaption class="facts">${inlineText(each.credit, snapshot)}</figcaption>`;
      return html`<figure class="media" tabindex="-1">${this.#renderBody(each as MediaFile, snapshot)}${credit}</figure>`;
    });
  }

  /** Renders an image, video or audio, what is asked before, or that it fails. */
  #renderBody(media: MediaFile, snapshot: Snapshot) {
    const state = this.#state;
    const warning = state.renderWarning(media, snapshot);
    if (warning) return warning;
    const words = plainText(media.alt, snapshot);
    const url = state.urlOf(media.src);
    if (!url) return html`<p class="facts">${words}</p>`;
    const kind = media.type as 'image' | 'video' | 'audio';
    if (kind !== 'image' && isPlayerPage(url))
      return state.renderFailure(media, kind, words, url, snapshot, false);
    const question = state.renderConsent([url], words, snapshot);
    if (question) return question;
    const hasFailed = state.hasFailed(media);
    return html`${this.#renderMedium(media, words, url, hasFailed)}${
      hasFailed ? state.renderFailure(media, kind, words, url, snapshot, true) : nothing
    }`;
  }

  #renderMedium(media: MediaFile, words: string, url: URL, isHidden: boolean) {
    const state = this.#state;
    const fail = (event: Event) => state.fail(media, event.currentTarget as Element);
    if (media.type === 'image')
      return html`<img referrerpolicy=${referrerOf(url)} src=${url.href} alt=${words} loading="lazy" decoding="async"
        ?hidden=${isHidden} @error=${fail}>`;
    const src = state.playableUrl(media, url);
    return media.type === 'video'
      ? html`<video src=${src} aria-label=${words || nothing} controls preload=${preloadOf(url)} playsinline ?hidden=${isHidden} @error=${fail}></video>`
      : html`<audio src=${src} aria-label=${words || nothing} controls preload=${preloadOf(url)} ?hidden=${isHidden} @error=${fail}></audio>`;
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
