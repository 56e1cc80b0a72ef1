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

/** What comes along under a name. Rejects when nothing does. In the CDN files `along.cdn.ts` stands for this one. */
export async function loadAlong(name: string): Promise<Found> {
  // `constructor` is a name like others.
  const load = Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
  if (!load) throw new Error(`No basemap is named ${name}.`);
  return {json: (await load()).default};
}
