/** The layout of narrow boxes: fetched where there is one. */
export {layoutUpright} from '../../core/layout/index.js';
