import {LINE_HEIGHT} from './line-height.js';
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

/** More names than this are not tried, those with most behind them first. */
const MOST_LABELS = 100;
/** Half the width of a place's mark. */
export const MARK_RADIUS = 7;
/** Marks nearer than this cannot be told apart, or hit with a finger. */
const NEAR = 15;
/** A disc larger than this has its label in the middle. */
const WIDE_DISC = 72;
/** Of the distance of a label that stands at a corner; far enough to clear the mark. */
const DIAGONAL = 0.75;

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

const inOrder = (places: readonly MapPlace[]) =>
  [...places].sort((a, b) => b.emphasis - a.emphasis || (a.id < b.id ? -1 : 1));

/** The first in order leads; each takes in those after it that are too near to it, and nearer than to another. */
function cluster(places: readonly MapPlace[]): readonly (readonly MapPlace[])[] {
  const groups: [leader: MapPlace, ...others: MapPlace[]][] = [];
  // There are some hundreds of places at most: many are counted by a grid instead.
  for (const place of inOrder(places)) {
    let home: MapPlace[] | undefined;
    let least = NEAR ** 2;
    for (const group of groups) {
      const [{x, y}] = group;
      const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
      if (distance < least) [home, least] = [group, distance];
    }
    if (home) home.push(place);
    else groups.push([place]);
  }
  return groups;
}

/**
 * What of the places is drawn one by one, what is merged, and which names fit: no two texts overlap, and none
 * covers a mark. Which places merge depends on the zoom alone, so that nothing jumps while panning.
 */
export function layoutMap(
  places: readonly MapPlace[],
  names: readonly MapName[],
  {width, height, fontSize, measure, circles}: MapOptions,
): MapLayout {
  const groups = circles ? places.map((place) => [place]) : cluster(places);
  const single: MapPlace[] = [];
  const clusters: MapCluster[] = [];
  for (const group of groups) {
    const [leader] = group;
    if (!leader) continue;
    if (group.length === 1) single.push(leader);
    else {
      const events = group.reduce((sum, place) => sum + place.events, 0);
      const radius = Math.min(22, 12 + 2 * Math.log2(Math.max(1, events)));
      clusters.push({id: leader.id, x: leader.x, y: leader.y, radius, places: group, events});
    }
  }
  const view: Box = {x: 0, y: 0, width, height};
  const inView = (box: Box) =>
    box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2;
  const taken: Box[] = [
    ...single.map(({x, y}) => around(x, y, MARK_RADIUS + 1)),
    ...(circles ?? clusters).map(({x, y, radius}) => around(x, y, radius + 1)),
  ].filter((box) => touch(box, view));
  const free = (box: Box) => inView(box) && !taken.some((other) => touch(box, other));

  const lineHeight = fontSize * LINE_HEIGHT;
  const labels: MapLabel[] = [];
  for (const place of circles ? inOrder(single).slice(0, MOST_LABELS) : inOrder(single)) {
    const {id, x, y, radius, name, count} = place;
    if (!touch(around(x, y, 1), view)) continue;
    const nameWidth = measure(name, true);
    const countX = count ? nameWidth + fontSize * 0.4 : nameWidth;
    const boxWidth = countX + (count ? measure(count, true) * 1.15 : 0) + 2;
    const gap = Math.max(MARK_RADIUS, radius <= WIDE_DISC ? radius : 0) + 4;
    const tight = MARK_RADIUS + 4;
    const at = (left: number, top: number): Box => ({x: left, y: top, width: boxWidth, height: lineHeight});
    const spots = [gap, ...(gap > tight ? [tight] : [])].flatMap((d) => [
      at(x + d, y - lineHeight / 2),
      at(x - d - boxWidth, y - lineHeight / 2),
      at(x - boxWidth / 2, y - d - lineHeight),
      at(x - boxWidth / 2, y + d),
      at(x + d * DIAGONAL, y - d * DIAGONAL - lineHeight),
      at(x - d * DIAGONAL - boxWidth, y - d * DIAGONAL - lineHeight),
      at(x + d * DIAGONAL, y + d * DIAGONAL),
      at(x - d * DIAGONAL - boxWidth, y + d * DIAGONAL),
    ]);
    const box = spots.find(free);
    if (!box) continue;
    labels.push({...box, id, name, count, countX, baseline: lineHeight * 0.77});
    taken.push(box);
  }

  const written = new Set(places.map(({name}) => name));
  const nameLabels: MapNameLabel[] = [];
  for (const {text, kind, x, y} of names) {
    if (kind === 'town') {
      if (written.has(text)) continue;
      const dot = around(x, y, 4);
      const boxWidth = measure(text, false) * 0.92 + 2;
      const at = (left: number): Box => ({
        x: left,
        y: y - lineHeight / 2,
        width: boxWidth,
        height: lineHeight,
      });
      const box = [at(x + 6), at(x - 6 - boxWidth)].find(free);
      if (!box || !free(dot)) continue;
      nameLabels.push({text, kind, at: [x, y], ...box, baseline: lineHeight * 0.73});
      taken.push(box, dot);
    } else {
      const spaced = measure(text.toUpperCase(), false) * 0.85 + text.length * fontSize * 0.12;
      // An area's name may stand a little off its middle.
      const box = [0, -1.2, 1.2, -2.4, 2.4]
        .map((lines) => ({
          x: x - spaced / 2,
          y: y + (lines - 0.5) * lineHeight,
          width: spaced,
          height: lineHeight,
        }))
        .find(free);
      if (!box) continue;
      nameLabels.push({text, kind, at: [x, y], ...box, baseline: lineHeight * 0.73});
      taken.push(box);
    }
  }
  return {places: single, clusters, labels, names: nameLabels};
}
