import type {TimelineLayout} from '../../core/layout/index.js';

/** The height that a timeline shares with other views: where it is too tall for it, more marks merge. */
export class Room {
  /** Rows of a lane before marks merge, where that is less than they would take. */
  maxRows: number | undefined;
  #heightPx = Infinity;

  /** @param redraw called when there is another room */
  constructor(
    readonly redraw: () => void,
    /** Called when lanes that are held do not fit, or are no longer to. */
    readonly release: () => void,
    /** Called when a row for each lane is too much: titles get one line. */
    readonly tighten: (layout: TimelineLayout) => void,
  ) {}

  /** Takes as much height as there is; `Infinity` for all that it likes. */
  take(heightPx: number): void {
    if (heightPx === this.#heightPx) return;
    if (heightPx === Infinity) {
      this.maxRows = undefined;
      this.release();
    }
    this.#heightPx = heightPx;
    this.redraw();
  }

  /** Lays out with as many rows as fit; never with more again, so that views do not jump from step to step. */
  fit(layOut: () => TimelineLayout): TimelineLayout {
    let layout = layOut();
    // The title of what is selected may have a row more than there are to be: the number asked for is what ends this.
    let rows = Math.min(this.maxRows ?? Infinity, Math.max(...layout.lanes.map((lane) => lane.rows)));
    while (layout.height > this.#heightPx && rows > 1) {
      this.release();
      this.maxRows = --rows;
      layout = layOut();
    }
    // Laid out again only where it gains something: many events have titles of one line anyway, and a rail has no lanes.
    if (layout.height <= this.#heightPx || layout.lanes.every(({lines}) => lines === 1)) return layout;
    this.tighten(layout);
    return layOut();
  }
}
