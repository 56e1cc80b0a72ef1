export interface Position {
  /** WGS84 degrees, -90 to 90. */
  readonly lat: number;
  /** WGS84 degrees, -180 to 180. */
  readonly lon: number;
}

/** Where a map looks. */
export interface MapPosition extends Position {
  /** Web Mercator level: the world is 256 pixels wide at 0, and twice as wide at each level above. */
  readonly zoom: number;
}

/** Whether a map can look there: longitudes may lie one world beyond. */
export const isMapPosition = ({lat, lon, zoom}: MapPosition): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 540 && zoom >= 0 && zoom <= 24;

/** A box in degrees; `west > east` when it crosses the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The sphere of Leaflet's `L.CRS.Earth`, so that distances here and there agree. In metres. */
export const EARTH = 6_371_000;
/** Where Web Mercator (EPSG:3857) becomes a square. */
const MAX_LAT = 85.0511287798;
export const RAD = Math.PI / 180;

/** Web Mercator pixels from the north-west corner of a world of 256 * 2^zoom. */
export function project({lat, lon}: Position, zoom: number): [x: number, y: number] {
  const size = 256 * 2 ** zoom;
  const sin = Math.sin(Math.min(Math.max(lat, -MAX_LAT), MAX_LAT) * RAD);
  return [(lon / 360 + 0.5) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size];
}

/** Degrees eastward from one meridian to another, 0 to 360. */
const eastward = (from: number, to: number): number => {
  const degrees = (to - from) % 360;
  return degrees < 0 ? degrees + 360 : degrees;
};

/** How wide a box is, in degrees: 360 for the whole Earth. */
const widthOf = ({west, east}: Bounds): number => (east - west >= 360 ? 360 : eastward(west, east));

/** A box made larger, so that it holds all that is within so many metres of it. */
export function padBounds(bounds: Bounds, metres: number): Bounds {
  const angle = metres / EARTH;
  const [south, north] = [bounds.south - angle / RAD, bounds.north + angle / RAD];
  const widest = Math.max(Math.abs(bounds.south), Math.abs(bounds.north));
  // A circle reaches further east and west than at the latitude of its centre; one around a pole, everywhere.
  const around = Math.max(north, -south) >= 90 || widthOf(bounds) === 360;
  const lon = around ? 180 : Math.asin(Math.min(1, Math.sin(angle) / Math.cos(widest * RAD))) / RAD;
  const clamped = {south: Math.max(-90, south), north: Math.min(90, north)};
  if (around || widthOf(bounds) + 2 * lon >= 360) return {west: -180, east: 180, ...clamped};
  const wrap = (value: number) => (value < -180 ? value + 360 : value > 180 ? value - 360 : value);
  return {west: wrap(bounds.west - lon), east: wrap(bounds.east + lon), ...clamped};
}

/** Whether a meridian crosses a box. */
export const lonWithin = (lon: number, bounds: Bounds) => eastward(bounds.west, lon) <= widthOf(bounds);

/** Whether two boxes share a point. */
export const intersects = (a: Bounds, b: Bounds): boolean =>
  a.south <= b.north && b.south <= a.north && (lonWithin(a.west, b) || lonWithin(b.west, a));

/** Great-circle distance in metres (haversine). */
export function distance(a: Position, b: Position): number {
  const half = (degrees: number) => Math.sin((degrees * RAD) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * half(b.lon - a.lon);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}
