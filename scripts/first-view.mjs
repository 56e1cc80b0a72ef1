/** What of the map of the world the first view of a story is drawn by, without a browser. */
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The map of examples/minimal.html in a window of 1280 pixels. */
export const MAP = {width: 737, height: 427};

/** As the map fits a story (src/elements/map/camera.ts). */
const PADDING = 44;
const NEAREST = 9;

const SOURCE = `
export {parseDataset} from './src/core/dataset/index.ts';
export {boundsOf, padBounds, project} from './src/core/geo/index.ts';
export {Detail} from './src/map/detail.ts';
`;

async function load() {
  const {outputFiles} = await build({
    stdin: {contents: SOURCE, resolveDir: root, loader: 'ts'},
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Names of the cells that a dataset's first view of so many pixels asks for. */
export async function cellsOfFirstView(json, {width, height}) {
  const {parseDataset, boundsOf, padBounds, project, Detail} = await load();
  const {dataset} = parseDataset(json);
  const placed = dataset.places.filter(({lat, lon}) => lat !== undefined && lon !== undefined);
  const about = Math.max(...placed.map(({radius = 0}) => radius));
  const {west, south, east, north} = padBounds(boundsOf(placed), about);
  const [left, top] = project({lon: west, lat: north}, 0);
  const [right, bottom] = project({lon: east, lat: south}, 0);
  const scale = Math.min((width - 2 * PADDING) / (right - left), (height - 2 * PADDING) / (bottom - top));
  const zoom = Math.min(NEAREST, Math.log2(scale));
  const middle = [(left + right) / 2, (top + bottom) / 2].map((value) => value * 2 ** zoom);
  const names = [];
  const detail = new Detail(
    async (name) => names.push(`detail/${name}`),
    () => {},
  );
  detail.fetchFor({zoom, width, height, origin: [middle[0] - width / 2, middle[1] - height / 2]});
  return names;
}
