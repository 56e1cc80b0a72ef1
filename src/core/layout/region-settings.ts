import {LINE_HEIGHT} from './line-height.js';
import type {MapOptions, MapRegion} from './map-types.js';

/** How a name is set: in spaced capitals where there is room, else plain, or smaller; on one line or two. */
export interface Setting {
  readonly lines: readonly string[];
  readonly isSpaced: boolean;
  readonly isSmall: boolean;
  readonly width: number;
  readonly height: number;
}

/** Font sizes of names, as shares of the map's, the more welcome one first: a country's may be as small as a region's. */
const SIZES = {country: [0.85, 0.78], region: [0.78]};

type Measuring = Pick<MapOptions, 'fontSize' | 'measure'>;

/** The ways to set a name, the most welcome first, each on one line and, if it has several words, on two. */
export function settingsOf(
  {texts, kind}: Pick<MapRegion, 'texts' | 'kind'>,
  measuring: Measuring,
): readonly (readonly Setting[])[] {
  return SIZES[kind].flatMap((size, i) =>
    texts.flatMap((text) => {
      const isSmall = i > 0;
      const ways = text.includes(' ') ? [[text], halves(text)] : [[text]];
      // What is set smaller for want of room is not spaced.
      return (isSmall ? [false] : [true, false]).map((isSpaced) =>
        ways.map((lines) => setIn({kind, lines, isSpaced, size, isSmall}, measuring)),
      );
    }),
  );
}

/** The one way to set the abbreviation of a name, for where the name has no room. */
export function abbreviated(
  {abbreviation, kind}: Pick<MapRegion, 'abbreviation' | 'kind'>,
  measuring: Measuring,
): readonly (readonly Setting[])[] {
  const size = Math.min(...SIZES[kind]);
  return abbreviation === undefined
    ? []
    : [[setIn({kind, lines: [abbreviation], isSpaced: false, size, isSmall: true}, measuring)]];
}

function setIn(
  {
    kind,
    size,
    ...setting
  }: Pick<Setting, 'lines' | 'isSpaced' | 'isSmall'> & {kind: MapRegion['kind']; size: number},
  {fontSize, measure}: Measuring,
): Setting {
  const {lines, isSpaced} = setting;
  // Names of countries are drawn bolder than those of regions.
  const isBold = kind === 'country';
  const widths = lines.map((text) =>
    isSpaced
      ? measure(text.toUpperCase(), isBold) * size + text.length * fontSize * 0.12
      : measure(text, isBold) * size + 2,
  );
  return {...setting, width: Math.max(...widths), height: fontSize * LINE_HEIGHT * size * lines.length};
}

/** A text on two lines, as even as its words allow. */
function halves(text: string): readonly [string, string] {
  const words = text.split(' ');
  let best: [string, string] = [text, ''];
  for (let i = 1; i < words.length; i++) {
    // A line ends with no dash: "Congo - Kinshasa".
    const pair: [string, string] = [
      words
        .slice(0, i)
        .join(' ')
        .replace(/ [-–]$/, ''),
      words.slice(i).join(' '),
    ];
    if (Math.max(...pair.map(({length}) => length)) < Math.max(...best.map(({length}) => length)))
      best = pair;
  }
  return best;
}
