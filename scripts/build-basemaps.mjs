/**
 * Derives data/basemaps/world.json, the cells of data/basemaps/detail/, the index of them in src/map/cells.ts and the
 * states whose point of view is known in src/core/geo/points-of-view.ts: `node scripts/build-basemaps.mjs`.
 *
 * Needs `npm install` in scripts/basemaps/ and Debian's `qgis-common` and `sqlite3`. The same sources give the same
 * bytes. All sources but the towns (GeoNames, CC BY 4.0) are Natural Earth (public domain): see data/NOTICE.
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {cellsOf, LEVELS, readWorld, worldOf} from './basemaps/build.mjs';
import {rankTowns} from './basemaps/towns.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}data/basemaps/`;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const gzip = (text) => gzipSync(text, {level: 9}).length;

const world = readWorld();
const towns = rankTowns(world.towns);
const [coarse, ...fine] = LEVELS;

const text = worldOf(world, coarse, towns);
writeFileSync(`${folder}world.json`, text);
console.log(`world: ${kB(Buffer.byteLength(text))}, ${kB(gzip(text))} gzip`);

rmSync(`${folder}detail`, {recursive: true, force: true});
mkdirSync(`${folder}detail`);
const levels = fine.map((level) => {
  const cells = cellsOf(world, level, towns);
  const sum = (of) => cells.reduce((total, cell) => total + of(cell), 0);
  console.log(
    `zoom ${level.zooms.join(' to ')}: ${cells.length} cells, ${kB(sum((cell) => Buffer.byteLength(cell.text)))}, ${kB(sum(({bytes}) => bytes))} gzip, ` +
      `the largest ${kB(Math.max(...cells.map(({bytes}) => bytes)))}`,
  );
  for (const {key, text: cell} of cells) writeFileSync(`${folder}detail/${level.zooms[0]}-${key}.json`, cell);
  return {name: level.zooms[0], from: level.from, tree: treeOf(new Set(cells.map(({key}) => key)))};
});
const entries = levels.map(
  ({name, from, tree}) => `  {\n    name: ${name},\n    from: ${from},\n    tree: '${tree}',\n  },\n`,
);
writeFileSync(
  `${root}src/map/cells.ts`,
  `/** Written by scripts/build-basemaps.mjs: which cells of \`data/basemaps/detail/\` there are, see detail.ts. */
export const LEVELS = [\n${entries.join('')}] as const;\n`,
);

writeFileSync(
  `${root}src/core/geo/points-of-view.ts`,
  `/** Written by scripts/build-basemaps.mjs: states whose view of disputed borders is known, by ISO 3166-1 code. */
export const POINTS_OF_VIEW: readonly string[] =
  '${world.views.join(' ')}'.split(
    ' ',
  );
`,
);

/** A quadtree of squares of the world as text, depth first: 0 nothing there, 1 a cell, 2 four smaller ones. */
function treeOf(keys) {
  const parts = new Set();
  for (const key of keys) {
    let [z, x, y] = key.split('-').map(Number);
    while (z-- > 0) {
      x >>= 1;
      y >>= 1;
      parts.add(`${z}-${x}-${y}`);
    }
  }
  const visit = (z, x, y) => {
    const key = `${z}-${x}-${y}`;
    if (keys.has(key)) return '1';
    if (!parts.has(key)) return '0';
    return `2${[0, 1, 2, 3].map((i) => visit(z + 1, 2 * x + (i & 1), 2 * y + (i >> 1))).join('')}`;
  };
  return visit(0, 0, 0);
}
