import type {Position} from '../../core/geo/index.js';
import {memoize} from '../../core/memo/index.js';
import {RINGS} from './globe-land.js';

const RAD = Math.PI / 180;
/** What the steps of a ring are counted from. */
const ZERO = 80;
/** Nearer to the antipode than this nothing is told apart; and what is farther than all that is drawn, in radii. */
const LEAST = 1e-9;
const FAR = 1e5;

type Point = readonly [x: number, y: number];
type Ring = readonly Point[];

/** The rings of land in degrees. */
export const landRings = memoize((rings: typeof RINGS): readonly Ring[] =>
  rings.map(([lon, lat, steps]) => {
    const points: Point[] = [[lon, lat]];
    let [x, y] = [lon, lat];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps.charCodeAt(i) - ZERO;
      y += steps.charCodeAt(i + 1) - ZERO;
      points.push([x, y]);
    }
    return points;
  }),
);

/**
 * A globe seen from far above a centre, of radius 1, `y` downwards. What lies behind its edge is outside of it, and the
 * farther away the nearer it is to the antipode, so that outlines stay whole and the edge cuts them.
 */
export function globe({lon, lat}: Position) {
  const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  return ([pointLon, pointLat]: Point): Point => {
    const [sinLat, cosLat] = [Math.sin(pointLat * RAD), Math.cos(pointLat * RAD)];
    const turn = (pointLon - lon) * RAD;
    const x = cosLat * Math.sin(turn);
    const y = cos * sinLat - sin * cosLat * Math.cos(turn);
    const nearness = sin * sinLat + cos * cosLat * Math.cos(turn);
    if (nearness >= 0) return [x, -y];
    const out = 1 + nearness;
    return out > LEAST ? [x / out, -y / out] : [FAR / 2, 0];
  };
}

/** From which meridian, and by how many degrees of longitude and latitude, a globe is turned. */
const FIRST = 21;
const LON_STEP = 30;
const LAT_STEP = 27;

/**
 * What a globe is centred on that shows a position: it turns in steps. In these none of the outlines comes near the
 * antipode, where a straight line between two corners goes the wrong way (a test looks from all of them).
 */
export const centreNear = ({lon, lat}: Position): Position => ({
  lon: FIRST + Math.round((lon - FIRST) / LON_STEP) * LON_STEP,
  lat: Math.max(-2, Math.min(2, Math.round(lat / LAT_STEP))) * LAT_STEP,
});

/** Positive when a ring runs clockwise on a screen. */
const turnOf = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - y * nextX;
  }, 0);

/** All around the globe. */
const EVERYTHING: Ring = [
  [-2 * FAR, -2 * FAR],
  [2 * FAR, -2 * FAR],
  [2 * FAR, 2 * FAR],
  [-2 * FAR, 2 * FAR],
];

/** The land of a globe around a `centreNear` as rings, which are filled by the rule of even and odd. */
export function landOf(centre: Position): readonly Ring[] {
  const project = globe(centre);
  return landRings(RINGS).flatMap((ring) => {
    const drawn = ring.map(project);
    if (!drawn.some(([x, y]) => x * x + y * y <= 1)) return [];
    // Land is on the right; when it is not, that of the antipode is inside out.
    return turnOf(drawn) > 0 ? [drawn] : [drawn, EVERYTHING];
  });
}

/** Rings as an SVG path, to a tenth of a pixel. */
export const pathOf = (rings: readonly Ring[], radius: number): string =>
  rings
    .map(
      (ring) =>
        `M${ring.map(([x, y]) => `${(x * radius).toFixed(1)},${(y * radius).toFixed(1)}`).join('L')}Z`,
    )
    .join('');
