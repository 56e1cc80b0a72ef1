import {geoInterpolate} from 'd3-geo';
import type {Dataset, Route} from '../dataset/index.js';
import {type Position, project} from '../geo/index.js';
import {type Outline, OutlineBuilder, PATH, turn} from './outline.js';
import {legsOf} from './route.js';

/** How far the drawing of a great circle may be off, in pixels. */
const SLACK = 0.4;
/** A leg is halved at most so often. */
const MAX_HALVINGS = 12;

type LonLat = [lon: number, lat: number];

/**
 * The line of a route, with as many positions as it takes to look right at a zoom. It is interrupted where a place has
 * no position, and ends where it starts again.
 */
export function outlineOfRoute(route: Route, dataset: Dataset, zoom: number): Outline {
  const builder = new OutlineBuilder();
  let end: Position | undefined;
  for (const [from, to] of legsOf(route, dataset)) {
    if (from.lon === to.lon && from.lat === to.lat) continue;
    if (from.lat !== end?.lat || from.lon !== end.lon) {
      builder.end(PATH.line);
      builder.add(from.lon, from.lat);
    }
    if (route.kind === 'great-circle') addGreatCircle(builder, from, to, zoom);
    builder.add(to.lon, to.lat);
    end = to;
  }
  builder.end(PATH.line);
  return builder.build();
}

/** What lies between two positions on the shortest way, halved until a straight line will do. */
function addGreatCircle(builder: OutlineBuilder, from: Position, to: Position, zoom: number): void {
  const at = geoInterpolate([from.lon, from.lat], [to.lon, to.lat]);
  const halve = (t0: number, a: LonLat, t1: number, b: LonLat, depth: number): void => {
    const t = (t0 + t1) / 2;
    const middle = at(t);
    // The middle may lie on the line by chance: an S.
    const isStraight = depth > 1 && offLine(a, b, middle, zoom) <= SLACK;
    if (isStraight || depth >= MAX_HALVINGS) return;
    halve(t0, a, t, middle, depth + 1);
    builder.add(...middle);
    halve(t, middle, t1, b, depth + 1);
  };
  halve(0, [from.lon, from.lat], 1, [to.lon, to.lat], 0);
}

/** How far a position is from the straight line between two others on the map, in pixels. */
function offLine(a: LonLat, b: LonLat, at: LonLat, zoom: number): number {
  const pixel = ([lon, lat]: LonLat) => project({lon: a[0] + turn(a[0], lon), lat}, zoom);
  const [ax, ay] = pixel(a);
  const [bx, by] = pixel(b);
  const [x, y] = pixel(at);
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((x - ax) * dy - (y - ay) * dx) / length;
}
