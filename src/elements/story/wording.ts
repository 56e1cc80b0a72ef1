/** Reads a dataset that has issues, and words them: fetched when there are some. */
export {parseDataset} from '../../core/dataset/index.js';
