import type {Bounds, Position} from '../core/geo/index.js';
import type {Air} from '../core/layout/index.js';

/** Where the map is: all that a drawing needs. World pixels are Web Mercator's at `zoom`, as core's `project` gives. */
export interface ViewState {
  readonly zoom: number;
  /** World pixel of the drawing's top left corner. */
  readonly origin: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
}

export interface MapLimits {
  /** What can be seen at all; undefined is the whole world. */
  readonly bounds: Bounds | undefined;
  readonly maxZoom: number;
}

export interface MapViewOptions {
  /** After each change, every frame while moving. `byReader`: a gesture, not a call. */
  readonly onMove: (state: ViewState, byReader: boolean) => void;
  readonly onTouchHint: () => void;
  readonly onWheelHint: () => void;
}

/** What the elements ask of the map library: a view of the world that can be moved, and nothing that is drawn. */
export interface MapView {
  readonly state: ViewState;
  readonly bounds: Bounds;
  /** Whether the last movement of a pointer was a drag: the click that follows is its end. */
  readonly dragged: boolean;
  setLimits(limits: MapLimits): void;
  /** Shows a box with some air at its edges, no nearer than `maxZoom`. */
  fit(bounds: Bounds, air: Air, maxZoom: number): void;
  /** Whether it can go nearer, and farther. */
  readonly canZoom: {readonly in: boolean; readonly out: boolean};
  /** Puts a position and zoom back. */
  restore(centre: Position, zoom: number): void;
  readonly centre: Position;
  /** Zooms by levels around a pixel, or the middle. */
  zoomBy(levels: number, around?: readonly [x: number, y: number]): void;
  panBy(x: number, y: number): void;
  /** The container has another size. */
  resize(): void;
  destroy(): void;
}
