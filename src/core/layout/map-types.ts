import type {RegionShape, ViewTransform} from './region-runs.js';
import type {Box} from './types.js';

/** A place in pixels of the drawing. */
export interface MapPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Radius of uncertainty in pixels; 0 for none. */
  readonly radius: number;
  readonly name: string;
  /** The count beside the name; empty for none. */
  readonly count: string;
  /** Number of its events, which clusters add up. */
  readonly events: number;
  /** Label priority; higher is placed first. */
  readonly emphasis: number;
  /** Of the selected event, or where the keys are: not merged, and in front of the others. */
  readonly isChosen?: boolean;
  /** Another is selected, so its label is not bold. */
  readonly isReceded?: boolean;
  /** Where it is, when its mark stands beside that for want of room. */
  readonly from?: readonly [x: number, y: number];
}

/** A point label of the basemap. `x`, `y`: the town's dot, or the centre of the name of a sea. */
export interface MapName {
  readonly text: string;
  readonly kind: 'town' | 'sea';
  readonly x: number;
  readonly y: number;
  /** A town that has priority over the region around it. */
  readonly isLarge: boolean;
}

/** A country or region of the basemap, labelled within its outline. */
export interface MapRegion {
  readonly id: string;
  readonly kind: 'country' | 'region';
  /** Its name and shorter forms, in order of preference. */
  readonly texts: readonly string[];
  /** What else the story may call it: its name in another language. */
  readonly aliases?: readonly string[] | undefined;
  /** What stands for the name of one of the largest regions in view that has no room for any of them. */
  readonly abbreviation?: string | undefined;
  readonly shape: RegionShape;
  /** Of one whose outline is too coarse to say where it is: a point inside it, in the shape's pixels. */
  readonly at?: readonly [x: number, y: number];
  /** Transforms the shape's pixels to those of the viewport. */
  readonly transform: ViewTransform;
}

/** The labels that the basemap can have. */
export interface MapNames {
  readonly regions: readonly MapRegion[];
  readonly points: readonly MapName[];
}

export interface MapOptions {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** Clusters of the grid, when it is used: then places are not merged again. */
  readonly circles?: readonly Pick<MapCluster, 'x' | 'y' | 'radius'>[] | undefined;
  /** Boxes of overlays: controls, the scale bar. */
  readonly reserved?: readonly Box[];
  /** Whether a line of the story runs under a box: labels stand elsewhere if they can. */
  readonly isCrossed?: ((box: Box) => boolean) | undefined;
  /** Names of an earlier layout, in pixels of this one: each keeps its place as long as that is right. */
  readonly kept?: readonly MapNameLabel[] | undefined;
}

/** A text in its box, aligned left; `baseline` is measured from the top. */
export interface MapLabel extends Box {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  /** Where the count begins, from the box's corner: beside the name, or below it. */
  readonly countX: number;
  readonly countY: number;
  readonly baseline: number;
}

/** Places too close to draw individually. */
export interface MapCluster {
  /** Id of its leading place; stable while panning. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly places: readonly MapPlace[];
  readonly events: number;
  /** More chosen places than can be drawn by themselves. */
  readonly isChosen: boolean;
}

/** A placed label of the basemap. */
export interface MapNameLabel extends Box {
  /** Id of the country or region. */
  readonly id?: string;
  readonly kind: MapName['kind'] | MapRegion['kind'];
  readonly text: string;
  /** The text, on one or two lines, from the top. */
  readonly lines: readonly string[];
  /** Set in letter-spaced capitals. */
  readonly isSpaced?: boolean;
  /** A country's, set as small as a region's for want of room. */
  readonly isSmall?: boolean;
  /** The labelled point: a town's dot, otherwise the centre of the label. */
  readonly at: readonly [x: number, y: number];
  /** Baseline of the first line from the top of the box, and the line height. */
  readonly baseline: number;
  readonly lineHeight: number;
}

export interface MapLayout {
  readonly places: readonly MapPlace[];
  readonly clusters: readonly MapCluster[];
  readonly labels: readonly MapLabel[];
  readonly names: readonly MapNameLabel[];
}
