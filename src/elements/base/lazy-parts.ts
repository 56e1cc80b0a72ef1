import {adoptStyles, type CSSResult, html, type LitElement, type ReactiveController, render} from 'lit';
import {messages} from '../../i18n/index.js';

/** A part that is fetched when it is needed. */
export interface LazyPart {
  /** The fetch that is under way. Never rejects because the part is unreachable. */
  readonly pending: Promise<unknown> | undefined;
  /** Why the last fetch failed; undefined when it did not. */
  readonly error: unknown;
  fetch(): Promise<unknown>;
}

/**
 * All parts that an element fetches when it needs them: adopts their styles, and of those that could not be fetched
 * says so, with a button that tries again. When the browser is online again it tries by itself.
 */
export class LazyParts implements ReactiveController {
  /** The language of the notice. */
  locale = '';
  readonly #parts: LazyPart[] = [];
  readonly #styles = new Set<CSSResult>();
  #notice: HTMLElement | undefined;

  constructor(readonly host: LitElement) {
    host.addController(this);
  }

  add(part: LazyPart): void {
    this.#parts.push(part);
  }

  /** Adopts the styles of a part beside the element's own, each once. */
  adopt(styles: readonly CSSResult[]): void {
    for (const each of styles) this.#styles.add(each);
    const {elementStyles} = this.host.constructor as typeof LitElement;
    adoptStyles(this.host.renderRoot as ShadowRoot, [...elementStyles, ...this.#styles]);
  }

  /** Resolves when all fetches that are under way have ended; undefined when there are none. */
  get pending(): Promise<unknown> | undefined {
    const pending = this.#parts.flatMap((part) => part.pending ?? []);
    return pending.length > 0 ? Promise.allSettled(pending) : undefined;
  }

  hostConnected(): void {
    addEventListener('online', this.#retry);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#retry);
  }

  hostUpdated(): void {
    if (this.#missing.length > 0) this.#showNotice();
    else if (this.#notice) this.#removeNotice(this.#notice);
  }

  get #missing(): readonly LazyPart[] {
    return this.#parts.filter(({error}) => error !== undefined);
  }

  readonly #retry = (): void => {
    for (const part of this.#missing) void part.fetch();
  };

  #showNotice(): void {
    this.#notice ??= document.createElement('div');
    const text = messages(this.locale);
    render(
      html`<p part="notice" role="alert">${text.partFailed} <button part="retry" @click=${this.#retry}>${text.retry}</button></p>`,
      this.#notice,
    );
    if (!this.#notice.isConnected) this.host.renderRoot.prepend(this.#notice);
  }

  /** Hands the focus on when it was in the notice. */
  #removeNotice(notice: HTMLElement): void {
    const {host} = this;
    const root = host.renderRoot as ShadowRoot;
    const hadFocus = notice.contains(root.activeElement);
    notice.remove();
    this.#notice = undefined;
    if (!hadFocus) return;
    const first = root.querySelector<HTMLElement>('[tabindex="0"], a, button:enabled, input');
    // A layout of other elements has none of its own: then the host takes it, and the next Tab goes on from there.
    if (!first) {
      host.tabIndex = -1;
      host.addEventListener('blur', () => host.removeAttribute('tabindex'), {once: true});
    }
    (first ?? host).focus();
  }
}
