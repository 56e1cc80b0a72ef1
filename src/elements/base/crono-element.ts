import {
  adoptStyles,
  type CSSResult,
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyValues,
  render,
} from 'lit';
import {messages} from '../../i18n/index.js';

/**
 * Every token, resolved once per element to a private property: an author's value, or else the literal of the
 * `paper` theme. `light-dark()` follows the `color-scheme` of the page or of the story's `theme`.
 */
const tokens = css`
  :host {
    --_text: var(--crono-color-text, light-dark(#1b1b1a, #ece9e2));
    --_quiet: var(--crono-color-text-quiet, light-dark(#5d5b56, #b1ada4));
    --_surface: var(--crono-color-surface, light-dark(#fffefb, #17181a));
    --_raised: var(--crono-color-surface-raised, light-dark(#f6f3ec, #222427));
    --_line: var(--crono-color-line, light-dark(#d8d3c7, #3d3f43));
    --_accent: var(--crono-color-accent, light-dark(#9c1c1c, #ff9d8a));
    --_focus: var(--crono-color-focus, light-dark(#0b57d0, #8ab4f8));
    --_sea: var(--crono-color-sea, light-dark(#dde8ec, #1d2a31));
    --_land: var(--crono-color-land, light-dark(#fbf8f1, #26282a));
    --_border: var(--crono-color-border, light-dark(#a39e92, #5e6166));
    --_coast: var(--crono-color-coast, light-dark(#8fa9b5, #4e6673));
    --_space-s: var(--crono-space-s, 0.375rem);
    --_space-m: var(--crono-space-m, 0.75rem);
    --_space-l: var(--crono-space-l, 1.5rem);
    --_radius: var(--crono-radius, 2px);
    --_small: var(--crono-font-size-small, 0.8125em);
    --_medium: var(--crono-font-weight-medium, 600);
    --_bold: var(--crono-font-weight-bold, 700);
    --_line-width: var(--crono-line-width, 1px);
    --_line-width-strong: var(--crono-line-width-strong, 2px);
    --_mark-width: var(--crono-mark-width, 1.5px);
    --_focus-width: var(--crono-focus-width, 2px);
    --_motion: var(--crono-motion, 0.2s);
    --_category-1: var(--crono-color-category-1, light-dark(#9c1c1c, #fe998a));
    --_category-2: var(--crono-color-category-2, light-dark(#0f69b0, #9bb7f5));
    --_category-3: var(--crono-color-category-3, light-dark(#8a5a00, #e0bb5b));
    --_category-4: var(--crono-color-category-4, light-dark(#136251, #67d4c2));
    --_category-5: var(--crono-color-category-5, light-dark(#6b3fa0, #c9a8f0));
    --_category-6: var(--crono-color-category-6, light-dark(#4f5b62, #b6c2c9));
    --_category-7: var(--crono-color-category-7, light-dark(#a3286b, #f4a3cb));
    --_category-8: var(--crono-color-category-8, light-dark(#5f6b13, #c6d267));
  }
  @media (prefers-contrast: more) {
    :host {
      --_quiet: var(--_text);
      --_line: var(--_text);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;

/**
 * What every element shares: registration, tokens, focus style, custom states, parts that come when they are needed.
 *
 * @csspart notice - What is said when something could not be loaded.
 * @csspart retry - The button that tries again.
 */
export abstract class CronoElement extends LitElement {
  static readonly tag: string;
  /** Elements this one puts in its template; registered first. */
  static readonly uses: readonly (typeof CronoElement)[] = [];

  static override styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        box-sizing: border-box;
        display: block;
        color: var(--_text);
        font-family: var(--crono-font-body, inherit);
        overflow-wrap: break-word;
        container-type: inline-size;
      }
      :host([hidden]) {
        display: none;
      }
      :host(:not([dir]):state(ltr)) {
        direction: ltr;
      }
      :host(:not([dir]):state(rtl)) {
        direction: rtl;
      }
      *,
      *::before,
      *::after {
        box-sizing: inherit;
      }
      :focus-visible {
        outline: var(--_focus-width) solid var(--_focus);
        outline-offset: 2px;
      }
      /* Chromium draws one of its own around a drawing that a script gives the focus to. */
      :focus:not(:focus-visible) {
        outline: none;
      }
      button {
        font: inherit;
        color: inherit;
        background: none;
        border: var(--_line-width) solid var(--_line);
        border-radius: var(--_radius);
        min-block-size: 24px;
        min-inline-size: 24px;
        padding: 0.125em 0.625em;
        cursor: pointer;
      }
      button:hover {
        border-color: currentColor;
      }
      button:disabled {
        opacity: 0.5;
        cursor: default;
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
          min-inline-size: 44px;
        }
      }
      a {
        color: inherit;
        text-underline-offset: 0.15em;
      }
      .visually-hidden {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];

  readonly #internals = this.attachInternals();
  readonly #coming = new Set<Promise<unknown>>();
  /** What fetches the parts that could not be fetched, and where that is said. */
  readonly #lost = new Set<() => void>();
  #note: HTMLElement | undefined;
  #locale = '';
  readonly #dress = new Set<CSSResult>();

  static define(registry: CustomElementRegistry = customElements): void {
    for (const dependency of this.uses) dependency.define(registry);
    if (!registry.get(this.tag)) registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  /**
   * A part of the element that is fetched when it is first asked for: undefined until it is there, which draws the
   * element again. Of one that could not be fetched the element says so; it is fetched again when the reader says so,
   * or when the browser is online again.
   */
  protected lazily<T>(load: () => Promise<T>): () => T | undefined {
    let part: T | undefined;
    let coming: Promise<unknown> | undefined;
    const fetchPart = () => {
      if (part || coming) return;
      coming = load().then(
        (loaded) => {
          part = loaded;
          this.#lost.delete(fetchPart);
          this.requestUpdate();
        },
        () => {
          coming = undefined;
          this.#lost.add(fetchPart);
          addEventListener('online', fetchPart, {once: true});
          this.requestUpdate();
        },
      );
      const awaited = coming;
      this.#coming.add(awaited);
      void awaited.then(() => this.#coming.delete(awaited));
    };
    return () => {
      if (!this.#lost.has(fetchPart)) fetchPart();
      return part;
    };
  }

  readonly #retry = () => {
    for (const fetchPart of this.#lost) fetchPart();
  };

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const root = this.renderRoot as ShadowRoot;
    if (this.#lost.size > 0) {
      this.#note ??= document.createElement('div');
      const text = messages(this.#locale);
      render(
        html`<p part="notice" role="alert">${text.partFailed} <button part="retry" @click=${this.#retry}>${text.retry}</button></p>`,
        this.#note,
      );
      if (!this.#note.isConnected) root.prepend(this.#note);
    } else if (this.#note) {
      const hasFocus = this.#note.contains(root.activeElement);
      this.#note.remove();
      this.#note = undefined;
      if (!hasFocus) return;
      const first = root.querySelector<HTMLElement>('[tabindex="0"], a, button:enabled, input');
      // Else it is a layout of other elements, from where the next Tab goes on.
      if (!first) {
        this.tabIndex = -1;
        this.addEventListener('blur', () => this.removeAttribute('tabindex'), {once: true});
      }
      (first ?? this).focus();
    }
  }

  /** Adopts the styles of a part that was fetched, once. */
  protected dress(more: readonly CSSResult[]): void {
    if (more.every((each) => this.#dress.has(each))) return;
    for (const each of more) this.#dress.add(each);
    const {elementStyles} = this.constructor as typeof CronoElement;
    adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...this.#dress]);
  }

  /** With all that is on its way. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    while (this.#coming.size > 0) {
      await Promise.all(this.#coming);
      done = await super.getUpdateComplete();
    }
    return done;
  }

  /** The language of its words. */
  setLocale(locale: string): void {
    this.#locale = locale;
  }

  /** The way that its words are written, unless `dir` says it; undefined for that of what it stands in. */
  setDirection(way: 'ltr' | 'rtl' | undefined): void {
    this.setState('ltr', way === 'ltr');
    this.setState('rtl', way === 'rtl');
  }

  protected setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}
