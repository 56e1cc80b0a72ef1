import type {MapNameLabel} from '../../core/layout/index.js';
import {createChangeCheck} from '../../core/memo/index.js';
import type {ViewState} from '../../map/index.js';

/** So many levels on the way to another zoom they are laid out anew: nearer to each other they would cover each other. */
const NEAR = 0.5;

/** The names of the basemap as they were last laid out: they move with a map that is dragged, or flies. */
export class KeptNames {
  #names: readonly MapNameLabel[] | undefined;
  #laidOutFor: ViewState | undefined;
  readonly #areOthers = createChangeCheck();

  /**
   * Where they are in a view; undefined before the first layout, at another zoom, unless the map is on its way there and
   * still near, or when what they depend on (their language and type) has changed.
   */
  in(
    view: ViewState,
    isMoving: boolean,
    ...dependencies: readonly unknown[]
  ): readonly MapNameLabel[] | undefined {
    const before = this.#laidOutFor;
    if (this.#areOthers(...dependencies) || !before) return undefined;
    const levels = view.zoom - before.zoom;
    if (Math.abs(levels) > (isMoving ? NEAR : 0)) return undefined;
    const scale = 2 ** levels;
    return this.#names?.map((name) => {
      const {at} = name;
      const dx = before.origin[0] * scale - view.origin[0] + at[0] * (scale - 1);
      const dy = before.origin[1] * scale - view.origin[1] + at[1] * (scale - 1);
      return {...name, x: name.x + dx, y: name.y + dy, at: [at[0] + dx, at[1] + dy]};
    });
  }

  /** Takes a new layout of a view. */
  keep(names: readonly MapNameLabel[], view: ViewState): void {
    this.#names = names;
    this.#laidOutFor = view;
  }
}
