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

/** A name of the basemap. `x`, `y`: the town's dot, or the middle of the area. */
export interface MapName {
  readonly text: string;
  readonly kind: 'town' | 'region' | 'country';
  readonly x: number;
  readonly y: number;
}

export interface MapOptions {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** Counted circles that are there already: then places are not merged. */
  readonly circles?: readonly Pick<MapCluster, 'x' | 'y' | 'radius'>[];
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

export interface MapNameLabel extends Box {
  readonly text: string;
  readonly kind: MapName['kind'];
  /** What it names, a town's dot. */
  readonly at: readonly [x: number, y: number];
  readonly baseline: number;
}

export interface MapLayout {
  readonly places: readonly MapPlace[];
  readonly clusters: readonly MapCluster[];
  readonly labels: readonly MapLabel[];
  readonly names: readonly MapNameLabel[];
}
