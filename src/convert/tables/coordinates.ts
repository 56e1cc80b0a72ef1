export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Longer cells hold no position. */
const MAX_COORDINATE = 80;

const SOUTH_OR_WEST = /[SWO]/;

/** Degrees as programs write them, which most tables have. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Decimals of a degree that tell one degree, minute or second from the next. */
const SMALLER = [0, 3, 5];

/**
 * Degrees, as 10.5, -10,5, 10°30′15″N, 66 58 36 W, with N, S, E, W, O (west in Spanish, French and Portuguese) or L (east
 * in Portuguese); undefined when it is no such number, or minutes and seconds are 60 and more.
 */
export function readDegrees(text: string): number | undefined {
  if (text.length > MAX_COORDINATE) return undefined;
  if (PLAIN.test(text)) return Number(text);
  const written = text.trim().toUpperCase().replace(/[−–]/g, '-');
  const [letters = ''] = /^[NSEWOL](?![A-Z])|[NSEWOL]$/.exec(written) ?? [];
  const bare = written.replace(/^[NSEWOL](?![A-Z])|[NSEWOL]$/, '').trim();
  const isNegative = bare.startsWith('-');
  const numbers = bare
    .replace(/^[-+]/, '')
    .split(/[°º˚'′’"″”:\sDMS]+/)
    .filter(Boolean);
  if (
    numbers.length < 1 ||
    numbers.length > 3 ||
    !numbers.every((number) => /^\d+(?:[.,]\d+)?$/.test(number))
  )
    return undefined;
  const [degrees = 0, minutes = 0, seconds = 0] = numbers.map((number) => Number(number.replace(',', '.')));
  if (minutes >= 60 || seconds >= 60 || (isNegative && letters !== '')) return undefined;
  const exact = degrees + minutes / 60 + seconds / 3600;
  // No more digits than are written: a minute is less than two hundredths of a degree, a second a third of a thousandth.
  const digits = decimalsOf(numbers.at(-1) ?? '') + (SMALLER[numbers.length - 1] ?? 0);
  const size = numbers.length === 1 ? exact : Number(exact.toFixed(digits));
  return isNegative || SOUTH_OR_WEST.test(letters) ? -size : size;
}

/** The two halves of a cell with a position: at what divides them without doubt, and otherwise at the comma or space. */
function halvesOf(text: string): readonly [string, string] | undefined {
  const bare = text.trim().replace(/^[([]|[)\]]$/g, '');
  const pair = (parts: readonly string[]): readonly [string, string] | undefined => {
    const [a = '', b = '', ...others] = parts.map((part) => part.trim()).filter(Boolean);
    return a && b && others.length === 0 ? [a, b] : undefined;
  };
  if (/[;|/\n\t]/.test(bare)) return pair(bare.split(/[;|/\n\t]/));
  // After the letter of the first half, or before that of the second.
  const lettered =
    /^([^NSEWOL]+[NS][,\s]*)([^NS]+[EWOL])$/i.exec(bare) ??
    /^([NS][^NSEWOL]+?)[,\s]*([EWOL][^NSEWOL]+)$/i.exec(bare);
  if (lettered) return pair([(lettered[1] ?? '').replace(/[,\s]+$/, ''), lettered[2] ?? '']);
  if (/,\s+/.test(bare)) return pair(bare.split(/,\s+/));
  if (/\s/.test(bare)) return pair(bare.split(/\s+/));
  const commas = bare.split(',');
  if (commas.length === 4) return [`${commas[0]}.${commas[1]}`, `${commas[2]}.${commas[3]}`];
  return pair(commas);
}

/** Two numbers of a cell in the order in which they stand, as "10.5, -66.9"; of WKT, POINT(lon lat), in that of others. */
export function readPair(text: string): readonly [number, number] | undefined {
  if (text.length > MAX_COORDINATE) return undefined;
  const point = /^POINT\s?\(([^()]+)\)$/i.exec(text.trim());
  const halves = halvesOf(point?.[1] ?? text);
  if (!halves) return undefined;
  const [a, b] = [readDegrees(halves[0]), readDegrees(halves[1])];
  if (a === undefined || b === undefined) return undefined;
  return point ? [b, a] : [a, b];
}

export const isOnEarth = ({lat, lon}: Position): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** Digits behind the decimal sign of a coordinate in degrees. */
export const decimalsOf = (text: string): number => /[.,](\d+)/.exec(text)?.[1]?.length ?? 0;
