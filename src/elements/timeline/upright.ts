/** The vertical layout, loaded only in narrow boxes. */
import type {Snapshot} from '../../core/store/index.js';
import {dateOf, pauseWords, timeWithout} from '../../words/index.js';

export {layoutUpright} from '../../core/layout/index.js';
export {renderLegend} from './legend.js';
export {drawRail} from './rail.js';

/** What a list of events says of their dates: of a time that other views fold, what they say. */
export const datesIn = (snapshot: Snapshot) => ({
  dateText: (row: number): string => dateOf(snapshot.events.at(row), snapshot),
  pauseText: (before: number, row: number): string => {
    const event = snapshot.events.at(row);
    return timeWithout([event], snapshot) || pauseWords(snapshot.events.at(before), event, snapshot.locale);
  },
});
