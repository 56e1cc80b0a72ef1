import {type ChartLayout, chartNeighbour, marksAt} from '../../core/layout/index.js';

/** How near to a figure a pointer must be, in pixels. */
const HIT_RADIUS = 24;

/** What pointing asks of the chart. */
export interface PointingTarget {
  readonly layout: ChartLayout;
  readonly rtl: boolean;
  /** Another figure is pointed at, or its sources are spelt out, or not any more. */
  changed(): void;
  /** The keys went to a figure, which may be out of view. */
  show(id: string): void;
  /** A figure was chosen; null to let go of what is selected. */
  choose(id: string | null): void;
}

/** Which figure the pointer or the keys are at, and whether its sources are spelt out. */
export class Pointing {
  /** Id of the figure that is pointed at. */
  active: string | null = null;
  /** The sources of the active figure are spelt out. */
  isOpened = false;
  /** Id of the figure that was clicked last: of those in one place, the next click is the next one's. */
  #clicked: string | null = null;

  constructor(readonly target: PointingTarget) {}

  point(id: string | null): void {
    if (id !== this.active) this.isOpened = false;
    this.active = id;
    this.target.changed();
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const ids = this.#idsAt(event);
    if (ids.length > 0 && !ids.includes(this.active ?? '')) this.point(ids[0] ?? null);
  };

  readonly onClick = (event: MouseEvent): void => {
    const id = this.#clickedAt(event);
    if (id === undefined) return;
    this.#clicked = id;
    this.#choose(id);
  };

  #clickedAt(event: MouseEvent): string | undefined {
    // What presses an option without a pointer has no position.
    const ids = event.detail === 0 ? [] : this.#idsAt(event);
    if (ids.length === 0) return (event.target as Element).closest<SVGElement>('[data-id]')?.dataset.id;
    const last = ids.indexOf(this.#clicked ?? '');
    if (last >= 0) return ids[(last + 1) % ids.length];
    return ids.find((id) => id === this.active) ?? ids[0];
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const {key} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const {layout, rtl} = this.target;
    const next = chartNeighbour(layout, this.active, key, rtl);
    if (next !== null) {
      this.point(next);
      this.target.show(next);
    } else if ((key === 'Enter' || key === ' ') && this.active !== null) this.#choose(this.active);
    else if (key === 'Escape' && this.active !== null) this.point(null);
    else if (key === 'Escape') this.target.choose(null);
    else if (!/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  };

  /** Ids of the figures at a pointer: the nearest, and those in its place. */
  #idsAt({clientX, clientY, currentTarget}: MouseEvent): readonly string[] {
    const {left, top} = (currentTarget as Element).getBoundingClientRect();
    return marksAt(this.target.layout, clientX - left, clientY - top, HIT_RADIUS);
  }

  /** Spells out the sources of a figure, or no more when it is chosen again. */
  #choose(id: string): void {
    const isAgain = id === this.active && this.isOpened;
    this.point(id);
    this.isOpened = !isAgain;
    this.target.choose(id);
  }
}
