/** The element classes, their events and messages. Registers no element. */
export {addMessages, type Messages, messages} from '../i18n/index.js';
export {
  CronoElement,
  CronoErrorEvent,
  type CronoEventMap,
  CronoFilterChangeEvent,
  CronoLoadEvent,
  CronoLocaleChangeEvent,
  CronoPermalinkEvent,
  CronoRangeChangeEvent,
  CronoRequestEvent,
  CronoSelectEvent,
} from './base/index.js';
export {CronoCard} from './card/card.js';
export {CronoChart} from './chart/chart.js';
export {CronoClaims} from './claims/claims.js';
export {CronoFilter} from './filter/filter.js';
export {CronoList} from './list/list.js';
export {CronoMap} from './map/map.js';
export {CronoPlayer} from './player/player.js';
export {CronoRange} from './range/range.js';
export {CronoSources} from './sources/sources.js';
export {CronoSteps} from './steps/steps.js';
export {CronoStory} from './story/story.js';
export {CronoTimeline} from './timeline/timeline.js';
