import type {CSSResult, ReactiveController} from 'lit';
import type {CronoElement} from './crono-element.js';
import type {LazyPart} from './lazy-parts.js';

/** What the module of a part may export besides what draws it: the styles that the part needs. */
interface PartModule {
  readonly styles?: readonly CSSResult[];
}

/** What a part may have that holds on to timers, or to what is not its own. */
interface Stoppable {
  /** The element is gone. It may come back, and draw again. */
  stop?(): void;
}

/**
 * A part of an element that is fetched when it is first needed. Its module exports `styles`, which the element adopts,
 * and either functions, `render(snapshot, host)` above all, or a class that keeps a state of its own, and is made once.
 *
 * @example
 * readonly #entries = new PartController(this, () => import('./entries.js'));
 * readonly #panel = new PartController(this, () => import('./panel.js'), ({Panel}) => new Panel(host));
 */
export class PartController<Module extends object, Part extends object = Module>
  implements ReactiveController, LazyPart
{
  /** Undefined until it is there. */
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
   * The part, and undefined until it is there, which updates the element. The first call fetches it. When that fails the
   * element says so, and no later call fetches again: that is for the reader to say, or for the browser.
   */
  get(): Part | undefined {
    if (!this.value && this.error === undefined) void this.fetch();
    return this.value;
  }

  /** Fetches the part, unless it is there or on its way; undefined when that fails, and `error` says why. */
  async fetch(): Promise<Part | undefined> {
    this.pending ??= this.value ? undefined : this.#fetch();
    return this.pending ?? this.value;
  }

  async #fetch(): Promise<Part | undefined> {
    try {
      const module = await this.load().catch((error: unknown) => {
        this.error = error;
      });
      if (!module) return undefined;
      this.error = undefined;
      const {styles} = module as PartModule;
      if (styles) this.host.lazyParts.adopt(styles);
      this.value = this.make(module);
      return this.value;
    } finally {
      this.pending = undefined;
      this.host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    // A move within the page has put it back when this runs.
    queueMicrotask(() => {
      if (!this.host.isConnected) (this.value as Stoppable | undefined)?.stop?.();
    });
  }
}
