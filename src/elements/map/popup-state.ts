import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import type {ViewState} from '../../map/index.js';
import {CronoSightEvent, PartController} from '../base/index.js';
import type {MapHost} from './map-host.js';
import type {Opened, PopupHost} from './popup.js';

/** Which place, or circle, stands open; what it is shown by is fetched when it is first wanted. */
export class PopupState {
  #opened: Opened | null = null;
  readonly #part: PartController<typeof import('./popup.js')>;

  /** @param redraw called when another is open */
  constructor(
    readonly host: MapHost,
    readonly redraw: () => void,
  ) {
    this.#part = new PartController(host.element, () => import('./popup.js'));
  }

  get isOpen(): boolean {
    return this.#opened !== null;
  }

  /** Whether another view says on the screen what is selected: then no popup says it of a place. */
  get isSaidElsewhere(): boolean {
    const {story} = this.host.store;
    if (!story) return false;
    const event = new CronoSightEvent(story);
    document.dispatchEvent(event);
    return event.isSaid;
  }

  /** Fetches what it is shown by, as it is likely to be wanted next. */
  prefetch(): void {
    this.#part.get();
  }

  open(opened: Opened): void {
    if ('place' in opened && this.isSaidElsewhere) {
      this.close();
      return;
    }
    this.#opened = opened;
    document.addEventListener('click', this.#onPage);
    this.redraw();
  }

  close(): void {
    if (!this.#opened) return;
    this.#opened = null;
    document.removeEventListener('click', this.#onPage);
    this.redraw();
  }

  /** A click elsewhere on the page closes it; those on the map are the map's. */
  readonly #onPage = (event: MouseEvent): void => {
    if (!event.composedPath().includes(this.host.element)) this.close();
  };

  render(snapshot: Snapshot, view: ViewState | undefined, host: PopupHost) {
    if (!this.#opened || !view) return nothing;
    return this.#part.get()?.render(snapshot, this.#opened, view, host) ?? nothing;
  }
}
