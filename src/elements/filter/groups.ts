import {rowIndex, type Text} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import {type EventTable, type Facets, facetCounts, foldText, largest} from '../../core/table/index.js';

/** Maximum number of options shown in a group; the rest are found by name. */
export const SHOWN = 12;
/** Of so many all are shown on request; of more, they are found by name alone. */
const LISTED = 200;

export type GroupKey = keyof Facets;

/** A table whose rows are options. */
export type Choices = readonly {readonly id: string; readonly name?: Text | undefined}[];

/** The options of a group, as indexes in its table. */
export interface Group {
  readonly top: readonly number[];
  /** The others, when they are few enough to be shown on request. */
  readonly rest: readonly number[];
  /** Whether there are more options. */
  readonly hasMore: boolean;
}

const NOTHING = {range: null, extent: null, filters: {categories: [], actors: [], places: [], text: ''}};

/** The options that have events: all in file order when there are few, otherwise the most frequent. */
export const groupsOf = memoize((table: EventTable): Readonly<Record<GroupKey, Group>> => {
  const totals = facetCounts(table, NOTHING);
  const group = (key: GroupKey) => {
    const counts = totals[key];
    const count = counts.reduce((sum, each) => sum + Number(each > 0), 0);
    const all = largest(counts, count > LISTED ? SHOWN : count);
    const hasMore = count > SHOWN;
    const top = all.slice(0, SHOWN);
    if (!hasMore && key === 'categories') top.sort((a, b) => a - b);
    return {top, rest: all.slice(SHOWN), hasMore};
  };
  return {categories: group('categories'), actors: group('actors'), places: group('places')};
});

/** Options of a group that is shown in a narrow box, and of one that is not worth a button for the rest. */
const FEW = 6;
const NEARLY_FEW = 8;

/** What of a group is shown in a narrow box, where a dozen long names take the whole screen. */
export function fewOf(group: Group): Group {
  const {top, rest, hasMore} = group;
  if (top.length + rest.length <= NEARLY_FEW) return group;
  // Of very many the others are found by name alone, so that their number would be wrong.
  const isListed = !hasMore || rest.length > 0;
  return {top: top.slice(0, FEW), rest: isListed ? [...top.slice(FEW), ...rest] : [], hasMore};
}

/** The options to show: search results, or the top ones, or all of them; plus the chosen ones. */
export function optionsOf(
  rows: Choices,
  {top, rest}: Group,
  chosen: readonly string[],
  found: readonly number[] | null,
  isWhole = false,
) {
  const own = chosen.map((id) => rowIndex(rows, id)).filter((at) => at >= 0);
  return [...new Set(found ? [...own, ...found] : [...top, ...(isWhole ? rest : []), ...own])];
}

/** Rows searched between two yields. */
const STEP = 2000;

/**
 * Searches for the first names, in file order, that contain every word, ignoring accents and case. Yields the results
 * so far after every `STEP` rows, so that the caller can pause, and returns all of them.
 */
export function* findNames(rows: Choices, words: string): Generator<readonly number[], readonly number[]> {
  const wanted = foldText(words).split(/\s+/u).filter(Boolean);
  const found: number[] = [];
  for (let i = 0; i < rows.length && found.length < SHOWN; i++) {
    const name = rows[i]?.name;
    const text = foldText(typeof name === 'object' ? Object.values(name).join('\n') : (name ?? ''));
    if (wanted.every((word) => text.includes(word))) found.push(i);
    if (i % STEP === STEP - 1) yield [...found];
  }
  return found;
}
