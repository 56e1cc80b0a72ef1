import type {RegionShape, ViewTransform} from './region-runs.js';
import type {Box} from './types.js';

/** A place in pixels of the drawing. */
export interface MapPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Uncertainty to scale, in pixels; 0 when none is given. */
  readonly radius: number;
  readonly name: string;
  /** What is written beside the name; empty for nothing. */
  readonly count: string;
  /** How many events are behind it: what a cluster adds up. */
  readonly events: number;
  /** Higher keeps its label first. */
  readonly emphasis: number;
}

/** A name of a point of the basemap. `x`, `y`: the town's dot, or the middle of the name of a sea. */
export interface MapName {
  readonly text: string;
  readonly kind: 'town' | 'sea';
  readonly x: number;
  readonly y: number;
  /** A town that is named before the region around it. */
  readonly isLarge: boolean;
}

/** A country or region of the basemap, to be named within its outline. */
export interface MapRegion {
  readonly id: string;
  readonly kind: 'country' | 'region';
  /** Its name and shorter forms of it, the most welcome first. */
  readonly texts: readonly string[];
  readonly shape: RegionShape;
  /** From the shape's pixels to those of the view. */
  readonly transform: ViewTransform;
}

/** What of the basemap may be named. */
export interface MapNames {
  readonly regions: readonly MapRegion[];
  readonly points: readonly MapName[];
}

export interface MapOptions {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** Counted circles that are there already: then places are not merged. */
  readonly circles?: readonly Pick<MapCluster, 'x' | 'y' | 'radius'>[];
  /** What else lies on the map: controls, the scale bar. */
  readonly reserved?: readonly Box[];
}

/** The box holds the text; it starts at the box's left edge, its baseline `baseline` below the top. */
export interface MapLabel extends Box {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  /** Where the count starts, from the box's left edge. */
  readonly countX: number;
  readonly baseline: number;
}

/** Places too close to draw one by one. */
export interface MapCluster {
  /** Of the place that leads it: the same while panning. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly places: readonly MapPlace[];
  readonly events: number;
}

/** A name of the basemap that has found room. */
export interface MapNameLabel extends Box {
  /** Of a country or region. */
  readonly id?: string;
  readonly kind: MapName['kind'] | MapRegion['kind'];
  /** One line or two, from the top. */
  readonly lines: readonly string[];
  /** In capitals, spaced. */
  readonly isSpaced: boolean;
  /** What it names: a town's dot, else the middle of the name. */
  readonly at: readonly [x: number, y: number];
  /** Of the first line, from the top of the box; and the height of a line. */
  readonly baseline: number;
  readonly lineHeight: number;
}

export interface MapLayout {
  readonly places: readonly MapPlace[];
  readonly clusters: readonly MapCluster[];
  readonly labels: readonly MapLabel[];
  readonly names: readonly MapNameLabel[];
}
