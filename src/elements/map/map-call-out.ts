import {askCards} from '../base/index.js';
import type {About} from '../call-out/call-out-view.js';
import {CallOutDoor} from '../call-out/door.js';
import type * as Many from './many.js';
import type * as Gatherings from './map-gatherings.js';
import type {MapHost} from './map-host.js';
import type {MapOverlays} from './overlays.js';

/** The call-out of a map: it speaks of a place, with all events there, or of what a circle counts. */
export class MapCallOut extends CallOutDoor {
  /** What it says of a place or circle; comes with the call-out. */
  #gatherings: typeof Gatherings | undefined;

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
      load: async () => {
        this.#gatherings = await import('./map-gatherings.js');
      },
      anchorOf: (id) => this.#node('.unplaced button, .overlay', 'id', id),
      factsOf: (id, snapshot) => overlays()?.factsOf(id, snapshot),
      aboutOf: (id) => {
        const place = store.snapshot && this.#gatherings?.placeOfEvent(id, store.snapshot);
        return place ? this.place(place) : undefined;
      },
      nameAt: (event) => store.snapshot && this.#gatherings?.placeNameAt(event, store.snapshot),
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
      of: (snapshot) => this.#gatherings?.placeAt(id, snapshot, this.host.element.units),
      anchor: () =>
        this.#node('.place', 'id', id) ??
        this.#node('.cluster', 'cluster', id) ??
        this.#node('.area', 'id', id),
    };
  }

  circle(circle: Many.Circle): About {
    return {
      isCircle: true,
      of: (snapshot) => {
        const many = this.many();
        return many && this.#gatherings?.circleAt(circle, many, snapshot);
      },
      anchor: () => this.#node('.cluster', 'cell', `${circle.cell}`),
    };
  }

  #node(selector: string, key: string, value: string): Element | undefined {
    const nodes = this.host.element.renderRoot.querySelectorAll<HTMLElement>(selector);
    return [...nodes].find(({dataset}) => dataset[key] === value);
  }
}
