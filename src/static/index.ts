/** A story as HTML strings, for pages without JavaScript, print and search engines. Pure. */
export {claimsHtml, measuresHtml} from './figures.js';
export {html} from './html.js';
export {listHtml} from './list.js';
export {folderOf, oembedJson, type SnippetOptions, snippetHtml, WAYS} from './snippet.js';
export {stepsHtml} from './steps.js';
