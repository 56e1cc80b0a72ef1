import {Bits, f64, u16, u32} from '../arrays/index.js';
import {rowIndex} from '../dataset/index.js';
import type {Bounds} from '../geo/index.js';
import {memoize, memoizeLast} from '../memo/index.js';
import type {Interval} from '../time/index.js';
import {figureRowsOf} from './figure-rows.js';
import {placesWithin} from './points.js';
import {rowsAt} from './row-sets.js';
import type {EventTable} from './table.js';
import {searchRows} from './text-search.js';

/** The filter criteria of a view. */
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

/** Number of events that each category, actor and place would leave; indexed as in the dataset. */
export interface Facets {
  readonly categories: Uint32Array;
  readonly actors: Uint32Array;
  readonly places: Uint32Array;
}

/** Distinct pairs of an event's row and an actor with a figure of it. */
interface Claims {
  readonly rows: Uint32Array;
  readonly actors: Uint32Array;
}

const claimsOf = memoize((table: EventTable): Claims => {
  const {figures, actors} = table.dataset;
  const pairs = new Set<number>();
  for (const [i, row] of figureRowsOf(table).entries()) {
    const actor = rowIndex(actors, figures[i]?.actor ?? '');
    if (row >= 0 && actor >= 0) pairs.add(row * actors.length + actor);
  }
  const all = [...pairs];
  return {
    rows: Uint32Array.from(all, (pair) => Math.floor(pair / actors.length)),
    actors: Uint32Array.from(all, (pair) => pair % actors.length),
  };
});

/** The ids as a set of row indexes; null when empty, so that all pass. */
function chosen(rows: readonly {readonly id: string}[], ids: readonly string[]): Bits | null {
  if (ids.length === 0) return null;
  const bits = new Bits(rows.length);
  for (const id of ids) {
    const at = rowIndex(rows, id);
    if (at >= 0) bits.set(at);
  }
  return bits;
}

/** Text search in a table, with the last result memoized. */
const searchOf = memoize((table: EventTable) => memoizeLast((text: string) => searchRows(table, text)));

/**
 * For each category, actor and place: how many events would remain if it alone were selected in its group, with all
 * other filters unchanged. One pass over the columns.
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
  /** Rows that pass every filter except actors. */
  const passing = new Bits(size);
  const [first, ...rest] = base;
  const to = range ? dated : size;
  const {start: from, end: until} = range ?? {start: -Infinity, end: Infinity};
  const {categories: filed, places: placed} = facets;
  // Hot loop, up to a million rows: no allocation, and no call but `has`.
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
      // Count a place that an event repeats only once.
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

/** Indexes of the `limit` largest counts, in descending order, ties by index; zeros are left out. */
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
