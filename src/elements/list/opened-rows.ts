import type {StoryEvent} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {EventTable} from '../../core/table/index.js';
import {renderEvent} from '../event/event-body.js';
import type {EventHost} from '../event/event-host.js';
import {type MediaPart, mediaPart} from '../event/media-part.js';
import {PrintController} from '../event/printing.js';
import type {ListHost} from './list-host.js';

/** The first event at each place, in time order, by the ids of both. */
const firstAt = memoize((events: EventTable): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  for (const {id, places} of [...events].reverse()) for (const place of places) first.set(place, id);
  return first;
});

/** Which rows of a list are open, and what they show then. */
export class OpenedRows {
  /** Ids of the rows that the reader has opened, or in a list that is `open` closed. */
  readonly toggled = new Set<string>();
  readonly #media: MediaPart;
  /** `open` of the element when the rows were toggled. */
  #isOpen = false;
  #isLong = false;
  #isPrinting = false;
  #version = 0;

  constructor(readonly host: ListHost) {
    const {element, store} = host;
    this.#media = mediaPart(
      element,
      (name) => store.request({type: 'allow', hosts: [name]}),
      () => store.story,
    );
    new PrintController(element, {
      story: () => store.story,
      prepare: (isPrinting) => {
        if (isPrinting === this.#isPrinting) return;
        this.#isPrinting = isPrinting;
        this.#change();
        host.renderNow();
      },
    });
  }

  /** Before each update: an attribute that has changed opens or closes all. A long list is printed as it stands. */
  prepare(snapshot: Snapshot, isLong: boolean): void {
    const {dataset} = snapshot;
    this.#isLong = isLong;
    // What print will show must be there before: nothing can be fetched then.
    if (!isLong && dataset.events.some(({media}) => media.length > 0))
      this.#media.get()?.prepare(
        dataset.events.map(({media}) => media),
        snapshot,
      );
    const {open} = this.host.element;
    if (open === this.#isOpen) return;
    this.#isOpen = open;
    this.toggled.clear();
    this.#version++;
  }

  has(id: string): boolean {
    return (this.#isPrinting && !this.#isLong) || this.#isOpen !== this.toggled.has(id);
  }

  toggle(id: string): void {
    if (!this.toggled.delete(id)) this.toggled.add(id);
    this.#change();
  }

  #change(): void {
    this.#version++;
    this.host.element.requestUpdate();
  }

  /** What open rows depend on. */
  get dependencies(): readonly unknown[] {
    return [this.#version, this.#media.value?.version];
  }

  /** Renders the event of an open row in full; undefined for a closed one. */
  render(event: StoryEvent, snapshot: Snapshot, select: EventHost['select']): unknown {
    if (!this.has(event.id)) return undefined;
    const {element, store} = this.host;
    return renderEvent(event, undefined, snapshot, {
      notes: {},
      story: store.story ?? element,
      media: this.#media,
      select,
      // On paper, once.
      ...(this.#isPrinting &&
        !this.#isLong && {notesPlace: ({id}) => firstAt(snapshot.events).get(id) === event.id}),
    });
  }
}
