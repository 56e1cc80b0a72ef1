/**
 * What pages without a bundler load. Its parts ask for it by its bare name: under an address with a query, as some
 * systems write it, it hands over to that, lest half of the elements be of another copy, with words of its own.
 */
import {CronoStory} from '../elements/index.js';

export {addMessages, messages} from '../elements/index.js';

const [bare = ''] = import.meta.url.split(/[?#]/);
if (bare === import.meta.url) CronoStory.define();
else void import(bare);
