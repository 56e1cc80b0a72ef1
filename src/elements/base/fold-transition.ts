import {
  type Fold,
  type FoldedView,
  foldedScale,
  type TimeScale,
  viewBetween,
} from '../../core/layout/index.js';
import type {CronoElement} from './crono-element.js';

/** Duration in milliseconds. */
const DURATION = 300;

const easeInOut = (share: number): number => share * share * (3 - 2 * share);

/** Unfolds and folds gradually, unless readers ask for less motion. It ends when the view is moved meanwhile. */
export class FoldTransition {
  /** The axis that it comes from. */
  #from: TimeScale | undefined;
  #startedAt = 0;
  /** The axis that was drawn last. */
  #drawn: TimeScale | undefined;
  #folds: readonly Fold[] | undefined;
  #place: readonly unknown[] = [];

  constructor(readonly element: CronoElement) {}

  /**
   * The view to draw next on the way to another. `place`: what the view and its length in pixels depend on, besides
   * folds; `all`: the folds, folded or not.
   */
  next(wanted: FoldedView, all: readonly Fold[], lengthPx: number, ...place: readonly unknown[]): FoldedView {
    const now = [all, lengthPx, ...place];
    const isMoved = now.some((value, i) => value !== this.#place[i]);
    const isToggled = wanted.folds !== this.#folds;
    this.#place = now;
    this.#folds = wanted.folds;
    if (isMoved || matchMedia('(prefers-reduced-motion: reduce)').matches) this.#from = undefined;
    else if (isToggled) {
      this.#from = this.#drawn;
      this.#startedAt = performance.now();
    }
    const share = (performance.now() - this.#startedAt) / DURATION;
    if (share >= 1) this.#from = undefined;
    const to = scaleOf(wanted, lengthPx);
    const view = this.#from ? viewBetween(this.#from, to, all, easeInOut(share)) : wanted;
    this.#drawn = this.#from ? scaleOf(view, lengthPx) : to;
    if (this.#from) requestAnimationFrame(() => this.element.requestUpdate());
    return view;
  }
}

const scaleOf = ({range, folds}: FoldedView, lengthPx: number): TimeScale =>
  foldedScale([range.start, range.end], [0, lengthPx], folds);
