import {CronoCard} from '../card/card.js';
import {CronoFilter} from '../filter/filter.js';
import {CronoList} from '../list/list.js';
import {CronoMap} from '../map/map.js';
import {CronoRange} from '../range/range.js';
import {CronoSources} from '../sources/sources.js';
import {CronoTimeline} from '../timeline/timeline.js';

/** What a story is laid out with. */
export const VIEWS = [CronoMap, CronoTimeline, CronoRange, CronoFilter, CronoList, CronoCard, CronoSources];
