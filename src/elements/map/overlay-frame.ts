import type {ClipBox} from '../../core/overlays/index.js';
import type {ViewState} from '../../map/index.js';

/** What is drawn is cut to steps of so many pixels, and so far beyond the view: a map that moves draws it seldom anew. */
const STEP = 512;
const BEYOND = 128;
/** Edge of a tile of texture, in pixels. */
export const TILE = 24;

/** How a view is drawn: by which level, cut where, and how that is brought to the view. */
export interface OverlayFrame {
  /** The whole zoom at or above that of the view. */
  readonly level: number;
  /** In pixels of the level. */
  readonly box: ClipBox;
  /** Pixels of the view to one of the level: up to 1. */
  readonly scale: number;
  /** Where the north-west corner of the box is in the view. */
  readonly corner: readonly [x: number, y: number];
  /** Equal for frames with the same level and box. */
  readonly key: string;
}

export function frameOf({zoom, origin, width, height}: ViewState): OverlayFrame {
  const level = Math.max(Math.ceil(zoom - 1e-6), 0);
  const scale = 2 ** (zoom - level);
  const floor = (value: number) => Math.floor((value / scale - BEYOND) / STEP) * STEP;
  const ceil = (value: number) => Math.ceil((value / scale + BEYOND) / STEP) * STEP;
  const box = {
    west: floor(origin[0]),
    north: floor(origin[1]),
    east: ceil(origin[0] + width),
    south: ceil(origin[1] + height),
  };
  return {
    level,
    box,
    scale,
    corner: [box.west * scale - origin[0], box.north * scale - origin[1]],
    key: `${level} ${box.west} ${box.north} ${box.east} ${box.south}`,
  };
}

/** The transform of a texture that lies still on the ground while the map is moved, and stays as fine at every zoom. */
export function textureTransform({box, scale}: OverlayFrame): string {
  const tile = TILE / scale;
  const offset = (value: number) => -(((value % tile) + tile) % tile);
  return `translate(${offset(box.west)},${offset(box.north)}) scale(${1 / scale})`;
}
