import {isMany, type TimelineLayout} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';

/** What stays as it is from one frame of a pan to the next, while the scale is the same. */
export class Stillness {
  #start = 0;
  #scale = 0;
  /** How far the view has moved along time since the scale was last another, in pixels. */
  shift = 0;

  #isScale({plot, orientation}: TimelineLayout, {start, end}: Interval): boolean {
    const scale = (orientation === 'vertical' ? plot.height : plot.width) / (end - start);
    if (Math.abs(scale / this.#scale - 1) < 1e-9) return true;
    this.#scale = scale;
    this.#start = start;
    return false;
  }

  /** After each layout. */
  follow(layout: TimelineLayout, range: Interval): void {
    this.shift = this.#isScale(layout, range) ? (this.#start - range.start) * this.#scale : 0;
  }

  /** The rows that each lane has had at this scale, in a story of many events: they stay. */
  minRows(before: TimelineLayout, range: Interval): (lane: string) => number {
    const isSame = isMany(before.source) && this.#isScale(before, range);
    const rows = new Map(isSame ? before.lanes.map(({id, rows}) => [id, rows]) : []);
    return (lane) => rows.get(lane) ?? 0;
  }
}
