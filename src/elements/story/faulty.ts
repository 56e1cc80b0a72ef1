/** Locates JSON syntax errors; loaded only for a file that has one. */
export {parseJson} from '../../core/dataset/index.js';
