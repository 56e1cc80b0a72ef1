import {type CSSResultGroup, LitElement} from 'lit';
import base from './base.styles.js';
import {LazyParts} from './lazy-parts.js';
import tokens from './tokens.styles.js';

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

  static override styles: CSSResultGroup = [tokens, base];

  readonly #internals = this.attachInternals();

  /** @internal */
  readonly lazyParts = new LazyParts(this);

  static define(registry: CustomElementRegistry = customElements): void {
    for (const dependency of this.uses) dependency.define(registry);
    if (!registry.get(this.tag)) registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  /** With all parts that are on their way. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    for (let {pending} = this.lazyParts; pending; pending = this.lazyParts.pending) {
      await pending;
      done = await super.getUpdateComplete();
    }
    return done;
  }

  /** The language of its words. */
  setLocale(locale: string): void {
    this.lazyParts.locale = locale;
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
