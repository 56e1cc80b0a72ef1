import type {Source} from '../../core/dataset/index.js';

/** Sources of one publisher; one without a publisher is alone. */
export interface SourceGroup {
  readonly publisher: string | undefined;
  readonly sources: readonly Source[];
}

/** Sources sorted so that those of one publisher follow one another, publishers by their first source. */
export function byPublisher(sources: readonly Source[]): readonly Source[] {
  const groups = new Map<unknown, Source[]>();
  for (const source of sources) {
    const key = source.publisher ?? source;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()].flat();
}

/** Groups sources that follow one another by publisher. */
export function groupsOf(sources: readonly Source[]): readonly SourceGroup[] {
  const groups: {publisher: string | undefined; sources: Source[]}[] = [];
  for (const source of sources) {
    const {publisher} = source;
    const last = groups.at(-1);
    if (last && publisher !== undefined && last.publisher === publisher) last.sources.push(source);
    else groups.push({publisher, sources: [source]});
  }
  return groups;
}
