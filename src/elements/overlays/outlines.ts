import type {Dataset, Overlay, Shape} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import {
  isEmptyOutline,
  isRoute,
  type Outline,
  type OverlaySize,
  readInSteps,
  sizeOf,
  sizeOfOverlay,
} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {fetchJson} from '../../net/index.js';
import {hostToAsk} from '../base/index.js';
import {batched} from './batched.js';
import {Slices} from './slices.js';

/** The outlines of a story's shapes: read once for the page, those of files when somebody asks for them. */
export class Outlines {
  readonly #outlines = new Map<Shape, Outline>();
  readonly #asked = new Set<Shape>();
  readonly #failed = new Set<Shape>();
  readonly #listeners = new Set<() => void>();
  readonly #slices = new Slices();

  constructor(readonly dataset: Dataset) {}

  /** Calls back when there are others; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Undefined while it is not there. */
  of(shape: Shape): Outline | undefined {
    return this.#outlines.get(shape);
  }

  /** How long or large a shape or a route is; undefined while that is not known. */
  sizeOf(overlay: Overlay): OverlaySize | undefined {
    // Of a route with a place that lies nowhere no length is known, although a part of it is drawn.
    if (isRoute(overlay)) return sizeOfOverlay(overlay, this.dataset);
    const outline = this.of(overlay);
    return outline && sizeOf(outline);
  }

  /** It did not come, or holds nothing that can be drawn. */
  hasFailed(shape: Shape): boolean {
    return this.#failed.has(shape);
  }

  /** Reads an outline that needs no file. */
  read(shape: Shape): void {
    if (!this.#asked.has(shape) && shape.geometry) this.#start(shape, undefined);
  }

  /**
   * Reads an outline, and fetches it first where it is in a file. Returns the server that the reader has to allow first,
   * if there is one.
   */
  load(shape: Shape, base: string, snapshot: Snapshot): string | undefined {
    if (this.#asked.has(shape)) return undefined;
    const src = shape.geometry ? undefined : shape.src;
    const url = src !== undefined && URL.canParse(src, base) ? new URL(src, base).href : undefined;
    const host = url && hostToAsk(url, snapshot);
    if (host) return host;
    this.#start(shape, url);
    return undefined;
  }

  #start(shape: Shape, url: string | undefined): void {
    this.#asked.add(shape);
    void this.#read(shape, url)
      .catch(() => this.#failed.add(shape))
      .then(() => this.#tell());
  }

  async #read(shape: Shape, url: string | undefined): Promise<void> {
    const json = shape.geometry ?? (url && (await fetchJson(url)));
    const {outline} = await this.#slices.run(() => readInSteps(json));
    if (isEmptyOutline(outline)) this.#failed.add(shape);
    else this.#outlines.set(shape, outline);
  }

  readonly #tell = batched(() => {
    for (const listener of [...this.#listeners]) listener();
  });
}

/** The outlines of a dataset, which all elements share. */
export const outlinesOf = memoize((dataset: Dataset) => new Outlines(dataset));
