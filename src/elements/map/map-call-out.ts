import {rowIndex} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords, messages, type Units} from '../../i18n/index.js';
import {countOf, plainText} from '../../words/index.js';
import {askCards} from '../base/index.js';
import type {About, Gathering, Named} from '../call-out/call-out-view.js';
import {CallOutDoor} from '../call-out/door.js';
import {readingIn} from './context.js';
import type * as Many from './many.js';
import type {MapHost} from './map-host.js';
import {countsByPlace} from './map-labels.js';
import type {MapOverlays} from './overlays.js';
import {stopOf} from './stops.js';

/** The call-out of a map: it speaks of a place, with all events there, or of what a circle counts. */
export class MapCallOut extends CallOutDoor {
  /**
   * @param many what knows circles of many places; undefined until it is there
   * @param overlays what knows shapes and routes; the same
   */
  constructor(
    readonly host: MapHost,
    readonly many: () => typeof Many | undefined,
    overlays: () => MapOverlays | undefined,
  ) {
    const {element, store} = host;
    super({
      element,
      store,
      part: 'popup',
      anchorOf: (id) => this.#node('.unplaced button, .overlay', 'id', id),
      factsOf: (id, snapshot) => overlays()?.factsOf(id, snapshot),
      aboutOf: (id) => {
        const stop = store.snapshot && stopOf(store.snapshot, id);
        return stop && this.place(stop.place.id);
      },
      nameAt: (event) => this.#nameAt(event),
      box: () => element.renderRoot.querySelector('.stage'),
      focus: () => element.renderRoot.querySelector<SVGElement>('.frame > svg')?.focus({preventScroll: true}),
    });
  }

  /** Whether a card says on the screen what is selected: then no call-out lists what else was at a place. */
  get isSaidElsewhere(): boolean {
    return askCards(this.host.store.story).isSaid;
  }

  place(id: string): About {
    return {
      of: (snapshot) => placeAt(id, snapshot, this.host.element.units),
      anchor: () =>
        this.#node('.place', 'id', id) ??
        this.#node('.cluster', 'cluster', id) ??
        this.#node('.area', 'id', id),
    };
  }

  circle(circle: Many.Circle): About {
    return {
      isCircle: true,
      of: (snapshot) => this.#circleAt(circle, snapshot),
      anchor: () => this.#node('.cluster', 'cell', `${circle.cell}`),
    };
  }

  #circleAt(circle: Many.Circle, snapshot: Snapshot): Gathering | undefined {
    const many = this.many();
    if (!many) return undefined;
    const {places, has} = many.insideOf(snapshot, circle);
    const rows = Uint32Array.from({length: snapshot.events.size}, (_, row) => row).filter(has);
    const shown = rows.filter((row) => snapshot.shown.hasRow(row)).length;
    const name = many.circleName({shown, events: rows.length, places}, snapshot.locale);
    return {name, rows, has, reading: snapshot};
  }

  /** A place by its only event, or by how many events are there. */
  #nameAt(event: MouseEvent): Named | undefined {
    const mark = (event.target as Element).closest<SVGElement>('.place');
    const {snapshot} = this.host.store;
    if (!mark || !snapshot) return undefined;
    const {dataset, events, locale} = snapshot;
    const {length} = events.rowsAt(rowIndex(dataset.places, mark.dataset.id ?? ''));
    const only = length === 1 ? mark.querySelector('[role=option]') : null;
    const name = (only ?? mark).getAttribute('aria-label') ?? '';
    return {mark, name: only ? name : joinWords([name, messages(locale).placeEvents(length)], locale)};
  }

  #node(selector: string, key: string, value: string): Element | undefined {
    const nodes = this.host.element.renderRoot.querySelectorAll<HTMLElement>(selector);
    return [...nodes].find(({dataset}) => dataset[key] === value);
  }
}

function placeAt(id: string, snapshot: Snapshot, units: 'auto' | Units): Gathering | undefined {
  const {dataset, events} = snapshot;
  const place = indexOf(dataset).place.get(id);
  if (!place) return undefined;
  const index = rowIndex(dataset.places, id);
  return {
    name: plainText(place.name, snapshot),
    place,
    counts: countsByPlace(snapshot).get(id),
    countOf: (count) => countOf(count, snapshot),
    reading: readingIn(snapshot, units),
    rows: events.rowsAt(index),
    has: (row) => row >= 0 && events.placesOf(row).includes(index),
  };
}
