import {PACKS} from './packs.js';

/** JSON of a basemap or of tiles, and where it lies, if it has an address. */
export interface Found {
  readonly json: unknown;
  readonly url?: string;
}

/** Those that come along, by name: modules, since every bundler finds and splits those without being told to. */
const MODULES: Readonly<Record<string, () => Promise<{readonly default: unknown}>>> = {
  osm: () => import('../../data/basemaps/osm.json'),
  world: () => import('../../data/basemaps/world.json'),
};

/** What loads the cell `detail/level-z-x-y`: the module of its square, or of one around it. */
function cellLoader(name: string): (() => Promise<unknown>) | undefined {
  const [, cell = '', level, ...at] = /^detail\/((\d+)-(\d+)-(\d+)-(\d+))$/.exec(name) ?? [];
  let [z = -1, x = 0, y = 0] = at.map(Number);
  for (; z >= 0; z--) {
    const load = PACKS[`${level}-${z}-${x}-${y}`];
    if (load) return async () => JSON.parse((await load()).default[cell] ?? '');
    x >>= 1;
    y >>= 1;
  }
  return undefined;
}

/** What comes along under a name. Rejects when nothing does. In the CDN files `along.cdn.ts` stands for this one. */
export async function loadAlong(name: string): Promise<Found> {
  // `constructor` is a name like others.
  const load = Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
  if (load) return {json: (await load()).default};
  const loadCell = cellLoader(name);
  if (!loadCell) throw new Error(`No basemap is named ${name}.`);
  return {json: await loadCell()};
}
