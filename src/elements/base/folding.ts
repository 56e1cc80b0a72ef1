import {html, nothing, svg} from 'lit';
import {
  type Fold,
  type FoldedView,
  type FoldPlace,
  foldedExtent,
  foldedOf,
  foldedScale,
  foldsOf,
  hundredths,
  placeFolds,
  type ScaleOf,
  shareScale,
  type TimeScale,
} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {formatDuration, messages} from '../../i18n/index.js';
import type {CronoElement} from './crono-element.js';
import type {FoldTransition} from './fold-transition.js';
import foldStyles from './folding.styles.js';
import {repeat} from './repeat.js';
import type {StoreController} from './store-controller.js';

export const styles = [foldStyles];
export {drawFolded} from './folded-strip.js';

/** The break of an axis: two oblique strokes. Half their height, their lean and half their distance, in pixels. */
const STROKE = {half: 6, lean: 2, apart: 2.5};
/** From the middle of the dates to the words below, in pixels. */
const LINE = 26;
/** Farther out than anything is drawn, in pixels. */
const FAR = 1e5;

/** The time axis of a drawing, in pixels from its start edge. */
export interface FoldedAxis {
  readonly start: number;
  readonly length: number;
  /** Width of the drawing. */
  readonly width: number;
  readonly measure: (text: string) => number;
}

/** Where breaks are drawn, in pixels from the top of the drawing. */
interface BreakBox {
  readonly top: number;
  readonly bottom: number;
  /** The middle of the dates. */
  readonly dates: number;
}

/** Folds time without events: what is folded, breaks of the axis, and a button for each that shows it to scale. */
export class Folding {
  /** All that can be folded, folded or not. */
  all: readonly Fold[] = [];
  /** What is folded of it. */
  folded: readonly Fold[] = [];
  #view: FoldedView = {range: {start: 0, end: 1}, folds: []};
  #places: readonly FoldPlace[] = [];
  /** What was unfolded or folded last, for screen readers. */
  #said = '';
  /** Fetched when a reader comes to a button. */
  #transition: FoldTransition | undefined;
  readonly #allOf = memoizeLast((folds: readonly Fold[], isFree?: (gap: Interval) => boolean) =>
    isFree ? folds.filter(({gap}) => isFree(gap)) : folds,
  );
  readonly #foldedOf = memoizeLast(foldedOf);
  readonly #extentOf = memoizeLast(foldedExtent);

  constructor(
    readonly element: CronoElement,
    readonly store: StoreController,
  ) {}

  /** Takes what can be folded of a story: its long stretches without events, if they are free of other things too. */
  take({events, unfolded}: Snapshot, isFree?: (gap: Interval) => boolean): void {
    this.all = this.#allOf(foldsOf(events.spans), isFree);
    this.folded = this.#foldedOf(this.all, unfolded);
  }

  /** The range of a story at rest, which is shorter than it would be to scale: there is less air around it. */
  extentOf(whole: Interval, {events}: Snapshot): Interval {
    return this.#extentOf(whole, events.spans, this.folded);
  }

  /** The range to draw on an axis of some length: the given one, or one on the way to it while something unfolds. */
  rangeOf(range: Interval, lengthPx: number): Interval {
    const wanted = {range, folds: this.folded};
    this.#view = this.#transition?.next(wanted, this.all, lengthPx, this.store.snapshot?.range) ?? wanted;
    return this.#view.range;
  }

  /** What is drawn as folded. */
  get drawn(): readonly Fold[] {
    return this.#view.folds;
  }

  /** Makes the scale of what is drawn. */
  readonly scaleOf: ScaleOf = (domain, range) => foldedScale(domain, range, this.#view.folds);

  /** Maps time to shares of a range on an axis of some length, for gestures. */
  sharesOf({start, end}: Interval, lengthPx: number): TimeScale {
    return shareScale([start, end], lengthPx, this.folded);
  }

  /** Places what is drawn on an axis. */
  place({start, length, width, measure}: FoldedAxis, {locale}: Snapshot): void {
    const {range} = this.#view;
    const scale = this.scaleOf([range.start, range.end], [start, start + length]);
    this.#places = placeFolds(this.all, scale, {
      width,
      measure,
      texts: ({gap}) => {
        const duration = formatDuration(gap, locale);
        return [messages(locale).pause(duration), duration];
      },
    });
  }

  /**
   * Draws the breaks: a band between two heights, and strokes among the dates. `xOf` converts a position along time.
   * What crosses a fold is clipped to what is outside of it by `url(#unfolded)`.
   */
  drawBreaks({top, bottom, dates}: BreakBox, xOf: (position: number) => number) {
    const folded = this.#places.filter(({isFolded}) => isFolded);
    const edges = [-FAR, ...folded.flatMap(({from, to}) => [from, to]), FAR].map((x) => hundredths(xOf(x)));
    return svg`<g part="break" class="break" aria-hidden="true">
      <clipPath id="unfolded"><path d=${stripes(edges, -FAR, FAR)}></path></clipPath>
      <path class="band" d=${stripes(edges.slice(1, -1), top, bottom)}></path>
      <path class="strokes" d=${folded.map((place) => strokes(xOf(middleOf(place)), dates)).join('')}></path>
      ${this.element.matches(':state(printing)') ? folded.map((place) => words(place, xOf, dates)) : nothing}
    </g>`;
  }

  /** Renders the row of buttons below the axis. */
  renderButtons(snapshot: Snapshot) {
    if (this.all.length === 0) return nothing;
    return html`<div class="folds" @pointerenter=${this.#prepare} @focusin=${this.#prepare}>
      ${repeat(
        this.#places,
        ({fold}) => fold.gap.start,
        (place) => this.#renderButton(place, snapshot),
      )}
      <span class="visually-hidden" role="status">${this.#said}</span>
    </div>`;
  }

  readonly #prepare = (): void => {
    if (this.#transition) return;
    import('./fold-transition.js').then(
      ({FoldTransition}) => {
        this.#transition ??= new FoldTransition(this.element);
        this.element.requestUpdate();
      },
      // Without it, time unfolds at once.
      () => undefined,
    );
  };

  #renderButton({fold, isFolded, from, to, x, width, text}: FoldPlace, snapshot: Snapshot) {
    const words = messages(snapshot.locale);
    const name = words.pause(formatDuration(fold.gap, snapshot.locale));
    return html`<div class="fold">
      ${isFolded ? nothing : html`<span class="reach" .style=${boxStyle(from, to - from)}></span>`}
      <button part="fold" aria-expanded=${!isFolded} aria-label=${name} title=${isFolded ? words.unfold : words.fold}
        .style=${boxStyle(x, width)} @click=${() => this.#toggle(fold, name)}>${text} ${icon(isFolded)}</button>
    </div>`;
  }

  #toggle({gap}: Fold, name: string): void {
    const {unfolded = [], locale = ''} = this.store.snapshot ?? {};
    if (unfolded === 'all') return;
    const isFolded = !unfolded.includes(gap.start);
    const others = unfolded.filter((start) => start !== gap.start);
    this.store.request({type: 'unfold', folds: isFolded ? [...others, gap.start] : others});
    // A listener may have vetoed it.
    if (this.store.snapshot?.unfolded === unfolded) return;
    const {toScale, folded} = messages(locale);
    this.#said = `${name}: ${isFolded ? toScale : folded}`;
    this.element.requestUpdate();
  }
}

const middleOf = ({from, to}: FoldPlace): number => (from + to) / 2;

/** SVG path of the boxes between every two of some edges. */
const stripes = (edges: readonly number[], top: number, bottom: number): string =>
  edges.map((x, i) => (i % 2 === 0 ? `M${x},${top}V${bottom}H` : `${x}V${top}z`)).join('');

/** SVG path of two oblique strokes around a point. */
const strokes = (x: number, y: number): string =>
  [-STROKE.apart, STROKE.apart]
    .map(
      (offset) =>
        `M${hundredths(x + offset - STROKE.lean)},${hundredths(y + STROKE.half)}l${2 * STROKE.lean},${-2 * STROKE.half}`,
    )
    .join('');

/** What a button says, on paper, where the drawing is scaled and buttons are not. */
const words = ({x, width, text}: FoldPlace, xOf: (position: number) => number, dates: number) =>
  svg`<text x=${hundredths(xOf(x + width / 2))} y=${hundredths(dates + LINE)} .textContent=${text}></text>`;

/** Assigned as a property, since policies may forbid the attribute. */
const boxStyle = (x: number, width: number): string =>
  `inset-inline-start: ${hundredths(x)}px; inline-size: ${hundredths(width)}px`;

/** Arrows apart where there is something to unfold, and together where it can be folded. */
const icon = (isFolded: boolean) =>
  html`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d=${
    isFolded ? 'M4,3l-3,3l3,3M1,6h10M8,3l3,3l-3,3' : 'M2,3l3,3l-3,3M0,6h5M10,3l-3,3l3,3M7,6h5'
  }></path></svg>`;
