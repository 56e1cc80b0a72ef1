import type {MapNameLabel} from '../../core/layout/index.js';
import {createChangeCheck} from '../../core/memo/index.js';
import type {ViewState} from '../../map/index.js';

/** The names of the basemap as they were last laid out: they move with a map that is dragged. */
export class KeptNames {
  #names: readonly MapNameLabel[] | undefined;
  #laidOutFor: ViewState | undefined;
  #view: ViewState | undefined;
  readonly #areOthers = createChangeCheck();

  /**
   * Where they are in a view; undefined before the first layout, at another zoom, or when what they depend on (their
   * language and type) has changed.
   */
  in(view: ViewState, ...dependencies: readonly unknown[]): readonly MapNameLabel[] | undefined {
    this.#view = view;
    const before = this.#laidOutFor;
    if (this.#areOthers(view.zoom, ...dependencies) || !before) return undefined;
    const [dx, dy] = [before.origin[0] - view.origin[0], before.origin[1] - view.origin[1]];
    return this.#names?.map((name) => ({
      ...name,
      x: name.x + dx,
      y: name.y + dy,
      at: [name.at[0] + dx, name.at[1] + dy],
    }));
  }

  /** Takes a new layout of the view that was last asked for. */
  keep(names: readonly MapNameLabel[]): void {
    this.#names = names;
    this.#laidOutFor = this.#view;
  }
}
