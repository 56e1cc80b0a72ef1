/** Imports a file in the page: fetched where there is no worker for it. */
export {runImport} from '../../convert/index.js';
