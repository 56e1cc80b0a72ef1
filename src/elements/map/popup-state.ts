import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {PartController} from '../base/index.js';
import type {MapHost} from './map-host.js';
import type {Opened, PopupHost} from './popup.js';

/** Which place, or circle, stands open; what it is shown by is fetched when it is first wanted. */
export class PopupState {
  #opened: Opened | null = null;
  readonly #part: PartController<typeof import('./popup.js')>;

  /** @param redraw called when another is open */
  constructor(
    host: MapHost,
    readonly redraw: () => void,
  ) {
    this.#part = new PartController(host.element, () => import('./popup.js'));
  }

  get isOpen(): boolean {
    return this.#opened !== null;
  }

  /** Fetches what it is shown by, as it is likely to be wanted next. */
  prefetch(): void {
    this.#part.get();
  }

  open(opened: Opened): void {
    this.#opened = opened;
    this.redraw();
  }

  close(): void {
    this.#opened = null;
    this.redraw();
  }

  render(snapshot: Snapshot, host: PopupHost) {
    if (!this.#opened) return nothing;
    return this.#part.get()?.render(snapshot, this.#opened, host) ?? nothing;
  }
}
