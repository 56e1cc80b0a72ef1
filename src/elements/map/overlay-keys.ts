import type {Overlay} from '../../core/dataset/index.js';

/** Where each arrow key leads. */
const STEPS: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

/** What the keys of shapes and routes ask for. */
interface OverlayKeyTarget {
  /** What the keys go through, in the order of time. */
  readonly overlays: readonly Overlay[];
  /** The keys are at an event that is the last, or there is none. */
  readonly isAtEnd: boolean;
  /** The keys are at another. */
  goTo(id: string): void;
  select(id: string): void;
}

/** The keys of a map beyond its last event: they go on through shapes and routes, and back. */
export class OverlayKeys {
  /** Id of the shape or route that the keys are at; null for none. */
  active: string | null = null;

  /** Does what a key means here; false for a key that means nothing here, or something to the events. */
  press({key, altKey, ctrlKey, metaKey, shiftKey}: KeyboardEvent, target: OverlayKeyTarget): boolean {
    if (altKey || ctrlKey || metaKey || shiftKey) return false;
    const by = STEPS[key];
    if (by !== undefined) return this.#step(by, target);
    if (key === 'End') return this.#goTo(target.overlays.at(-1), target);
    if (key === 'Home') this.active = null;
    if ((key !== 'Enter' && key !== ' ') || this.active === null) return false;
    target.select(this.active);
    return true;
  }

  #step(by: number, target: OverlayKeyTarget): boolean {
    const {overlays, isAtEnd} = target;
    const at = overlays.findIndex(({id}) => id === this.active);
    if (at < 0) return by > 0 && isAtEnd && this.#goTo(overlays[0], target);
    if (at + by < 0) this.active = null;
    else this.#goTo(overlays[at + by], target);
    return true;
  }

  #goTo(overlay: Overlay | undefined, target: OverlayKeyTarget): boolean {
    if (!overlay) return false;
    this.active = overlay.id;
    target.goTo(overlay.id);
    return true;
  }
}
