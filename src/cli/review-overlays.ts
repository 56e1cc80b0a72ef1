import type {Dataset, Issue, Place, Route, Row, Severity, Shape} from '../core/dataset/index.js';
import {crossesItself, isEmptyOutline, outlineOf, placesOfRoute} from '../core/overlays/index.js';

/** More positions than this slow the story's file down. */
const MANY_POSITIONS = 50_000;
/** More places than this are a line rather than a route. */
const MANY_PLACES = 1000;
/** Rows that one issue names at most. */
const NAMED = 12;

/** Reports an issue of a row, at a key within it. */
type Report = (code: string, severity: Severity, key: string, message: string, fix: string) => unknown;

/**
 * Checks what the shapes and routes of a dataset draw. Readers do not need it: they see what can be drawn. `tree` is the
 * file; files that were parsed row by row have none, and issues then point to the table.
 */
export function reviewOverlays(dataset: Dataset, tree: Row | undefined): readonly Issue[] {
  const issues: Issue[] = [];
  const reportOf = (table: 'shapes' | 'routes', id: string, index: number): Report => {
    const path = index < 0 ? `/${table}` : `/${table}/${index}`;
    const row = `${table.slice(0, -1)} "${id}"`;
    return (code, severity, key, message, fix) =>
      issues.push({code, severity, path: index < 0 ? path : `${path}/${key}`, row, message, fix});
  };
  const shapes = indexesOf(tree?.shapes);
  for (const shape of dataset.shapes) {
    const index = shapes.get(shape.id) ?? -1;
    const row = (tree?.shapes as readonly Row[] | undefined)?.[index];
    reviewShape(shape, row, reportOf('shapes', shape.id, index));
  }
  const routes = indexesOf(tree?.routes);
  for (const route of dataset.routes)
    reviewRoute(route, dataset, reportOf('routes', route.id, routes.get(route.id) ?? -1));
  return issues;
}

/** Indexes of the rows of a table by id; of rows with the same id the first, which the parser keeps. */
function indexesOf(rows: unknown): ReadonlyMap<unknown, number> {
  if (!Array.isArray(rows)) return new Map();
  return new Map(rows.map((row: Row | null, i) => [row?.id, i] as const).reverse());
}

function reviewShape(shape: Shape, row: Row | undefined, report: Report): void {
  const {geometry, src} = shape;
  if (geometry) {
    reviewGeometry(geometry, report);
    if (src === undefined) return;
    const message = 'It has both "geometry" and "src"; the file is not fetched.';
    report('shape-with-both', 'warning', 'src', message, 'Remove one of them.');
    return;
  }
  // A geometry or an address that is invalid has been reported.
  const isGiven = [row?.geometry, row?.src].some((value) => value !== undefined && value !== null);
  if (src !== undefined || isGiven) return;
  report(
    'shape-without-geometry',
    'error',
    'geometry',
    'It has neither "geometry" nor "src". It is listed, not drawn.',
    'Add "geometry" as GeoJSON, or "src", the address of a GeoJSON file.',
  );
}

function reviewGeometry(geometry: object, report: Report): void {
  const {outline, faults} = outlineOf(geometry);
  const tell = (code: string, severity: Severity, message: string, fix: string) =>
    report(code, severity, 'geometry', message, fix);
  const positions = outline.lonLat.length / 2;
  if (faults.positions > 0) reviewPositions(faults.positions, faults.position, tell);
  if (faults.unknown > 0)
    tell(
      'geometry-unknown',
      'error',
      `${count(faults.unknown, 'part of it is', 'parts of it are')} no GeoJSON, and left out.`,
      'Export it again as GeoJSON (RFC 7946).',
    );
  if (isEmptyOutline(outline))
    tell(
      'geometry-empty',
      'error',
      'It holds nothing that can be drawn. It is listed, not drawn.',
      'Give it lines or polygons, or remove the row.',
    );
  else if (faults.empty > 0)
    tell(
      'geometry-part-empty',
      'warning',
      `${count(faults.empty, 'part of it is', 'parts of it are')} null or without positions.`,
      'Remove them, or add what is missing.',
    );
  if (faults.short > 0)
    tell(
      'geometry-too-short',
      'warning',
      `${count(faults.short, 'line or ring has', 'lines or rings have')} too few positions, and left out.`,
      'Give a line two positions, and a ring four: the last is the first.',
    );
  if (faults.points > 0)
    tell(
      'geometry-has-points',
      'warning',
      `It holds ${count(faults.points, 'point', 'points')}, drawn as small circles without a name.`,
      'Put points into "places".',
    );
  if (faults.wide > 0)
    tell(
      'geometry-across-180',
      'info',
      `${count(faults.wide, 'step is', 'steps are')} longer than 180 degrees. The shorter way is drawn, across 180°.`,
      'If the longer way is meant, add a position between.',
    );
  if (positions > MANY_POSITIONS)
    tell(
      'geometry-large',
      'warning',
      `It has ${positions} positions, which every reader of the story downloads.`,
      'Simplify it, or put it into a file of its own and give its address in "src".',
    );
  if (crossesItself(outline))
    tell(
      'geometry-crosses-itself',
      'warning',
      'Its edges cross. It is filled all the same, and its area is not said.',
      'Repair it ("fix geometries" in a GIS), and merge parts that overlap.',
    );
}

/** Positions that cannot be used, and what may be wrong with the first of them. */
function reviewPositions(
  number: number,
  first: unknown,
  tell: (code: string, severity: Severity, message: string, fix: string) => unknown,
): void {
  const [lon, lat]: readonly unknown[] = Array.isArray(first) ? first : [];
  const isPair = typeof lon === 'number' && typeof lat === 'number';
  const isSwapped = isPair && Math.abs(lon) <= 90 && Math.abs(lat) <= 180;
  const isProjected = isPair && Math.max(Math.abs(lon), Math.abs(lat)) > 1000;
  const what = `${count(number, 'position is', 'positions are')} left out: ${JSON.stringify(first)?.slice(0, 60)}`;
  tell(
    'geometry-position',
    'error',
    isSwapped
      ? `${what} looks as if latitude came first.`
      : isProjected
        ? `${what} looks like metres of a projection.`
        : `${what} is no longitude and latitude.`,
    isProjected
      ? 'Export it in degrees (WGS84, EPSG:4326).'
      : 'Write [longitude, latitude] in degrees, up to 180 and 90.',
  );
}

function reviewRoute(route: Route, dataset: Dataset, report: Report): void {
  const places = placesOfRoute(route, dataset);
  const tell = (code: string, severity: Severity, message: string, fix: string) =>
    report(code, severity, 'places', message, fix);
  if (places.length < 2) {
    tell(
      'route-too-short',
      'error',
      `It has ${places.length === 0 ? 'no place' : 'one place'}. It is listed, not drawn.`,
      'Name two places at least, in their order.',
    );
    return;
  }
  const unplaced = places.filter(({lat, lon}) => lat === undefined || lon === undefined);
  if (unplaced.length > 0)
    tell(
      'route-place-without-position',
      'warning',
      `${named(unplaced)} has no position: its line is interrupted there, and its length is not said.`,
      'Give the place "lat" and "lon", or take it out of the route.',
    );
  const twice = places.filter((place, i) => place === places[i - 1]);
  if (twice.length > 0)
    tell(
      'route-place-twice',
      'warning',
      `${named(twice)} follows itself.`,
      'Name it once, unless another place belongs between.',
    );
  if (places.length > MANY_PLACES)
    tell(
      'route-long',
      'info',
      `With ${places.length} places it is a line rather than a route.`,
      'A shape with a LineString is smaller, and needs no places.',
    );
}

const count = (number: number, one: string, other: string): string =>
  `${number} ${number === 1 ? one : other}`;

const named = (places: readonly Place[]): string => {
  const ids = [...new Set(places.map(({id}) => `"${id}"`))];
  const more = ids.length - NAMED;
  return `${ids.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
