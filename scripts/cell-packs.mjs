/** The cells of the map of the world, put together for bundlers: a file each would be a thousand chunks of every page. */
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const folder = fileURLToPath(new URL('../data/basemaps/detail/', import.meta.url));

/** Bytes of a pack, gzip, above which it is cut in four; a large cell may be one by itself. */
const MOST = 45_000;

function readCells() {
  return readdirSync(folder).map((file) => {
    const name = file.replace('.json', '');
    const [level, z, x, y] = name.split('-').map(Number);
    const text = readFileSync(folder + file, 'utf8').trim();
    return {name, level, z, x, y, text, bytes: gzipSync(text).length};
  });
}

/** A cell is read when it is drawn: until then it is a text, which costs a page nothing but its bytes. */
const quote = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const moduleOf = (cells) =>
  `export default {\n${cells.map(({name, text}) => `${quote(name)}: ${quote(text)},\n`).join('')}};\n`;

/** Modules of cells, by the square of the world that they fill: `level-z-x-y`. */
export function packCells() {
  const packs = new Map();
  const cut = (level, z, x, y, cells) => {
    if (cells.length === 0) return;
    const bytes = cells.reduce((sum, cell) => sum + cell.bytes, 0);
    if (bytes <= MOST || cells.some((cell) => cell.z === z)) {
      packs.set(`${level}-${z}-${x}-${y}`, moduleOf(cells));
      return;
    }
    for (const [column, row] of [
      [2 * x, 2 * y],
      [2 * x + 1, 2 * y],
      [2 * x, 2 * y + 1],
      [2 * x + 1, 2 * y + 1],
    ]) {
      const isInside = (cell) => cell.x >> (cell.z - z - 1) === column && cell.y >> (cell.z - z - 1) === row;
      cut(level, z + 1, column, row, cells.filter(isInside));
    }
  };
  const all = readCells();
  for (const level of new Set(all.map((cell) => cell.level)))
    cut(
      level,
      0,
      0,
      0,
      all.filter((cell) => cell.level === level),
    );
  return packs;
}
