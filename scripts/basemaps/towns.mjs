const NEAREST = 10;
/**
 * How far apart towns that are named may stand, in pixels: as wide as a name, and as high as two. Farther where all the
 * world is in one file, and where there are very many.
 */
const apartAt = (zoom) => (zoom < 5 || zoom > 7 ? [140, 64] : [104, 48]);
/** Within so many pixels of a place a reader looks for others, and this many will do. */
const AROUND = [360, 240];
const enoughAt = (zoom) => (zoom < 8 ? 2 : 4);
/** A capital counts as a town of so many times its inhabitants: Ankara after Istanbul, and before others of its size. */
const CAPITAL = 4;
const weightOf = ({population, isCapital}) => (isCapital ? CAPITAL : 1) * population;

/** Near by, cities are named among others that crowd around them: from how many inhabitants on, and how much closer. */
const cityAt = (zoom) => ({8: 1e5, 9: 5e4, 10: 2e4})[zoom] ?? Infinity;
const CLOSER = 0.55;

/** Villages are not what a map of a country is read by: from how many inhabitants on a town is named at a zoom. */
const least = (zoom) => [0, 0, 0, 1e6, 5e5, 1e5, 3e4, 1e4, 4000, 2000, 1500][zoom];
/** Where towns are few, smaller ones are: at the nearest zoom, whatever there is. */
const leastWhereFew = (zoom) => (zoom === NEAREST ? 0 : least(zoom) / 8);

/** Points that are asked what lies around others, in boxes of a zoom's pixels. */
class Neighbours {
  #cells = new Map();

  /** @param size width and height of a cell, of the world's */
  constructor(size) {
    this.size = size;
  }

  #cellOf([x, y]) {
    return [Math.floor(x / this.size[0]), Math.floor(y / this.size[1])];
  }

  add(point) {
    const key = this.#cellOf(point).join();
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }

  /** How many lie within the ellipse of a cell's size, or a share of it, around a point; counts no further than `most`. */
  count(point, most, share = 1) {
    const [column, row] = this.#cellOf(point);
    let found = 0;
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        for (const [x, y] of this.#cells.get(`${i},${j}`) ?? []) {
          const distance = Math.hypot((x - point[0]) / this.size[0], (y - point[1]) / this.size[1]);
          if (distance < share && ++found === most) return found;
        }
      }
    }
    return found;
  }
}

/**
 * From which zoom on each town may be named, so that there is room for its name, and the most populous come first,
 * capitals as if they were larger. Those that have no room at zoom 10 are left out.
 *
 * @returns towns with `zoom`, in the order of zoom, then of population.
 */
export function rankTowns(towns, first = 3) {
  const ranked = [];
  let left = [...towns].sort((a, b) => weightOf(b) - weightOf(a));
  for (let zoom = first; zoom <= NEAREST; zoom++) {
    const world = 256 * 2 ** zoom;
    const apart = new Neighbours(apartAt(zoom).map((pixels) => pixels / world));
    const around = new Neighbours(AROUND.map((pixels) => pixels / world));
    const put = ({at}) => {
      apart.add(at);
      around.add(at);
    };
    for (const town of ranked) put(town);
    const take = (isWanted, share) => {
      left = left.filter((town) => {
        if (!isWanted(town) || apart.count(town.at, 1, share) > 0) return true;
        put(town);
        ranked.push({...town, zoom});
        return false;
      });
    };
    take((town) => weightOf(town) >= cityAt(zoom), CLOSER);
    take((town) => weightOf(town) >= least(zoom));
    const enough = enoughAt(zoom);
    take((town) => weightOf(town) >= leastWhereFew(zoom) && around.count(town.at, enough) < enough);
  }
  return ranked;
}
