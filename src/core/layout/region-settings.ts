import {LINE_HEIGHT} from './line-height.js';
import type {MapOptions, MapRegion} from './map-types.js';

/** How a name is set: in spaced capitals where there is room, else plain, or smaller; on one line or two. */
export interface Setting {
  readonly text: string;
  readonly lines: readonly string[];
  readonly isSpaced: boolean;
  readonly isSmall: boolean;
  readonly width: number;
  readonly height: number;
}

/** Font sizes of names, as shares of the map's, the more welcome one first: a country's may be as small as a region's. */
const SIZES = {country: [0.85, 0.78], region: [0.78]};

/** How high two lines of a region's name are, as a share of the font size: set close, they are one name among many. */
const TWO_LINES = 2.3;

type Measuring = Pick<MapOptions, 'fontSize' | 'measure'>;

/** The ways to set a name, the most welcome first, each on one line and, if it has several words, on two. */
export function settingsOf(
  {texts, kind}: Pick<MapRegion, 'texts' | 'kind'>,
  measuring: Measuring,
): readonly (readonly Setting[])[] {
  return SIZES[kind].flatMap((size, i) =>
    texts.flatMap((text) => {
      const isSmall = i > 0;
      const ways = [[text], ...halves(text)];
      // What is set smaller for want of room is not spaced.
      return (isSmall ? [false] : [true, false]).map((isSpaced) =>
        ways.map((lines) => setIn({kind, text, lines, isSpaced, size, isSmall}, measuring)),
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
    : [
        [
          setIn(
            {kind, text: abbreviation, lines: [abbreviation], isSpaced: false, size, isSmall: true},
            measuring,
          ),
        ],
      ];
}

function setIn(
  {
    kind,
    size,
    ...setting
  }: Pick<Setting, 'text' | 'lines' | 'isSpaced' | 'isSmall'> & {kind: MapRegion['kind']; size: number},
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
  return {
    ...setting,
    width: Math.max(...widths),
    height: fontSize * size * (lines.length < 2 || isBold ? LINE_HEIGHT * lines.length : TWO_LINES),
  };
}

/** Where a line may end: before a word, without the dash between two ("Congo - Kinshasa"), or after a hyphen, but not that of an article ("Al-Jahra"). */
const BREAK = / [-–] | |(?<=[^ -]{3}-)/g;

/** A text on two lines, as even as its words allow; none, if it is a single word. */
function halves(text: string): readonly (readonly string[])[] {
  let best: readonly (readonly string[])[] = [];
  let least = text.length;
  for (const {0: gap, index} of text.matchAll(BREAK)) {
    const pair = [text.slice(0, index), text.slice(index + gap.length)];
    const longest = Math.max(...pair.map(({length}) => length));
    if (longest >= least) continue;
    best = [pair];
    least = longest;
  }
  return best;
}
