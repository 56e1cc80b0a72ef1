/**
 * Writes src/elements/map/globe-land.ts: the land of the Earth as a small globe shows it. `node scripts/build-globe.mjs`,
 * after `npm install` in scripts/basemaps/. Source: Natural Earth 1:110m (public domain), from world-atlas.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {gzipSync} from 'node:zlib';

const require = createRequire(new URL('./basemaps/', import.meta.url));
const load = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const {feature} = require('topojson-client');
const atlas = load('world-atlas/land-110m.json');

/** How far a line may be off, in degrees: a pixel of a globe of 72 is 1.6 of them. */
const TOLERANCE = 1.2;
/** Islands and lakes smaller than this many square degrees are left out. */
const LEAST = 5;
/** A step is written as one character. */
const MOST = 40;
const ZERO = 80;

const RAD = Math.PI / 180;
const vector = ([lon, lat]) => [
  Math.cos(lat * RAD) * Math.cos(lon * RAD),
  Math.cos(lat * RAD) * Math.sin(lon * RAD),
  Math.sin(lat * RAD),
];
const minus = (a, b) => a.map((value, i) => value - b[i]);
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Chord from a point to the line between two others, in degrees. */
function distance(point, from, to) {
  const [p, a, b] = [point, from, to].map(vector);
  const along = minus(b, a);
  const length = dot(along, along);
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, dot(minus(p, a), along) / length));
  const off = minus(
    p,
    a.map((value, i) => value + t * along[i]),
  );
  return Math.sqrt(dot(off, off)) / RAD;
}

/** Douglas and Peucker's algorithm. */
function simplify(points) {
  let [most, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const off = distance(points[i], points[0], points.at(-1));
    if (off > most) [most, at] = [off, i];
  }
  if (most <= TOLERANCE) return [points[0], points.at(-1)];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

/** Degrees of longitude from one to another, the nearer way. */
const stepOf = (from, to) => ((((to - from + 180) % 360) + 360) % 360) - 180;

/** Signed square degrees, as large as they are on the sphere: positive when the inside is on the right. */
const areaOf = (points) =>
  points.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = points[(i + 1) % points.length];
    return sum + (stepOf(lon, nextLon) * (Math.sin(lat * RAD) + Math.sin(nextLat * RAD))) / 2 / RAD;
  }, 0);

/** How far a ring goes around the Earth, in degrees, eastwards. */
const turnOf = (points) =>
  points.reduce((sum, [lon], i) => sum + stepOf(lon, points[(i + 1) % points.length][0]), 0);

/** A closed ring without the pole, thinned, in whole degrees; undefined for one that is too small to see. */
function thin(ring) {
  const open = ring.slice(0, -1).filter(([, lat]) => lat > -89.5);
  const isPolar = Math.abs(turnOf(open)) > 180;
  if (!isPolar && Math.abs(areaOf(open)) < LEAST) return undefined;
  const half = Math.floor(open.length / 2);
  const halves = [open.slice(0, half + 1), [...open.slice(half), ...open.slice(0, 1)]];
  const points = halves.flatMap((part) => simplify(part).slice(0, -1)).map((point) => point.map(Math.round));
  const distinct = points.filter(([lon, lat], i) => {
    const [nextLon, nextLat] = points[(i + 1) % points.length];
    return lon !== nextLon || lat !== nextLat;
  });
  if (distinct.length < 3) return undefined;
  // Around the South Pole the land is on the right of who goes from west to east.
  const isRight = isPolar ? turnOf(distinct) > 0 : areaOf(distinct) > 0;
  return isRight ? distinct : distinct.toReversed();
}

/** Steps of at most so many degrees, each a character for its longitude and one for its latitude. */
function write(points) {
  let text = '';
  points.slice(1).forEach(([lon, lat], i) => {
    const [fromLon, fromLat] = points[i];
    const [dx, dy] = [stepOf(fromLon, lon), lat - fromLat];
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / MOST));
    for (let part = 1, [x, y] = [0, 0]; part <= parts; part++) {
      const [toX, toY] = [Math.round((dx * part) / parts), Math.round((dy * part) / parts)];
      text += String.fromCharCode(ZERO + toX - x, ZERO + toY - y);
      [x, y] = [toX, toY];
    }
  });
  return text;
}

const geometry = feature(atlas, atlas.objects.land).features[0].geometry;
const rings = geometry.coordinates
  .flat()
  .map(thin)
  .filter(Boolean)
  .map((points) => [...points[0], write(points)]);

/** As our formatter sets it. */
function lineOf([lon, lat, steps]) {
  const text = `'${steps.replaceAll('\\', '\\\\')}'`;
  const line = `  [${lon}, ${lat}, ${text}],`;
  return line.length <= 110 ? line : `  [\n    ${lon},\n    ${lat},\n    ${text},\n  ],`;
}

const source = `/**
 * Written by scripts/build-globe.mjs: rings of land, the land on their right; lakes likewise. Each begins at a
 * longitude and latitude and goes on in steps of whole degrees, two characters each, counted from P.
 */
export const RINGS: readonly (readonly [lon: number, lat: number, steps: string])[] = [
${rings.map(lineOf).join('\n')}
];
`;
const file = new URL('../src/elements/map/globe-land.ts', import.meta.url);
writeFileSync(file, source);
const points = rings.reduce((sum, [, , steps]) => sum + steps.length / 2 + 1, 0);
console.log(`${rings.length} rings, ${points} points, ${gzipSync(source, {level: 9}).length} bytes gzip`);
