/** How far apart towns that are named may stand, in pixels. */
const APART = 64;
const NEAREST = 10;

/**
 * From which zoom on each town may be named, so that they stand some 64 pixels apart at every zoom and the most
 * populous come first; capitals before all. Those that have no room at zoom 10 are left out.
 *
 * @returns towns with `zoom`, in the order of zoom, then of population.
 */
export function rankTowns(towns, first = 3) {
  const ranked = [];
  const left = new Set(
    [...towns].sort((a, b) => Number(b.isCapital) - Number(a.isCapital) || b.population - a.population),
  );
  const taken = new Map();
  const cellOf = (value, size) => Math.floor(value / size);
  for (let zoom = first; zoom <= NEAREST; zoom++) {
    const size = APART / (256 * 2 ** zoom);
    const cells = new Map();
    const put = (town) => {
      const key = `${cellOf(town.at[0], size)},${cellOf(town.at[1], size)}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(town);
    };
    const isFree = ({at: [x, y]}) => {
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) {
          for (const {at} of cells.get(`${cellOf(x, size) + i},${cellOf(y, size) + j}`) ?? [])
            if (Math.hypot(at[0] - x, at[1] - y) < size) return false;
        }
      }
      return true;
    };
    for (const town of taken.values()) put(town);
    for (const town of left) {
      if (town.population < least(zoom) && !town.isCapital) continue;
      if (!isFree(town)) continue;
      put(town);
      taken.set(town.id, town);
      left.delete(town);
      ranked.push({...town, zoom});
    }
  }
  return ranked;
}

/** Villages are not what a map of a country is read by. */
const least = (zoom) => [0, 0, 0, 1e6, 5e5, 1e5, 3e4, 1e4, 4000, 2000, 1500][zoom] ?? 1000;
