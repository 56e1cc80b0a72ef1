import {html, nothing} from 'lit';
import type {Media, MediaFile, Quote} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {direction, formatNumber, loadMediaMessages, mediaMessages} from '../../i18n/index.js';
import {plainText, sourceNotes, textOf} from '../../words/index.js';
import {draw, inlineText} from '../base/index.js';
import {renderDocument} from './document.js';
import {Enlarged} from './enlarged.js';
import {addressLink, type MediaState, preloadOf} from './media-state.js';
import {renderPair} from './pair.js';
import {addressesOf, boxOf, pictureOf} from './picture.js';
import {Players} from './players.js';
import own from './rich-media.styles.js';
import {turned} from './turned.js';

export const styles = [own];

/** Kinds that are seen, and so shown one at a time where there are several. */
const SEEN: ReadonlySet<Media['type']> = new Set(['image', 'video', 'embed', 'document', 'pair']);

/** Draws media that are more than a single file with its words, and several of them as a gallery. */
export class RichMedia {
  /** Index of the medium that a gallery shows. */
  readonly #shown = new WeakMap<readonly Media[], number>();
  /** Pictures that have come. */
  readonly #loaded = new WeakSet<Media>();
  readonly #players: Players;
  readonly #enlarged: Enlarged;

  constructor(readonly state: MediaState) {
    this.#players = new Players(state);
    this.#enlarged = new Enlarged(state);
  }

  stop(): void {
    this.#players.stop();
  }

  /** Fetches the words of media in the language of the story. */
  prepare({locale}: Snapshot): void {
    void loadMediaMessages(locale)?.then(() => this.state.change());
  }

  render(media: readonly Media[], snapshot: Snapshot) {
    this.prepare(snapshot);
    const seen = media.filter(({type}) => SEEN.has(type));
    const figures =
      seen.length > 1
        ? media.map((each) => {
            if (each === seen[0]) return this.#renderGallery(seen, media, snapshot);
            return seen.includes(each) ? nothing : this.#renderFigure(each, media, snapshot);
          })
        : media.map((each) => this.#renderFigure(each, media, snapshot));
    return html`<div class="rich">${figures}${this.#enlarged.render(media, snapshot, (to) => {
      const at = seen.indexOf(to);
      if (at >= 0) this.#shown.set(media, at);
    })}</div>`;
  }

  /** Several of which one is shown; all of them in print. */
  #renderGallery(seen: readonly Media[], media: readonly Media[], snapshot: Snapshot) {
    const {locale} = snapshot;
    const text = mediaMessages(locale);
    const at = Math.min(this.#shown.get(media) ?? 0, seen.length - 1);
    const digits = (count: number) => formatNumber(count, locale || 'en');
    const turn = (to: number) => {
      if (to < 0 || to >= seen.length || to === at) return;
      this.#shown.set(media, to);
      this.state.change();
    };
    const button = (to: number, label: string, path: string) =>
      html`<button aria-label=${label} title=${label} aria-disabled=${to < 0 || to >= seen.length}
        @click=${() => turn(to)}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
    const onKeydown = (event: KeyboardEvent) => {
      const to = turned(event, at, seen.length, locale);
      if (to === undefined) return;
      event.preventDefault();
      turn(to);
      this.#keepFocus(event);
    };
    return html`<div class="gallery" role="group" aria-label=${text.gallery} @keydown=${onKeydown}>
      ${seen.map((each, i) => this.#renderFigure(each, media, snapshot, i !== at))}
      <div class="turn ${direction(locale)}">
        ${button(at - 1, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
        <span role="status">${text.of(digits(at + 1), digits(seen.length))}</span>
        ${button(at + 1, text.next, 'M-2.5,-5L2.5,0L-2.5,5')}
      </div>
    </div>`;
  }

  /** What was focused within a picture goes away with it: the focus goes to the one that comes. */
  #keepFocus({currentTarget, target}: Event): void {
    if (!(target as Element).closest('figure')) return;
    void this.state.element.updateComplete.then(() => {
      const figure = (currentTarget as Element).querySelector<HTMLElement>('figure:not([hidden])');
      figure?.focus({preventScroll: true});
    });
  }

  #renderFigure(each: Media, media: readonly Media[], snapshot: Snapshot, isHidden = false) {
    if (each.type === 'quote') return this.#renderQuote(each, snapshot);
    return html`<figure class="media ${each.type}" data-medium=${media.indexOf(each)} tabindex="-1" ?hidden=${isHidden}>
      <div class=${boxOf(each) ? 'body sized' : 'body'} .style=${boxOf(each)}>${this.#renderBody(each, media, snapshot)}</div>
      ${each.type === 'image' && isSaid(each) ? this.#renderEnlarge(each, media, snapshot) : nothing}
      ${renderWords(each, snapshot)}
    </figure>`;
  }

  /** Renders a medium, what is asked before, or that it fails. */
  #renderBody(each: MediaFile, media: readonly Media[], snapshot: Snapshot) {
    const {state} = this;
    const warning = state.renderWarning(each, snapshot);
    if (warning) return warning;
    const words = plainText(each.alt, snapshot);
    const url = state.urlOf(each.src);
    if (!url) return html`<p class="facts">${words}</p>`;
    if (each.type === 'embed') return this.#players.render(each, words, url, snapshot);
    if (each.type === 'document') return renderDocument(each, words, url, state, snapshot);
    const kind = each.type === 'pair' ? 'image' : each.type;
    const question = state.renderConsent(addressesOf(each, state), words, snapshot);
    if (question) return question;
    const hasFailed = state.hasFailed(each);
    const drawn =
      each.type === 'pair'
        ? renderPair(each, words, url, state, snapshot)
        : each.type === 'image'
          ? this.#renderImage(each, words, url, media, snapshot)
          : this.#renderPlayer(each, words, url, snapshot);
    return html`<div class="drawn" ?hidden=${hasFailed}>${drawn}</div>${
      hasFailed ? state.renderFailure(each, kind, words, url, snapshot, true) : nothing
    }`;
  }

  #renderImage(each: MediaFile, words: string, url: URL, media: readonly Media[], snapshot: Snapshot) {
    const text = mediaMessages(snapshot.locale);
    const onLoad = () => {
      if (this.#loaded.has(each)) return;
      this.#loaded.add(each);
      this.state.change();
    };
    // What is said after some seconds lies behind the picture.
    return html`${
      this.#loaded.has(each)
        ? nothing
        : html`<p class="slow">${words} <span class="facts">${text.slow} ${addressLink(url)}</span></p>`
    }${pictureOf(each, words, url, this.state, {onLoad})}${isSaid(each) ? nothing : this.#renderEnlarge(each, media, snapshot)}`;
  }

  #renderEnlarge(each: MediaFile, media: readonly Media[], {locale}: Snapshot) {
    const {enlarge} = mediaMessages(locale);
    return html`<button class="enlarge" aria-label=${enlarge} title=${enlarge} aria-haspopup="dialog"
      @click=${(event: Event) => this.#enlarged.open(each, media, event.currentTarget as Element)}>
      <svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${ARROWS}></path></svg>
    </button>`;
  }

  /** A film or a recording. */
  #renderPlayer(each: MediaFile, words: string, url: URL, {locale}: Snapshot) {
    const {state} = this;
    const src = state.playableUrl(each, url);
    const fail = (event: Event) => state.fail(each, event.currentTarget as Element);
    if (each.type === 'audio')
      return html`<audio src=${src} aria-label=${words || nothing} controls preload=${preloadOf(url)} @error=${fail}></audio>`;
    const tracks = each.captions.flatMap(({src: address, language}) => {
      const track = state.urlOf(address);
      return track ? [{track, language}] : [];
    });
    // Without it no browser reads captions of another server than the page's.
    const isElsewhere = tracks.some(({track}) => track.origin !== location.origin);
    return html`<video src=${src} aria-label=${words || nothing} controls playsinline preload=${preloadOf(url)}
      poster=${state.urlOf(each.poster)?.href ?? nothing} width=${each.width ?? nothing} height=${each.height ?? nothing}
      crossorigin=${isElsewhere ? 'anonymous' : nothing} @error=${fail}>${tracks.map(
        ({track, language}) =>
          html`<track kind="captions" src=${track.href} srclang=${language} label=${nameOf(language, locale)}
            ?default=${language.split('-', 1)[0] === locale.split('-', 1)[0]}>`,
      )}</video>`;
  }

  /** What somebody said. */
  #renderQuote(quote: Quote, snapshot: Snapshot) {
    const {state} = this;
    const warning = state.renderWarning(quote, snapshot);
    const url = state.urlOf(quote.src);
    const words = textOf(quote.text, snapshot);
    return html`<figure class="media quote" tabindex="-1">${
      warning ??
      html`<blockquote cite=${url?.href ?? nothing}>${draw(words)}</blockquote>
      <figcaption>${inlineText(quote.credit, snapshot)}${
        quote.cite.length > 0
          ? html` ${draw(sourceNotes(quote.cite, snapshot))}`
          : url
            ? html` <span class="facts">${addressLink(url)}</span>`
            : nothing
      }${quote.caption === undefined ? nothing : html`<p class="facts">${inlineText(quote.caption, snapshot)}</p>`}</figcaption>`
    }</figure>`;
  }
}

/** Two arrows outwards, as an SVG path. */
const ARROWS = 'M1,-6H6V-1M6,-6L1,-1M-1,6H-6V1M-6,6L-1,1';

/** Whether words stand below a medium. */
const isSaid = ({caption, credit, cite, transcript}: MediaFile): boolean =>
  caption !== undefined || credit !== undefined || cite.length > 0 || transcript !== undefined;

/** Caption, credit and sources, and what is said in a film or recording. */
function renderWords(media: MediaFile, snapshot: Snapshot) {
  if (!isSaid(media)) return nothing;
  const {caption, credit, cite, transcript} = media;
  const said = [
    caption === undefined ? '' : html`<span class="caption">${inlineText(caption, snapshot)}</span> `,
    credit === undefined ? '' : html`<span class="facts">${inlineText(credit, snapshot)}</span> `,
    cite.length > 0 ? draw(sourceNotes(cite, snapshot)) : '',
  ];
  return html`<figcaption>${said}${
    transcript === undefined
      ? nothing
      : html`<details><summary>${mediaMessages(snapshot.locale).transcript}</summary><p class="transcript">${inlineText(transcript, snapshot)}</p></details>`
  }</figcaption>`;
}

/** The name of a language in its own words. */
function nameOf(language: string, locale: string): string {
  const names = new Intl.DisplayNames([language, locale || 'en'], {type: 'language'});
  return names.of(language) ?? language;
}
