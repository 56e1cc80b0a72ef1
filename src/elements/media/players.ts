import {html, nothing} from 'lit';
import {type MediaFile, playerOf} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {mediaMessages} from '../../i18n/index.js';
import {posterOf} from './document.js';
import {addressLink, type MediaState} from './media-state.js';

/** What a player may do: it can neither leave its frame nor reach the page. */
const ALLOWED = 'fullscreen; picture-in-picture; encrypted-media';
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation';

/** Draws players of other sites, which the reader is asked about first. */
export class Players {
  /** Origins that the policy of the page does not let in. */
  readonly #blocked = new Set<string>();
  #isListening = false;

  constructor(readonly state: MediaState) {}

  stop(): void {
    this.#isListening = false;
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
  }

  /** A still of the newsroom, and below it what is asked, or the player; and always the way to the film's own page. */
  render(media: MediaFile, words: string, url: URL, snapshot: Snapshot) {
    const text = mediaMessages(snapshot.locale);
    const address = playerOf(url, this.#listed);
    const still = () =>
      posterOf(media, words, this.state, snapshot) ?? (words ? html`<p class="facts">${words}</p>` : nothing);
    const way = html`<p class="facts way">${text.elsewhere} ${addressLink(url)}</p>`;
    if (address === undefined)
      return html`${still()}<div part="notice" class="warning"><p class="facts">${text.playerUnknown(url.host)}</p></div>${way}`;
    const player = new URL(address);
    if (this.#blocked.has(player.origin))
      return html`${still()}<div part="notice" class="warning"><p class="facts">${text.playerFailed}</p></div>${way}`;
    const question = this.state.renderConsent([player], '', snapshot, text.foreignPlayer);
    if (question) return html`${still()}${question}${way}`;
    this.#listen();
    const isOwn = player.origin === location.origin;
    return html`<iframe src=${player.href} title=${words || player.host} loading="lazy" allowfullscreen allow=${ALLOWED}
      sandbox=${isOwn ? SANDBOX : `${SANDBOX} allow-same-origin`} referrerpolicy="strict-origin-when-cross-origin"></iframe>${way}`;
  }

  /** Hosts whose players the page shows besides those of known sites. */
  get #listed(): readonly string[] {
    const names =
      this.state
        .story()
        ?.getAttribute('embed-hosts')
        ?.split(/[\s,]+/) ?? [];
    // As a URL writes them: in small letters, and those of any script.
    return names.flatMap((name) => {
      const url = `https://${name}`;
      return name && URL.canParse(url) ? new URL(url).host : [];
    });
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    document.addEventListener('securitypolicyviolation', this.#onViolation);
  }

  readonly #onViolation = ({effectiveDirective, blockedURI}: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'frame-src' || !URL.canParse(blockedURI)) return;
    this.#blocked.add(new URL(blockedURI).origin);
    this.state.change();
  };
}
