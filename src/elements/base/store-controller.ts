import type {ReactiveController} from 'lit';
import {sameValues} from '../../core/memo/index.js';
import type {Action, Snapshot, Store} from '../../core/store/index.js';
import {direction} from '../../i18n/index.js';
import type {CronoElement} from './crono-element.js';
import {CronoConnectEvent, CronoRequestEvent, CronoStoryChangeEvent} from './events.js';

type Host = CronoElement & {readonly for: string | undefined};

/**
 * Joins a host to its story (the nearest above, or the one named by `for`, wherever it is in the document and
 * whenever it comes) and re-renders it only when a watched value changes.
 */
export class StoreController implements ReactiveController {
  #store: Store | undefined;
  #story: HTMLElement | undefined;
  #unsubscribe: (() => void) | undefined;
  #seen: readonly unknown[] = [];

  constructor(
    readonly host: Host,
    readonly watch: (snapshot: Snapshot) => readonly unknown[],
  ) {
    host.addController(this);
  }

  /** Undefined until a story has answered. */
  get snapshot(): Snapshot | undefined {
    return this.#store?.snapshot;
  }

  /** The story's element, for what only it knows (its title's level, its basemap). */
  get story(): HTMLElement | undefined {
    return this.#story;
  }

  hostConnected(): void {
    document.addEventListener(CronoStoryChangeEvent.type, this.#find);
    this.#find();
  }

  hostDisconnected(): void {
    document.removeEventListener(CronoStoryChangeEvent.type, this.#find);
    this.#release();
  }

  /** Looks again: for a host whose `for` has changed. */
  reconnect(): void {
    if (this.host.isConnected) this.#find();
  }

  /** Dispatches the request from the host, for all who want a say; carries it out unless vetoed. */
  request(action: Action): void {
    const store = this.#store;
    const story = this.#story;
    const event = new CronoRequestEvent(action);
    event.taken = true;
    let allowed = this.host.dispatchEvent(event);
    if (allowed && story && !within(this.host, story)) {
      const again = new CronoRequestEvent(action, false);
      again.taken = true;
      allowed = story.dispatchEvent(again);
    }
    if (allowed) store?.dispatch(action);
  }

  readonly #find = (): void => {
    const id = this.host.for ?? this.host.getAttribute('for');
    let answered = false;
    const event = new CronoConnectEvent(id, (store, story) => {
      answered = true;
      this.#accept(store, story);
    });
    (id === null ? this.host : document).dispatchEvent(event);
    if (!answered) this.#release();
  };

  #accept(store: Store, story: HTMLElement): void {
    if (store === this.#store) return;
    this.#release();
    this.#store = store;
    this.#story = story;
    this.#unsubscribe = store.subscribe(() => this.#changed());
    this.#changed();
  }

  #release(): void {
    if (!this.#store) return;
    this.#unsubscribe?.();
    this.#store = this.#story = this.#unsubscribe = undefined;
    this.#changed();
  }

  #changed(): void {
    const {snapshot} = this;
    this.host.setLocale(snapshot?.locale ?? '');
    const next = snapshot ? this.watch(snapshot) : [];
    if (sameValues(next, this.#seen)) return;
    this.#seen = next;
    // Within its story it runs as that does.
    const apart = snapshot?.status === 'ready' && this.#story && !within(this.host, this.#story);
    this.host.setDirection(apart ? direction(snapshot.locale) : undefined);
    this.host.requestUpdate();
  }
}

/** Whether an event from `node` bubbles through `ancestor`, shadow roots included. */
function within(node: Node, ancestor: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at === ancestor) return true;
  }
  return false;
}
