import type {Dataset} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {pointsOf} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {categoriesOnMap} from './map-categories.js';

/** What a legend shows: the mark of a category, the area of a place that is known about, a circle of several places. */
export type LegendSymbol =
  | {readonly kind: 'mark'; readonly category: number}
  | {readonly kind: 'area'}
  | {readonly kind: 'circles'};

export interface LegendEntry {
  readonly symbol: LegendSymbol;
  readonly text: string;
}

const hasAreas = memoize((dataset: Dataset): boolean =>
  pointsOf(dataset).radius.some((radius) => radius > 0),
);

/** What the marks of a map mean: nothing of a story with one category on it. */
export function legendOf(snapshot: Snapshot): readonly LegendEntry[] {
  const {dataset, events, locale} = snapshot;
  const text = messages(locale);
  const categories = categoriesOnMap(events);
  if (categories.length < 2) return [];
  const marks = categories.map((category): LegendEntry => {
    const {id, name} = dataset.categories[category] ?? {};
    return {symbol: {kind: 'mark', category}, text: plainText(name, snapshot) || (id ?? '')};
  });
  return [
    ...marks,
    ...(hasAreas(dataset) ? [{symbol: {kind: 'area'}, text: text.areaMeans} as const] : []),
    ...(dataset.places.length > 1 ? [{symbol: {kind: 'circles'}, text: text.circlesMean} as const] : []),
  ];
}

/** How many entries of some widths fit on one line, with the button for the others unless all do. */
export function fittingOf(
  widths: readonly number[],
  gapPx: number,
  roomPx: number,
  buttonPx: number,
): number {
  const ends: number[] = [];
  for (const width of widths) ends.push((ends.at(-1) ?? -gapPx) + gapPx + width);
  if ((ends.at(-1) ?? 0) <= roomPx) return widths.length;
  return ends.filter((end) => end + gapPx + buttonPx <= roomPx).length;
}
