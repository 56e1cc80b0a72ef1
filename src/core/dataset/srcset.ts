/** An address of a `srcset`, and what it is for, as `640w` or `2x`. */
export interface Candidate {
  readonly src: string;
  readonly size: string;
}

/** An address, and what comes after it up to a comma: each begins where the one before ends, so that its time grows with its length. */
const CANDIDATE = /[\s,]*([^\s,]\S*)/y;
const SIZE = /[^,]*/y;

/** Reads a `srcset` as HTML does; undefined when a part of it is not understood. */
export function parseSrcset(text: string): readonly Candidate[] | undefined {
  const candidates: Candidate[] = [];
  CANDIDATE.lastIndex = 0;
  for (let found = CANDIDATE.exec(text); found; found = CANDIDATE.exec(text)) {
    const address = found[1] ?? '';
    let end = address.length;
    // A comma ends an address only with a space after it, or at its own end.
    while (address[end - 1] === ',') end--;
    SIZE.lastIndex = CANDIDATE.lastIndex;
    const size = end < address.length ? '' : (SIZE.exec(text)?.[0].trim() ?? '');
    candidates.push({src: address.slice(0, end), size});
    if (end === address.length) CANDIDATE.lastIndex = SIZE.lastIndex;
  }
  const isSound = candidates.every(({size}) => /^(?:|\d+w|(?:\d+(?:\.\d+)?|\.\d+)x)$/.test(size));
  return candidates.length > 0 && isSound ? candidates : undefined;
}
