/** What says where a text stops being JSON: fetched for one that does. */
export {parseJson} from '../../core/dataset/index.js';
