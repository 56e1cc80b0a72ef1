import {html, nothing} from 'lit';
import type {Media, MediaFile} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {direction, formatNumber, mediaMessages, messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {inlineText} from '../base/index.js';
import type {MediaState} from './media-state.js';
import {addressesOf, pictureOf} from './picture.js';
import {turned} from './turned.js';

/** Pictures as large as the screen, in a dialog. */
export class Enlarged {
  #media: readonly Media[] | undefined;
  #picture: MediaFile | undefined;
  /** Where the media stand, to which the focus returns. */
  #figures: Element | null = null;

  constructor(readonly state: MediaState) {}

  open(picture: MediaFile, media: readonly Media[], button: Element): void {
    this.#picture = picture;
    this.#media = media;
    this.#figures = button.closest('.rich');
    this.state.change();
    void this.state.element.updateComplete.then(() => this.#dialog?.showModal());
  }

  /** @param show lets a gallery show the picture that was seen last */
  render(media: readonly Media[], snapshot: Snapshot, show: (picture: Media) => void) {
    const picture = this.#picture;
    if (this.#media !== media || !picture) return nothing;
    const {locale} = snapshot;
    const text = mediaMessages(locale);
    const pictures = media.filter((each): each is MediaFile => this.#canShow(each, snapshot));
    const at = Math.max(pictures.indexOf(picture), 0);
    const url = this.state.urlOf(picture.src);
    const words = plainText(picture.alt, snapshot);
    const digits = (count: number) => formatNumber(count, locale || 'en');
    const turn = (to: number) => {
      const next = pictures[to];
      if (!next || next === picture) return;
      this.#picture = next;
      this.state.change();
    };
    const onKeydown = (event: KeyboardEvent) => {
      // Keys of the views below are not theirs now.
      event.stopPropagation();
      const to = turned(event, at, pictures.length, locale);
      if (to === undefined) return;
      event.preventDefault();
      turn(to);
    };
    const onClick = ({target, currentTarget}: Event) => {
      if (target === currentTarget) this.#dialog?.close();
    };
    const button = (to: number, label: string, path: string) =>
      html`<button aria-label=${label} title=${label} aria-disabled=${to < 0 || to >= pictures.length}
        @click=${() => turn(to)}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
    return html`<dialog class="enlarged" aria-label=${words || text.picture} @keydown=${onKeydown} @click=${onClick} @close=${() => this.#close(show)}>
      <div class="bar">
        ${
          pictures.length > 1
            ? html`<span class="turn ${direction(locale)}">${button(at - 1, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
              <span role="status">${text.of(digits(at + 1), digits(pictures.length))}</span>
              ${button(at + 1, text.next, 'M-2.5,-5L2.5,0L-2.5,5')}</span>`
            : nothing
        }
        <button class="close" autofocus aria-label=${messages(locale).close} title=${messages(locale).close} @click=${() => this.#dialog?.close()}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d="M-5,-5L5,5M5,-5L-5,5"></path></svg></button>
      </div>
      <figure>${url ? pictureOf(picture, words, url, this.state, {sizes: '100vw'}) : nothing}
        <figcaption><span class="caption">${inlineText(picture.caption, snapshot)}</span> <span class="facts">${inlineText(picture.credit, snapshot)}</span></figcaption>
      </figure>
    </dialog>`;
  }

  /** Whether it is a picture that the reader has agreed to see, and that has come. */
  #canShow(media: Media, snapshot: Snapshot): boolean {
    const {state} = this;
    return (
      media.type === 'image' &&
      !state.hasFailed(media) &&
      !state.renderWarning(media, snapshot) &&
      !state.renderConsent(addressesOf(media, state), '', snapshot)
    );
  }

  #close(show: (picture: Media) => void): void {
    const [picture, media, figures] = [this.#picture, this.#media, this.#figures];
    if (!picture || !media) return;
    this.#picture = undefined;
    this.#media = undefined;
    show(picture);
    this.state.change();
    void this.state.element.updateComplete.then(() =>
      figures
        ?.querySelector<HTMLElement>(`[data-medium='${media.indexOf(picture)}'] .enlarge`)
        ?.focus({preventScroll: true}),
    );
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.state.element.shadowRoot?.querySelector<HTMLDialogElement>('dialog.enlarged');
  }
}
