/** Mirrors layouts; loaded only by stories in a right-to-left language. */
export {mirrorChart, mirrorDots, mirrorTimeline} from '../../core/layout/index.js';
