import type {CSSResult, ReactiveController} from 'lit';
import {within} from '../../net/index.js';
import type {CronoElement} from './crono-element.js';
import type {LazyPart} from './lazy-parts.js';

/** The optional exports of a part's module. */
interface PartModule {
  readonly styles?: readonly CSSResult[];
}

/** A part that must release timers or other resources. */
interface Stoppable {
  /** Called when the element is removed; it may be connected again later. */
  stop?(): void;
}

/**
 * A lazily loaded part of an element. Its module exports `styles`, which the element adopts, and either functions,
 * usually `render(snapshot, host)`, or a stateful class, which is instantiated once.
 *
 * @example
 * readonly #entries = new PartController(this, () => import('./entries.js'));
 * readonly #panel = new PartController(this, () => import('./panel.js'), ({Panel}) => new Panel(host));
 */
export class PartController<Module extends object, Part extends object = Module>
  implements ReactiveController, LazyPart
{
  /** Undefined until it is loaded. */
  value: Part | undefined;
  error: unknown;
  pending: Promise<Part | undefined> | undefined;

  constructor(
    readonly host: CronoElement,
    readonly load: () => Promise<Module>,
    readonly make: (module: Module) => Part = (module) => module as object as Part,
  ) {
    host.addController(this);
    host.lazyParts.add(this);
  }

  /**
   * The part; undefined until it is loaded, which updates the element. The first call fetches it. If that fails, the
   * element shows a notice, and later calls do not retry: that is up to the reader, or the browser's `online` event.
   */
  get(): Part | undefined {
    if (!this.value && this.error === undefined) void this.fetch();
    return this.value;
  }

  /**
   * Fetches the part unless it is loaded or pending; undefined on failure, with the reason in `error`. One that has not
   * come after a minute has failed until it comes.
   */
  async fetch(): Promise<Part | undefined> {
    this.pending ??= this.value ? undefined : this.#fetch();
    return this.pending ?? this.value;
  }

  async #fetch(): Promise<Part | undefined> {
    const loading = this.load().then(this.#take);
    try {
      return await within(loading);
    } catch (error) {
      this.error = error;
      return undefined;
    } finally {
      this.pending = undefined;
      this.host.requestUpdate();
    }
  }

  readonly #take = (module: Module): Part => {
    const {styles} = module as PartModule;
    if (styles && !this.value) this.host.lazyParts.adopt(styles);
    this.value ??= this.make(module);
    this.error = undefined;
    this.host.requestUpdate();
    return this.value;
  };

  hostDisconnected(): void {
    // After a move within the page it is connected again by now.
    queueMicrotask(() => {
      if (!this.host.isConnected) (this.value as Stoppable | undefined)?.stop?.();
    });
  }
}
