/** Towns of the world that comes along, for places without coordinates. Found only where country or region make them certain. */
import type {CountryBoxes} from '../core/dataset/index.js';
import {BORDER, type Cell, foldName, meets, type Region, readCell, type Town} from './towns-cells.js';
import type {World} from './types.js';

export interface WantedTown {
  readonly name: string;
  /** As written; empty when it is not known. */
  readonly region: string;
  /** ISO 3166-1; undefined when it is not known. */
  readonly country: string | undefined;
}

export interface FoundTown {
  readonly town: Town;
  /** ISO 3166-2 of its region, where the author named it, otherwise 3166-1 of its country. */
  readonly within: string;
}

/** Why a town is not found: no such name; more than one; one of that name, in another region. */
type NotFound = 'none' | 'several' | 'elsewhere';

interface Candidate {
  readonly town: Town;
  readonly cell: Cell;
}

/** The cells that have all towns. */
const LEVEL = '8-';

/** What is not a name of its own in that of a region. */
const KINDS =
  /(?<!\p{L})(?:state|province|region|department|departamento|estado|provincia|governorate|county|district|of|de|do|da|du|del)(?!\p{L})/gu;
const foldRegion = (name: string): string => foldName(foldName(name).replace(KINDS, ' '));

export class Gazetteer {
  readonly #towns = new Map<string, Candidate[]>();
  /** ISO 3166-2 codes by the folded name of a region, or the part of its code after the country. */
  readonly #regions = new Map<string, Set<string>>();

  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      for (const town of cell.towns) {
        for (const key of new Set(town.names.map(foldName))) {
          const alike = this.#towns.get(key);
          if (alike) alike.push({town, cell});
          else this.#towns.set(key, [{town, cell}]);
        }
      }
      for (const {id, names} of cell.regions) {
        if (id === undefined) continue;
        for (const name of [...names, id, id.slice(3)]) {
          const key = foldRegion(name);
          const ids = this.#regions.get(key);
          if (ids) ids.add(id);
          else this.#regions.set(key, new Set([id]));
        }
      }
    }
  }

  /** Reads the cells of some countries; of all when one of them is not known. */
  static async load(
    {cells, cell}: World,
    countries: ReadonlySet<string | undefined>,
    boxes: CountryBoxes = {},
  ): Promise<Gazetteer> {
    const parts = [...countries].map((code) => (code === undefined ? undefined : boxes[code]));
    const names = (await cells()).filter(
      (name) => name.startsWith(LEVEL) && parts.some((all) => !all || all.some((box) => meets(name, box))),
    );
    return new Gazetteer(await Promise.all(names.map(async (name) => readCell(await cell(name)))));
  }

  /** ISO 3166-2 codes of the regions that a name means, in a country where that is known. */
  #regionsOf(name: string, country: string | undefined): ReadonlySet<string> {
    const all = this.#regions.get(foldRegion(name)) ?? [];
    return new Set([...all].filter((id) => country === undefined || id.startsWith(`${country}-`)));
  }

  find({name, region, country}: WantedTown): FoundTown | NotFound {
    const alike = this.#towns.get(foldName(name)) ?? [];
    const regions = region ? this.#regionsOf(region, country) : new Set<string>();
    if (country === undefined && regions.size === 0) return 'none';
    const near = alike.map((candidate) => ({town: candidate.town, regions: regionsNear(candidate)}));
    const inCountry = near.filter(
      (each) => country === undefined || each.regions.some((part) => part.country === country),
    );
    const inRegion = inCountry.flatMap(({town, regions: parts}) => {
      const part = parts.find(({id}) => id !== undefined && regions.has(id));
      return part?.id === undefined ? [] : [{town, within: part.id}];
    });
    const [found, ...others] = inRegion;
    if (found) return others.length > 0 ? 'several' : found;
    const [only, ...more] = inCountry;
    if (!only || country === undefined) return 'none';
    if (regions.size > 0 && only.regions.every(({id}) => id !== undefined)) return 'elsewhere';
    return more.length > 0 ? 'several' : {town: only.town, within: country};
  }
}

/** The regions that a town lies in or, as borders are thinned, just outside of; the nearest first. */
function regionsNear({town, cell}: Candidate): readonly Region[] {
  const all = cell.regions.map((region) => ({region, away: region.distance(town.lat, town.lon)}));
  return all
    .filter(({away}) => away <= BORDER)
    .sort((a, b) => a.away - b.away)
    .map(({region}) => region);
}
