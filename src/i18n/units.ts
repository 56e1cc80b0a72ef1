import {formatDistance, formatNumber} from './numbers.js';

/** The system of units for distances. */
export type Units = 'metric' | 'imperial';

/** Regions where maps and signs use miles. */
const MILES: readonly (string | undefined)[] = ['US', 'GB', 'LR', 'MM'];

/** Lengths in metres. */
const MILE = 1609.344;
const FOOT = 0.3048;

/** What round distances are counted in, in metres, the largest first. */
export const scaleUnits: Readonly<Record<Units, readonly number[]>> = {
  metric: [1],
  imperial: [MILE, MILE / 10, FOOT],
};

/** The units of a region that some language tags name: the first of them that names one. */
export function unitsOf(tags: readonly string[]): Units {
  const region = tags.map((tag) => regionOf(tag)).find((each) => each !== undefined);
  return MILES.includes(region) ? 'imperial' : 'metric';
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/** Metres in the units of a reader: "4.5 km", "2.8 mi", "500 ft". */
export function formatLength(metres: number, locale: string, units: Units): string {
  if (units === 'metric') return formatDistance(metres, locale);
  const isFar = metres > MILE / 10.01;
  const value = metres / (isFar ? MILE : FOOT);
  return formatNumber(value, locale, {
    style: 'unit',
    unit: isFar ? 'mile' : 'foot',
    maximumFractionDigits: isFar && value < 10 ? 1 : 0,
  });
}
