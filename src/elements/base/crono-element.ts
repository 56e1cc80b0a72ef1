import {type CSSResultGroup, LitElement, type PropertyValues} from 'lit';
import base from './base.styles.js';
import {LazyParts} from './lazy-parts.js';
import tokens from './tokens.styles.js';

/**
 * The base class of every element: registration, tokens, focus style, custom states, lazily loaded parts.
 *
 * @csspart notice - The notice when something could not be loaded.
 * @csspart retry - The button that tries again.
 *
 * @cssstate printing - It is laid out for paper.
 */
export abstract class CronoElement extends LitElement {
  static readonly tag: string;
  /** Elements this one puts in its template; registered first. */
  static readonly uses: readonly (typeof CronoElement)[] = [];

  static override styles: CSSResultGroup = [tokens, base];

  readonly #internals = this.attachInternals();

  /** @internal */
  readonly lazyParts = new LazyParts(this);

  static define(registry: CustomElementRegistry = customElements): void {
    for (const dependency of this.uses) dependency.define(registry);
    if (!registry.get(this.tag)) registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In a frame it has its place, and so a style.
    requestAnimationFrame(() => {
      if (getComputedStyle(this).display === 'inline') this.setState('bare', true);
    });
  }

  /** A template that throws leaves what it drew half done, so the next update draws anew. */
  protected override update(changed: PropertyValues<this>): void {
    try {
      super.update(changed);
    } catch (error) {
      const start = document.createComment('');
      this.renderRoot.replaceChildren(start);
      this.renderOptions.renderBefore = start;
      throw error;
    }
  }

  /** Also waits for pending lazy parts. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    for (let {pending} = this.lazyParts; pending; pending = this.lazyParts.pending) {
      await pending;
      done = await super.getUpdateComplete();
    }
    return done;
  }

  /** Sets the language of the element's own notices. */
  setLocale(locale: string): void {
    this.lazyParts.locale = locale;
  }

  /** Sets the writing direction of its text, unless `dir` does; undefined inherits it. */
  setDirection(way: 'ltr' | 'rtl' | undefined): void {
    this.setState('ltr', way === 'ltr');
    this.setState('rtl', way === 'rtl');
  }

  /** Lays the element out for paper, on the screen, before it is printed. */
  setPrinting(isPrinting: boolean): void {
    this.setState('printing', isPrinting);
  }

  /** @internal */
  setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}
