/** The vertical layout, loaded only in narrow boxes. */
import type {Snapshot} from '../../core/store/index.js';
import {dateOf, pauseWords} from '../../words/index.js';

export {layoutUpright} from '../../core/layout/index.js';
export {renderLegend} from './legend.js';
export {drawRail} from './rail.js';

/** What a list of events says of their dates. */
export const datesIn = (snapshot: Snapshot) => ({
  dateText: (row: number): string => dateOf(snapshot.events.at(row), snapshot),
  pauseText: (before: number, row: number): string =>
    pauseWords(snapshot.events.at(before), snapshot.events.at(row), snapshot.locale),
});
