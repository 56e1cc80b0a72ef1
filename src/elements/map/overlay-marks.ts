import {type Level, type LineMark, marksAlong} from '../../core/overlays/index.js';
import {shapePath} from '../base/index.js';
import type {OverlayFrame} from './overlay-frame.js';

/** Edge of the world in pixels at zoom 0. */
const WORLD = 256;
/** How far apart marks on a line are, in pixels. */
const SPACING = 48;
/** Size of marks on lines to that of places, which they are not to be taken for. */
export const MARK_SCALE = 0.6;
/** What is smaller than this in either direction, in pixels, is drawn as the mark of its category. */
const SMALL = 8;
/** An arrowhead, its tip ahead: along the line and across it, in pixels. */
const ARROW = [
  [-5, -5],
  [3, 0],
  [-5, 5],
] as const;

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** What stands on the lines of an overlay, as the text of paths in pixels from the corner of the box. */
export interface MarksText {
  /** Marks of the category, to be drawn at `MARK_SCALE`. */
  readonly shapes: string;
  /** Arrowheads, which way a route goes. */
  readonly arrows: string;
}

/**
 * Lines have the mark of their category along them, so that they are told apart without colour; on a route every other
 * one is an arrowhead. What is too small to be seen is a mark.
 */
export function marksText(level: Level, frame: OverlayFrame, category: number, isRoute: boolean): MarksText {
  const {box, scale} = frame;
  const place = (x: number, y: number): [number, number] => [
    tenths((x - box.west) * scale),
    tenths((y - box.north) * scale),
  ];
  const shapeAt = (x: number, y: number) =>
    shapePath(category, tenths(x / MARK_SCALE), tenths(y / MARK_SCALE));
  let shapes = '';
  let arrows = '';
  for (const at of middlesOfSmall(level, frame)) shapes += shapeAt(...place(...at));
  for (const mark of marksAlong(level, box, SPACING / scale)) {
    if (isRoute && mark.number % 2 === 0) arrows += arrowhead(mark, place);
    else shapes += shapeAt(...place(mark.x, mark.y));
  }
  return {shapes, arrows};
}

function arrowhead(
  {x, y, angle}: LineMark,
  place: (x: number, y: number) => readonly [number, number],
): string {
  const [left, top] = place(x, y);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const points = ARROW.map(
    ([along, across]) =>
      `${tenths(left + along * cos - across * sin)},${tenths(top + along * sin + across * cos)}`,
  );
  return `M${points.join('L')}`;
}

/** The middle, in each copy of the world, of what is too small to be seen; none of what is not. */
function middlesOfSmall(
  {zoom, boxes}: Level,
  {box, scale}: OverlayFrame,
): (readonly [x: number, y: number])[] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    west = Math.min(west, boxes[i] ?? 0);
    north = Math.min(north, boxes[i + 1] ?? 0);
    east = Math.max(east, boxes[i + 2] ?? 0);
    south = Math.max(south, boxes[i + 3] ?? 0);
  }
  if (Math.max(east - west, south - north) * scale >= SMALL) return [];
  const world = WORLD * 2 ** zoom;
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  const middles: (readonly [number, number])[] = [];
  const last = Math.floor((box.east - x) / world);
  for (let copy = Math.ceil((box.west - x) / world); copy <= last; copy++)
    middles.push([x + copy * world, y]);
  return middles;
}
