import {CronoCard} from '../card/card.js';
import {CronoChart} from '../chart/chart.js';
import {CronoClaims} from '../claims/claims.js';
import {CronoFilter} from '../filter/filter.js';
import {CronoList} from '../list/list.js';
import {CronoMap} from '../map/map.js';
import {CronoRange} from '../range/range.js';
import {CronoSources} from '../sources/sources.js';
import {CronoTimeline} from '../timeline/timeline.js';

/** The elements that show a story. */
export const VIEWS = [
  CronoMap,
  CronoTimeline,
  CronoRange,
  CronoFilter,
  CronoList,
  CronoCard,
  CronoClaims,
  CronoChart,
  CronoSources,
];
