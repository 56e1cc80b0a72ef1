/** What turns drawings over: fetched by stories in a language that is written from right to left. */
export {mirrorChart, mirrorTimeline} from '../../core/layout/index.js';
