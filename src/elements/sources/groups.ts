import type {Source} from '../../core/dataset/index.js';

/** Sources of one publisher; one without a publisher is alone. */
export interface SourceGroup {
  readonly publisher: string | undefined;
  readonly sources: readonly Source[];
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
