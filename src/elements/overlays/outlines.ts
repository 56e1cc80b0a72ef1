import type {Dataset, Overlay} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import {
  isEmptyOutline,
  isRoute,
  type Outline,
  type OverlaySize,
  outlineOfRoute,
  readInSteps,
  sizeOf,
  sizeOfOverlay,
} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {hostToAsk} from '../base/index.js';
import {batched} from './batched.js';
import {Slices} from './slices.js';

/** What the line of a route is measured and fitted by; what is drawn is made for each zoom. */
const ROUTE_ZOOM = 4;

/** Rejects when it cannot be had, or is no JSON. */
async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** The outlines of a story's shapes and routes: read once for the page, those of files when somebody asks for them. */
export class Outlines {
  readonly #outlines = new Map<Overlay, Outline>();
  readonly #asked = new Set<Overlay>();
  readonly #failed = new Set<Overlay>();
  readonly #listeners = new Set<() => void>();
  readonly #slices = new Slices();

  constructor(readonly dataset: Dataset) {}

  /** Calls back when there are others; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Undefined while it is not there. */
  of(overlay: Overlay): Outline | undefined {
    return this.#outlines.get(overlay);
  }

  /** How long or large it is; undefined while that is not known. */
  sizeOf(overlay: Overlay): OverlaySize | undefined {
    // Of a route with a place that lies nowhere no length is known, although a part of it is drawn.
    if (isRoute(overlay)) return sizeOfOverlay(overlay, this.dataset);
    const outline = this.of(overlay);
    return outline && sizeOf(outline);
  }

  /** It did not come, or holds nothing that can be drawn. */
  hasFailed(overlay: Overlay): boolean {
    return this.#failed.has(overlay);
  }

  /** Reads an outline that needs no file. */
  read(overlay: Overlay): void {
    if (!this.#asked.has(overlay) && (isRoute(overlay) || overlay.geometry)) this.#start(overlay, undefined);
  }

  /** Reads an outline, and fetches it first where it has a file: unless the reader is to be asked, whose server is then given. */
  load(overlay: Overlay, base: string, snapshot: Snapshot): string | undefined {
    if (this.#asked.has(overlay)) return undefined;
    const src = isRoute(overlay) || overlay.geometry ? undefined : overlay.src;
    const url = src !== undefined && URL.canParse(src, base) ? new URL(src, base).href : undefined;
    const host = url && hostToAsk(url, snapshot);
    if (host) return host;
    this.#start(overlay, url);
    return undefined;
  }

  #start(overlay: Overlay, url: string | undefined): void {
    this.#asked.add(overlay);
    void this.#read(overlay, url)
      .catch(() => this.#failed.add(overlay))
      .then(() => this.#tell());
  }

  async #read(overlay: Overlay, url: string | undefined): Promise<void> {
    const outline = isRoute(overlay)
      ? outlineOfRoute(overlay, this.dataset, ROUTE_ZOOM)
      : await this.#readShape(overlay.geometry ?? (url && (await fetchJson(url))));
    if (isEmptyOutline(outline)) this.#failed.add(overlay);
    else this.#outlines.set(overlay, outline);
  }

  async #readShape(json: unknown): Promise<Outline> {
    return (await this.#slices.run(() => readInSteps(json))).outline;
  }

  readonly #tell = batched(() => {
    for (const listener of [...this.#listeners]) listener();
  });
}

/** The outlines of a dataset, which all elements share. */
export const outlinesOf = memoize((dataset: Dataset) => new Outlines(dataset));
