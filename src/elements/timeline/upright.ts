/** The vertical layout, loaded only in narrow boxes. */
export {layoutUpright} from '../../core/layout/index.js';
