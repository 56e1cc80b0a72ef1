import type {BreakdownPart, Figure} from '../dataset/index.js';
import {indexOf} from './select.js';
import type {View} from './types.js';

/** One count at a place, with the figure, and so the claimant, it is part of. */
export interface PlaceCount {
  readonly place: string;
  readonly event: string;
  readonly figure: Figure;
  readonly value: number;
  readonly group?: Figure['breakdown'][number]['group'];
}

/**
 * The counts to show at each place: those of the selected event, or else, for each place, those of the latest shown
 * event that has any there (undated events last). Includes the counts of every claimant, in the order of the file.
 */
export function placeCounts(
  view: Pick<View, 'dataset' | 'selected' | 'events' | 'shown'>,
): Map<string, PlaceCount[]> {
  const index = indexOf(view.dataset);
  const counts = new Map<string, PlaceCount[]>();
  const addEvent = (id: string) => {
    const found = new Map<string, PlaceCount[]>();
    for (const figure of index.figuresOf.get(id) ?? []) {
      const parts: readonly BreakdownPart[] = [figure, ...figure.breakdown];
      for (const {place, value, group} of parts) {
        if (place) found.set(place, [...(found.get(place) ?? []), {place, event: id, figure, value, group}]);
      }
    }
    for (const [place, list] of found) if (!counts.has(place)) counts.set(place, list);
  };
  if (view.selected !== null && index.event.has(view.selected)) addEvent(view.selected);
  else {
    const {events, shown} = view;
    const rows = index.counted.filter((row) => shown.hasRow(row));
    // Undated events come last: they cannot be the latest.
    for (const row of rows.filter((each) => each < events.dated).reverse()) addEvent(events.at(row).id);
    for (const row of rows.filter((each) => each >= events.dated)) addEvent(events.at(row).id);
  }
  return counts;
}
