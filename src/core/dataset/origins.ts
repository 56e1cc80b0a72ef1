import type {Citation, Dataset} from './types.js';

/** The number of independent origins of citations: a source and its copies count once. */
export function originCount(dataset: Dataset, citations: readonly Citation[]): number {
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const origins = new Set<string>();
  for (const {source} of citations) {
    if (!sources.has(source)) continue;
    const path = new Set<string>();
    let id: string | undefined = source;
    let origin = source;
    while (id !== undefined && !path.has(id)) {
      path.add(id);
      origin = id;
      id = sources.get(id)?.origin;
    }
    // A cycle of sources is one origin, whichever is visited first.
    origins.add(id === undefined ? origin : ([...path].sort()[0] ?? origin));
  }
  return origins.size;
}
