/** What fetches: the one place where a limit of time, and what a redirect may lead to, are said. */
export {chunksOf} from './chunks.js';
export {fetchJson} from './fetch-json.js';
export {canPlay} from './own-file.js';
export {requestOf} from './request.js';
export {within} from './within.js';
