/** An address of a `srcset`, and what it is for, as `640w` or `2x`. */
export interface Candidate {
  readonly src: string;
  readonly size: string;
}

/** Reads a `srcset` as HTML does; undefined when a part of it is not understood. */
export function parseSrcset(text: string): readonly Candidate[] | undefined {
  const candidates: Candidate[] = [];
  // A comma ends an address only with a space after it, or at its own end.
  for (const [, src = '', comma, size = ''] of text.matchAll(
    /\s*(\S*[^\s,])(?:(,)|\s+([^\s,]+)\s*(?:,|$)|\s*$)/g,
  ))
    candidates.push({src, size: comma ? '' : size});
  const isSound = candidates.every(({size}) => /^(?:|\d+w|\d*\.?\d+x)$/.test(size));
  return candidates.length > 0 && isSound ? candidates : undefined;
}
