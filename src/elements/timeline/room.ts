import type {TimelineLayout} from '../../core/layout/index.js';

/** The height that a timeline shares with other views: where it is too tall for it, more marks merge. */
export class Room {
  /** Rows of a lane before marks merge, where that is less than they would take. */
  maxRows: number | undefined;
  #heightPx = Infinity;

  /** @param redraw called when there is another room */
  constructor(
    readonly redraw: () => void,
    /** Called when rows that are held do not fit. */
    readonly release: () => void,
  ) {}

  /** Takes as much height as there is; `Infinity` for all that it likes. */
  take(heightPx: number): void {
    if (heightPx === this.#heightPx) return;
    if (heightPx === Infinity) this.maxRows = undefined;
    this.#heightPx = heightPx;
    this.redraw();
  }

  /** Lays out with as many rows as fit; never with more again, so that views do not jump from step to step. */
  fit(layOut: () => TimelineLayout): TimelineLayout {
    const layout = layOut();
    const rows = Math.max(...layout.lanes.map((lane) => lane.rows));
    if (layout.height <= this.#heightPx || rows <= 1) return layout;
    this.release();
    this.maxRows = rows - 1;
    return this.fit(layOut);
  }
}
