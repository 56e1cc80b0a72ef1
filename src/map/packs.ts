/** Texts of cells by their names. */
type Pack = Readonly<Record<string, string>>;

/**
 * Cells of the map of the world, some in each module, by the square that they fill. Here there are none: the build of
 * the package makes them of `data/basemaps/detail/` (scripts/cell-packs.mjs), and writes this module anew.
 */
export const PACKS: Readonly<Record<string, () => Promise<{readonly default: Pack}>>> = {};
