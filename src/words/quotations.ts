import type {Citation} from '../core/dataset/index.js';

/** A key of JSON or YAML in quotes, as `"latitude": `. Bounded, so that any text is searched in linear time. */
const KEY = /"[^"]{1,40}"\s{0,3}:/g;
/** Degrees with minutes or a letter of the compass (west is O in Spanish, L is east in Portuguese): 10°05′00″N. */
const DEGREES = /\d{1,3}(?:\.\d{1,20})?\s?[°º]\s?(?:\d{1,2}\s?[′'’]|[NSEWOL]\b)/i;
/** Two numbers with more decimals than thousands have: 18.05052, -65.87933. */
const PAIR = /-?\d{1,3}\.\d{4,20}\s{0,3}[,;/ ]\s{0,3}-?\d{1,3}\.\d{4,20}/;
const WORD = /\p{L}{4,}/gu;
/** A sentence about a position has more words than this; what names one has a place and "Coordinates". */
const NAMED = 4;

/**
 * Whether a quotation is data rather than words: JSON or markup, or a position and next to nothing else. Readers find it
 * at its source; no view prints it.
 */
function isRaw(quote: string): boolean {
  const text = quote.trimStart();
  if (/^[[{<]/.test(text) || text.search(KEY) === 0 || (text.match(KEY)?.length ?? 0) > 1) return true;
  const hasPosition = DEGREES.test(text) || PAIR.test(text);
  return hasPosition && (text.match(WORD)?.length ?? 0) <= NAMED;
}

/** A quotation that is raw data is left out, and its locator stays. */
function readable({quote, ...citation}: Citation): Citation {
  return quote === undefined || isRaw(quote) ? citation : {...citation, quote};
}

/** The distinct quotations of each source by its id; an event and its figure may cite the same one. */
export function quotationsBySource(cite: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const bySource = new Map<string, Citation[]>();
  const seen = new Set<string>();
  for (const citation of cite.map(readable)) {
    const {source, quote, locator} = citation;
    const key = JSON.stringify(citation);
    if (!(quote || locator) || seen.has(key)) continue;
    seen.add(key);
    bySource.set(source, bySource.get(source) ?? []);
    bySource.get(source)?.push(citation);
  }
  return bySource;
}
