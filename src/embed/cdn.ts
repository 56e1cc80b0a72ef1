/**
 * Entry point for pages without a bundler. Its chunks import it by its URL without a query; if the page loaded it with
 * one, as some CMSs write it, it imports the URL without, so that there is only one copy of the elements and messages.
 */
import {CronoStory} from '../elements/index.js';

export {addMessages, messages} from '../elements/index.js';

const [bare = ''] = import.meta.url.split(/[?#]/);
if (bare === import.meta.url) CronoStory.define();
else void import(bare);
