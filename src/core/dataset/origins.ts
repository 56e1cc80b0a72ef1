import {memoize} from '../memo/index.js';
import type {Citation, Dataset} from './types.js';

type Links = ReadonlyMap<string, string | undefined>;

/** The last origin of each source, by the source's id. Each link from a copy to its origin is followed once. */
const originsOf = memoize(({sources}: Dataset): ReadonlyMap<string, string> => {
  const links: Links = new Map(sources.map(({id, origin}) => [id, origin]));
  const origins = new Map<string, string>();
  for (const {id} of sources) {
    const path = pathFrom(id, links, origins);
    const last = path.at(-1) ?? id;
    const next = links.get(last);
    // A cycle of sources is one origin, whichever is visited first.
    const own = next === undefined ? last : firstOf(path.slice(path.indexOf(next)));
    const origin = origins.get(last) ?? own;
    for (const each of path) if (links.has(each)) origins.set(each, origin);
  }
  return origins;
});

/** A source and what it copies, one after another, up to one whose origin is known, that has none, or before a cycle. */
function pathFrom(id: string, links: Links, known: ReadonlyMap<string, string>): readonly string[] {
  const path = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !path.has(at); at = links.get(at)) {
    path.add(at);
    if (known.has(at)) break;
  }
  return [...path];
}

const firstOf = (ids: readonly string[]): string => [...ids].sort()[0] ?? '';

/** The number of independent origins of citations: a source and its copies count once. */
export function originCount(dataset: Dataset, citations: readonly Citation[]): number {
  const origins = originsOf(dataset);
  return new Set(citations.flatMap(({source}) => origins.get(source) ?? [])).size;
}
