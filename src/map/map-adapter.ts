import type {Bounds, MapPosition, Position} from '../core/geo/index.js';
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

/** What is said of a view that pointers move. */
export interface HandListener {
  /** Where an element is in the viewport, in its pixels. */
  readonly boxOf: (element: Element) => DOMRect;
  /** A drag begins. */
  readonly onDrag: () => void;
  /** Each step of it, and of what the view rolls on by itself. */
  readonly onMove: (centre: Position, zoom: number) => void;
  readonly onRest: () => void;
}

/** Least and greatest zoom, and what can be seen at all. */
export interface ViewLimits {
  readonly min: number;
  readonly max: number;
  readonly bounds: Bounds | undefined;
}

/** What the map library does: it moves a view as pointers drag and pinch it. */
export interface Hand {
  /** The view is elsewhere, or has other limits. */
  put(position: MapPosition, limits: ViewLimits): void;
  /** Whether a single pointer drags. */
  setDragging(isOn: boolean): void;
  /** The container has another size. */
  resize(): void;
  remove(): void;
}

/** What Leaflet's file has: `createHand` makes it listen in the container of a view. */
interface HandModule {
  createHand(container: HTMLElement, listener: HandListener): Hand;
}

export interface MapViewOptions {
  /** Where an element is in the viewport, in its pixels. */
  readonly boxOf: (element: Element) => DOMRect;
  /** After each change, every frame while moving. `byReader`: a gesture, not a call. */
  readonly onMove: (state: ViewState, byReader: boolean) => void;
  readonly onTouchHint: () => void;
  readonly onWheelHint: () => void;
  /** Fetches what follows pointers that drag and pinch; undefined where it cannot be had now. */
  readonly fetchLeaflet: () => Promise<HandModule | undefined>;
}

/** What the elements ask of a view of the world that can be moved, and draws nothing. */
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
  /** The pixel of the map that a pointer is at. */
  pointAt(pointer: {readonly clientX: number; readonly clientY: number}): readonly [x: number, y: number];
  panBy(x: number, y: number): void;
  /** The container has another size. */
  resize(): void;
  destroy(): void;
}
