import {Bits, f64, u16, u32} from '../arrays/index.js';
import {rowIndex} from '../dataset/index.js';
import type {Bounds} from '../geo/index.js';
import {memoize, memoizeLast} from '../memo/index.js';
import type {Interval} from '../time/index.js';
import {placesWithin} from './points.js';
import {rowsAt} from './row-sets.js';
import type {EventTable} from './table.js';
import {searchRows} from './text-search.js';

/** What a view is narrowed by, as the store has it. */
interface Narrowing {
  readonly range: Interval | null;
  readonly extent: Bounds | null;
  readonly filters: {
    readonly categories: readonly string[];
    readonly actors: readonly string[];
    readonly places: readonly string[];
    readonly text: string;
  };
}

/** How many events each category, actor and place of a dataset would leave; by their order in it. */
export interface Facets {
  readonly categories: Uint32Array;
  readonly actors: Uint32Array;
  readonly places: Uint32Array;
}

/** Who claims a figure of which row: pairs, none twice. */
interface Claims {
  readonly rows: Uint32Array;
  readonly actors: Uint32Array;
}

const claimsOf = memoize((table: EventTable): Claims => {
  const {dataset} = table;
  const pairs = new Map<string, readonly [row: number, actor: number]>();
  for (const {actor, event} of dataset.figures) {
    if (event === undefined) continue;
    const pair = [table.rowOf(event), rowIndex(dataset.actors, actor)] as const;
    if (pair[0] >= 0 && pair[1] >= 0) pairs.set(pair.join(), pair);
  }
  const all = [...pairs.values()];
  return {
    rows: Uint32Array.from(all, ([row]) => row),
    actors: Uint32Array.from(all, ([, actor]) => actor),
  };
});

/** The ids as a set of places in a table; null when there are none: all pass. */
function chosen(rows: readonly {readonly id: string}[], ids: readonly string[]): Bits | null {
  if (ids.length === 0) return null;
  const bits = new Bits(rows.length);
  for (const id of ids) {
    const at = rowIndex(rows, id);
    if (at >= 0) bits.set(at);
  }
  return bits;
}

/** Finds a text in a table. The last search is kept, for as many facets as are asked for. */
const searchOf = memoize((table: EventTable) => memoizeLast((text: string) => searchRows(table, text)));

/**
 * For each category, actor and place, how many events it would leave if it alone were chosen in its group, with all
 * else as it is: what a reader is told beside a choice. One pass over the columns.
 */
export function facetCounts(table: EventTable, {range, extent, filters}: Narrowing): Facets {
  const {dataset, size, dated} = table;
  const {start, end, category, placeFrom, placeAt} = table.columns;
  const claim = claimsOf(table);
  const facets = {
    categories: new Uint32Array(dataset.categories.length),
    actors: new Uint32Array(dataset.actors.length),
    places: new Uint32Array(dataset.places.length),
  };
  const base: Bits[] = [];
  if (extent) base.push(rowsAt(table, placesWithin(dataset, extent)));
  if (filters.text.trim()) base.push(searchOf(table)(filters.text));
  const categories = chosen(dataset.categories, filters.categories);
  const places = chosen(dataset.places, filters.places);
  const actors = chosen(dataset.actors, filters.actors);
  const claimed = actors && new Bits(size);
  if (claimed) {
    for (const [i, row] of claim.rows.entries()) if (actors.has(u32(claim.actors, i))) claimed.set(row);
  }
  /** Rows that pass all but the actors: these count for them. */
  const passing = new Bits(size);
  const [first, ...rest] = base;
  const to = range ? dated : size;
  const {start: from, end: until} = range ?? {start: -Infinity, end: Infinity};
  const {categories: filed, places: placed} = facets;
  // Once for each of a million rows: no array is made, and no function but `has` is called.
  for (let row = 0; row < to; row++) {
    if (range && (f64(start, row) >= until || f64(end, row) <= from)) continue;
    if (first && !(first.has(row) && rest.every((rows) => rows.has(row)))) continue;
    const p0 = u32(placeFrom, row);
    const p1 = u32(placeFrom, row + 1);
    const kind = u16(category, row);
    let isHere = !places;
    for (let p = p0; p < p1 && !isHere; p++) isHere = places?.has(u32(placeAt, p)) === true;
    const isFiled = !categories || categories.has(kind);
    if (isHere && isFiled) passing.set(row);
    if (claimed && !claimed.has(row)) continue;
    if (isHere && kind < filed.length) filed[kind] = u32(filed, kind) + 1;
    if (!isFiled) continue;
    for (let p = p0; p < p1; p++) {
      const place = u32(placeAt, p);
      // A place that an event names twice is one.
      let again = p0;
      while (placeAt[again] !== place) again++;
      if (again === p) placed[place] = u32(placed, place) + 1;
    }
  }
  for (const [i, row] of claim.rows.entries()) {
    const actor = u32(claim.actors, i);
    if (passing.has(row)) facets.actors[actor] = u32(facets.actors, actor) + 1;
  }
  return facets;
}

/** The places of the largest counts in their array, largest first, ties in order; none that is 0. */
export function largest(counts: Uint32Array, limit: number): number[] {
  const top: number[] = [];
  const at = (i: number) => counts[top[i] ?? -1] ?? 0;
  for (let i = 0; i < counts.length; i++) {
    const count = u32(counts, i);
    if (count === 0 || (top.length === limit && count <= at(limit - 1))) continue;
    let place = top.length;
    while (place > 0 && at(place - 1) < count) place--;
    top.splice(place, 0, i);
    if (top.length > limit) top.pop();
  }
  return top;
}
