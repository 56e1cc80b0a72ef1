import {rowIndex, type Text} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import {type EventTable, type Facets, facetCounts, foldText, largest} from '../../core/table/index.js';

/** Up to as many choices are shown of a group; the rest are found by name. */
export const SHOWN = 12;

export type GroupKey = keyof Facets;

/** A table whose rows can be chosen. */
export type Choices = readonly {readonly id: string; readonly name?: Text | undefined}[];

/** Of a group, what there is to choose: indexes in its table. */
export interface Group {
  readonly top: readonly number[];
  /** Whether there are more than the top ones. */
  readonly hasMore: boolean;
}

const NOTHING = {range: null, extent: null, filters: {categories: [], actors: [], places: [], text: ''}};

/** The choices that have any events: all in the order of the file when they are few, or else the most frequent. */
export const groupsOf = memoize((table: EventTable): Readonly<Record<GroupKey, Group>> => {
  const totals = facetCounts(table, NOTHING);
  const group = (key: GroupKey) => {
    const top = largest(totals[key], SHOWN + 1);
    const hasMore = top.length > SHOWN;
    if (hasMore) top.pop();
    else if (key === 'categories') top.sort((a, b) => a - b);
    return {top, hasMore};
  };
  return {categories: group('categories'), actors: group('actors'), places: group('places')};
});

/** What of a group is to be shown: what was found, or the top ones; and always what is chosen. */
export function optionsOf(
  rows: Choices,
  {top}: Group,
  chosen: readonly string[],
  found: readonly number[] | null,
) {
  const own = chosen.map((id) => rowIndex(rows, id)).filter((at) => at >= 0);
  return [...new Set(found ? [...own, ...found] : [...top, ...own])];
}

/** As many rows are looked at before the page gets its turn. */
const STEP = 2000;

/**
 * Looks for names that hold every word, accents and case aside: the first dozen, in the order of the file. Calls back
 * with what it has so far, and in the end; each call goes on when asked to, so that a table of any length holds up nothing.
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
