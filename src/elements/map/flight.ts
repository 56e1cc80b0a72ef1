import {interpolateZoom} from 'd3-interpolate';
import {type Position, project, unproject} from '../../core/geo/index.js';
import type {CronoElement} from '../base/index.js';
import {Pace} from '../base/pace.js';
import flying from './flight.styles.js';

export const styles = [flying];

/** The longest that a flight takes, in milliseconds. */
const LONGEST = 400;

/** Where a map stands. */
export interface Stand {
  readonly centre: Position;
  readonly zoom: number;
}

/** Flies from one stand to another by the way of van Wijk and Nuij, which keeps in view where it is. */
export class Flight {
  #frame = 0;
  #landing = 0;
  readonly #pace = new Pace();

  /** @param map what flies; one that is hidden or printed, or whose reader asks for less motion, is there at once */
  constructor(readonly map: CronoElement) {}

  get isOn(): boolean {
    return this.#frame !== 0;
  }

  /** @param step called with each stand on the way, with `to`, and with `to` again when it flies no more */
  start(from: Stand, to: Stand, widthPx: number, step: (stand: Stand) => void): void {
    this.stop();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isStill || !this.map.checkVisibility() || this.map.matches(':state(printing)')) {
      step(to);
      return;
    }
    const way = interpolateZoom(boxOf(from, widthPx), boxOf(to, widthPx));
    const lasts = Math.min(LONGEST, way.duration);
    let start: number | undefined;
    this.map.setState('flying', true);
    this.#pace.start();
    const fly = (now: number): void => {
      start ??= now;
      if (!this.#pace.isTurn(now)) {
        this.#frame = requestAnimationFrame(fly);
        return;
      }
      const share = lasts > 0 ? Math.min(1, (now - start) / lasts) : 1;
      this.#frame = requestAnimationFrame(share < 1 ? fly : land);
      step(share < 1 ? standOf(way(eased(share)), widthPx) : to);
    };
    // Its place, its names and its dashes come in frames of their own: together they take longer than one.
    const land = (): void => {
      this.#frame = 0;
      step(to);
      this.#landing = requestAnimationFrame(() => this.map.setState('flying', false));
    };
    this.#frame = requestAnimationFrame(fly);
  }

  /** It ends where it is. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#landing);
    this.#frame = 0;
    this.map.setState('flying', false);
  }
}

type ViewBox = [x: number, y: number, width: number];

/** A stand as the middle of the view and its width, in the pixels of zoom 0. */
function boxOf({centre, zoom}: Stand, widthPx: number): ViewBox {
  const [x, y] = project(centre, 0);
  return [x, y, widthPx / 2 ** zoom];
}

const standOf = ([x, y, width]: ViewBox, widthPx: number): Stand => ({
  centre: unproject([x, y], 0),
  zoom: Math.log2(widthPx / width),
});

/** Slow at both ends. */
const eased = (share: number): number => share * share * (3 - 2 * share);
