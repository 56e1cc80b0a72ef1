import {type ChartLayout, chartNeighbour, marksAt, pointIn} from '../../core/layout/index.js';
import {clientBox} from '../base/index.js';

/** Radius of a mark's hit area, in pixels. */
const HIT_RADIUS = 24;

/** The interface of the chart that `Pointing` uses. */
export interface PointingTarget {
  readonly layout: ChartLayout;
  readonly rtl: boolean;
  /** The active figure changed, or its sources were expanded or collapsed. */
  changed(): void;
  /** The keyboard moved to a figure, which may be out of view. */
  show(id: string): void;
  /** A figure was activated. */
  choose(id: string): void;
  /** Clears the selection; false when nothing was selected. */
  deselect(): boolean;
}

/** Tracks the active figure, by pointer or keyboard, and whether its sources are expanded. */
export class Pointing {
  /** Id of the active figure. */
  active: string | null = null;
  /** The sources of the active figure are expanded. */
  isOpened = false;
  /** Id of the figure clicked last: repeated clicks cycle through overlapping figures. */
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
    // Clicks by keyboard or assistive technology have no position.
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
    else if (key === 'Escape' ? !this.target.deselect() : !/^Arrow|^Home$|^End$/.test(key)) return;
    event.preventDefault();
  };

  /** Ids of the figure nearest to a pointer and those that overlap it. */
  #idsAt(event: MouseEvent): readonly string[] {
    const {layout} = this.target;
    const box = clientBox(event.currentTarget as Element);
    return marksAt(layout, ...pointIn(box, layout.width, event), HIT_RADIUS);
  }

  /** Expands the sources of a figure, or collapses them when activated again. */
  #choose(id: string): void {
    const isAgain = id === this.active && this.isOpened;
    this.point(id);
    this.isOpened = !isAgain;
    this.target.choose(id);
  }
}
