/** A story as strings of HTML, for pages without JavaScript, print and search engines. Pure. */
export {type ListOptions, listHtml} from './list.js';
