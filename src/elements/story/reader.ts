/** What reads and checks a dataset that is short: fetched while the file is on its way. */
export {parseDataset} from '../../core/dataset/index.js';
