/** Digits from this one on are followed by others; there are so many of them. */
const LAST = 77;
const BEFORE = 14;

/** Arcs of a TopoJSON that scripts/basemaps/pack.mjs has written as text. */
export function unpackArcs(text: string): readonly (readonly (readonly number[])[])[] {
  let [x, y] = [0, 0];
  return text.split(' ').map((word) => {
    const steps = numbersOf(word);
    return Array.from({length: steps.length / 2}, (_, i) => {
      const step = [steps[2 * i] ?? 0, steps[2 * i + 1] ?? 0] as const;
      x += step[0];
      y += step[1];
      return i === 0 ? [x, y] : step;
    });
  });
}

type Step = readonly [number, number];

/** A town as basemaps list it. */
type Town = readonly [
  name: string | Readonly<Record<string, string>>,
  lon: number,
  lat: number,
  zoom: number,
];

/** Towns as scripts/basemaps/pack.mjs writes them. */
export interface PackedTowns {
  /** Joined by `|`. */
  readonly names: string;
  /** By place in the list, names by language of those that have more than one. */
  readonly others?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** One arc, in thousandths of a degree. */
  readonly at: string;
  /** A digit of base 36 for each. */
  readonly zooms: string;
}

export function unpackTowns({names, others, at, zooms}: PackedTowns): readonly Town[] {
  const [steps] = unpackArcs(at) as [readonly Step[]];
  let [lon, lat] = [0, 0];
  return names.split('|').map((name, i): Town => {
    const [dx, dy] = steps[i] as Step;
    lon += dx;
    lat += dy;
    return [others?.[i] ?? name, lon / 1000, lat / 1000, Number.parseInt(zooms[i] as string, 36)];
  });
}

function numbersOf(word: string): readonly number[] {
  const numbers: number[] = [];
  let before = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    // All printable characters are digits but two kinds of quotes and the backslash.
    const digit = code - 33 - Number(code > 34) - Number(code > 39) - Number(code > 92);
    if (digit >= LAST) before = before * BEFORE + digit - LAST + 1;
    else {
      const folded = before * LAST + digit;
      numbers.push(folded % 2 ? -(folded + 1) / 2 : folded / 2);
      before = 0;
    }
  }
  return numbers;
}
