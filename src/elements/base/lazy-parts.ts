import {adoptStyles, type CSSResult, html, type LitElement, type ReactiveController, render} from 'lit';
import {messages} from '../../i18n/index.js';

/** A lazily loaded part of an element. */
export interface LazyPart {
  /** The pending fetch. Does not reject when the part cannot be fetched. */
  readonly pending: Promise<unknown> | undefined;
  /** The error of the last fetch; undefined when it succeeded. */
  readonly error: unknown;
  fetch(): Promise<unknown>;
}

/**
 * The lazily loaded parts of an element: adopts their styles, and shows a notice with a retry button when one cannot be
 * fetched. Retries automatically when the browser is online again.
 */
export class LazyParts implements ReactiveController {
  /** Language of the notice. */
  locale = '';
  readonly #parts: LazyPart[] = [];
  readonly #styles = new Set<CSSResult>();
  #notice: HTMLElement | undefined;
  #isTrying = false;

  constructor(readonly host: LitElement) {
    host.addController(this);
  }

  add(part: LazyPart): void {
    this.#parts.push(part);
  }

  /** Adopts the styles of a part in addition to the element's own, without duplicates. */
  adopt(styles: readonly CSSResult[]): void {
    for (const each of styles) this.#styles.add(each);
    const {elementStyles} = this.host.constructor as typeof LitElement;
    adoptStyles(this.host.renderRoot as ShadowRoot, [...elementStyles, ...this.#styles]);
  }

  /** Resolves when all pending fetches have settled; undefined when there are none. */
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

  /** Says meanwhile that it tries, so that another failure is announced again. */
  readonly #retry = async (): Promise<void> => {
    const missing = this.#missing;
    if (missing.length === 0) return;
    this.#isTrying = true;
    this.#showNotice();
    await Promise.all(missing.map((part) => part.fetch()));
    this.#isTrying = false;
    this.host.requestUpdate();
  };

  #showNotice(): void {
    this.#notice ??= document.createElement('div');
    this.#notice.className = 'over';
    const text = messages(this.locale);
    render(
      html`<p part="notice" role="alert">${this.#isTrying ? text.loading : text.partFailed} <button part="retry" @click=${this.#retry}>${text.retry}</button></p>`,
      this.#notice,
    );
    if (!this.#notice.isConnected) this.host.renderRoot.prepend(this.#notice);
  }

  /** Removes the notice, moving the focus if it was inside. */
  #removeNotice(notice: HTMLElement): void {
    const {host} = this;
    const root = host.renderRoot as ShadowRoot;
    const hadFocus = notice.contains(root.activeElement);
    notice.remove();
    this.#notice = undefined;
    if (!hadFocus) return;
    for (const each of root.querySelectorAll<HTMLElement>('[tabindex="0"], a, button:enabled, input')) {
      each.focus();
      // What is hidden takes no focus.
      if (root.activeElement) return;
    }
    // Without a focusable element of its own, focus the host, so that the next Tab continues from there.
    host.tabIndex = -1;
    host.addEventListener('blur', () => host.removeAttribute('tabindex'), {once: true});
    host.focus();
  }
}
