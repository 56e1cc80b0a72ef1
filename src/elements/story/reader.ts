/** The parser for small datasets, loaded in parallel with the file. */
export {parseDataset} from '../../core/dataset/index.js';
