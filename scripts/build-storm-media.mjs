/**
 * Draws the pictures of data/maria-2017.json from its shapes and our own map: `node scripts/build-storm-media.mjs`.
 * They are an example of media, and no measured map: the flooded area is as rough as in the dataset, and says so there.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = `
export {project} from './src/core/geo/index.ts';
export {readBasemap} from './src/map/basemap.ts';
export {Detail} from './src/map/detail.ts';
`;
const SIZE = {width: 900, height: 480};
const MIDDLE = {lon: -66.2, lat: 18.43};
const ZOOM = 10.7;
/** Towns with the side of their names, where the flooded area does not lie. */
const TOWNS = {'toa-baja': 'end', 'san-juan': 'start'};

const {outputFiles} = await build({
  stdin: {contents: SOURCE, resolveDir: root, loader: 'ts'},
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const {project, readBasemap, Detail} = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
const json = async (path) => JSON.parse(await readFile(root + path, 'utf8'));
const story = await json('data/maria-2017.json');

const [x, y] = project(MIDDLE, ZOOM);
const origin = [x - SIZE.width / 2, y - SIZE.height / 2];
const at = (position) => {
  const [px, py] = project(position, ZOOM);
  return [Math.round(px - origin[0]), Math.round(py - origin[1])];
};

/** The cells of the map in view. */
const names = [];
const detail = new Detail(
  async (name) => names.push(name),
  () => {},
);
detail.fetchFor({zoom: ZOOM, ...SIZE, origin});
const cells = await Promise.all(
  names.map(async (name) => readBasemap(await json(`data/basemaps/detail/${name}.json`))),
);
const drawn = (key, attributes) =>
  cells
    .filter((cell) => cell[key])
    .map((cell) => {
      const scale = 2 ** (ZOOM - cell.zoom);
      const [left, top] = cell.origin.map((value, i) => value * scale - origin[i]);
      return `<path ${attributes} vector-effect="non-scaling-stroke" transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})" d="${cell[key]}"/>`;
    })
    .join('\n');

const {geometry} = story.shapes.find(({id}) => id === 'flood-la-plata');
const water = geometry.coordinates[0].map(([lon, lat]) => at({lon, lat}).join(',')).join(' ');
const towns = Object.entries(TOWNS)
  .map(([id, side]) => {
    const {lat, lon, name} = story.places.find((place) => place.id === id);
    const [left, top] = at({lat, lon});
    return `<g transform="translate(${left} ${top})"><circle r="6" fill="#1d2733"/><text x="${side === 'end' ? -14 : 14}" y="${side === 'end' ? 34 : 32}" text-anchor="${side}">${name.en ?? name}</text></g>`;
  })
  .join('\n');

const picture = (
  flood,
) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" font-family="system-ui, sans-serif" font-size="24" fill="#1d2733" stroke-linejoin="round">
<rect width="100%" height="100%" fill="#d6e3ea"/>
${drawn('land', 'fill="#f4f1ea"')}
${drawn('coast', 'fill="none" stroke="#8a97a3" stroke-width="1.5"')}
${drawn('rivers', 'fill="none" stroke="#8fb3cc" stroke-width="2"')}
${drawn('lakes', 'fill="#d6e3ea" stroke="#8fb3cc"')}
${flood ? `<polygon points="${water}" fill="#2f6f9f" fill-opacity="0.6" stroke="#2f6f9f" stroke-width="4" stroke-dasharray="2 9" stroke-linecap="round"/>\n` : ''}<g stroke="#f4f1ea" stroke-width="6" paint-order="stroke">
${towns}
</g>
</svg>
`;

await mkdir(`${root}data/media`, {recursive: true});
await writeFile(`${root}data/media/la-plata-before.svg`, picture(false));
await writeFile(`${root}data/media/la-plata-flooded.svg`, picture(true));
