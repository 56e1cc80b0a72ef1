/** The parser for small datasets, loaded in parallel with the file. */
export {parseUnworded} from '../../core/dataset/index.js';
