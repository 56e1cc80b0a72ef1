import {stepAt} from '../../core/layout/index.js';
import {clientBox, parentOf} from '../base/index.js';

/** Where the line of reading lies on the screen, as a share of its height. */
const LINE = 0.6;
/** Whoever scrolls faster, in heights of the screen a second, is past a step before views have come to what it shows. */
const RUSH = 1.2;
/** How long it is watched, in milliseconds. */
const MOMENT = 70;
/** Farther than any step is from the screen, in pixels. */
const FAR = 9_999_999;

/** The box of its own that a node scrolls in; undefined when it is the page. */
function scrollerOf(node: Node): Element | undefined {
  for (let at: Node | null = parentOf(node); at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    if (at === document.body) return undefined;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}

/**
 * Says which step is on the line of reading, as the reader scrolls; the scroll itself is left alone. What the reader rushes
 * past is not said, but where the rush ends.
 */
export class ReadingLine {
  #frame = 0;
  #observer: IntersectionObserver | undefined;
  #steps: readonly Element[] = [];
  #scroller: Element | undefined;

  /** @param read called with the index of the step, -1 before the first, when one has crossed the line */
  constructor(readonly read: (index: number) => void) {}

  /** Height of what the steps scroll in, in pixels; undefined when it is the screen. */
  get heightPx(): number | undefined {
    return this.#scroller?.clientHeight;
  }

  /** Follows these steps from now on, unless it does already. */
  follow(steps: readonly Element[]): void {
    const isSame = steps.length === this.#steps.length && steps.every((each, i) => each === this.#steps[i]);
    if (isSame && this.#observer) return;
    this.stop();
    const [first] = steps;
    if (!first) return;
    this.#steps = steps;
    this.#scroller = scrollerOf(first);
    // All above the line, so that a step is noticed that goes from far above to far below at once.
    this.#observer = new IntersectionObserver(this.#onCross, {
      root: this.#scroller ?? document,
      rootMargin: `${FAR}px 0px -${(1 - LINE) * 100}% 0px`,
    });
    for (const each of steps) this.#observer.observe(each);
  }

  /** Waits for a moment in which the reader does not rush, by frames: a page that stalls scrolls only with the next. */
  readonly #onCross = (): void => {
    cancelAnimationFrame(this.#frame);
    const [start, from] = [Number(document.timeline.currentTime), this.#top];
    const look = (now: number): void => {
      if (now - start < MOMENT) this.#frame = requestAnimationFrame(look);
      else if (Math.abs(this.#top - from) / (now - start) > (RUSH * this.#screen.height) / 1000)
        this.#onCross();
      else this.read(this.index);
    };
    this.#frame = requestAnimationFrame(look);
  };

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#steps = [];
  }

  /** The step on the line. */
  get index(): number {
    const {top, height} = this.#screen;
    const tops = this.#steps.map((each) => clientBox(each).top);
    return stepAt(tops, top + LINE * height);
  }

  /** The box that the steps scroll in, as it lies on the screen. */
  get #screen(): Pick<DOMRect, 'top' | 'height'> {
    return this.#scroller ? clientBox(this.#scroller) : {top: 0, height: innerHeight};
  }

  get #top(): number {
    return this.#steps[0] ? clientBox(this.#steps[0]).top : 0;
  }
}
