import type {ReactiveController} from 'lit';
import {sameValues} from '../../core/memo/index.js';
import type {Action, Snapshot} from '../../core/store/index.js';
import {direction} from '../../i18n/index.js';
import type {CronoElement} from './crono-element.js';
import {CronoConnectEvent, CronoStoryChangeEvent, type StoryConnection} from './events.js';
import {isWithin} from './tree.js';

type Host = CronoElement & {readonly for: string | undefined};

/**
 * Connects a host to its story (the nearest ancestor, or the one named by `for`, anywhere in the document and at any
 * time), and re-renders it only when a watched value changes.
 */
export class StoreController implements ReactiveController {
  #connection: StoryConnection | undefined;
  #unsubscribe: (() => void) | undefined;
  #seen: readonly unknown[] = [];

  constructor(
    readonly host: Host,
    readonly watch: (snapshot: Snapshot) => readonly unknown[],
  ) {
    host.addController(this);
  }

  /** Undefined until connected. */
  get snapshot(): Snapshot | undefined {
    return this.#connection?.store.snapshot;
  }

  /** The story element, for its own settings (heading level, basemap). */
  get story(): HTMLElement | undefined {
    return this.#connection?.story;
  }

  hostConnected(): void {
    document.addEventListener(CronoStoryChangeEvent.type, this.#find);
    this.#find();
  }

  hostDisconnected(): void {
    document.removeEventListener(CronoStoryChangeEvent.type, this.#find);
    this.#release();
  }

  /** Connects again, after `for` has changed. */
  reconnect(): void {
    if (this.host.isConnected) this.#find();
  }

  /** Requests an action of the story, which listeners may veto. */
  request(action: Action): void {
    this.#connection?.request(this.host, action);
  }

  readonly #find = (): void => {
    const id = this.host.for ?? this.host.getAttribute('for');
    let answered = false;
    const event = new CronoConnectEvent(id, (connection) => {
      answered = true;
      this.#accept(connection);
    });
    (id === null ? this.host : document).dispatchEvent(event);
    if (!answered) this.#release();
  };

  #accept(connection: StoryConnection): void {
    const {store} = connection;
    if (store === this.#connection?.store) return;
    this.#release();
    this.#connection = connection;
    this.#unsubscribe = store.subscribe(() => this.#changed());
    this.#changed();
  }

  #release(): void {
    if (!this.#connection) return;
    this.#unsubscribe?.();
    this.#connection = this.#unsubscribe = undefined;
    this.#changed();
  }

  #changed(): void {
    const {snapshot} = this;
    this.host.setLocale(snapshot?.locale ?? '');
    const next = snapshot ? this.watch(snapshot) : [];
    if (sameValues(next, this.#seen)) return;
    this.#seen = next;
    // Within its story the direction is inherited.
    const apart = snapshot?.status === 'ready' && this.story && !isWithin(this.host, this.story);
    this.host.setDirection(apart ? direction(snapshot.locale) : undefined);
    this.host.requestUpdate();
  }
}
