import {type CSSResultGroup, LitElement} from 'lit';
import base from './base.styles.js';
import {LazyParts} from './lazy-parts.js';
import tokens from './tokens.styles.js';

/**
 * The base class of every element: registration, tokens, focus style, custom states, lazily loaded parts.
 *
 * @csspart notice - The notice when something could not be loaded.
 * @csspart retry - The button that tries again.
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

  protected setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}
