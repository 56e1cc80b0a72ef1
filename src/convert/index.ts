/**
 * Importers and exporters: what a newsroom has becomes a dataset, and a dataset what others read, with every loss named.
 * Pure: the same in a browser and in Node.
 */
export {exporters, exportTo} from './exporters.js';
export {type Citation, citationOf, slug} from './exports/citation.js';
export {type Cell, csvText} from './exports/csv-text.js';
export {jsonLd} from './exports/json-ld.js';
export {isGeoJson, isStoryMapJs, isTimelineJs} from './foreign-trees.js';
export {importers} from './importers.js';
export {inputOf} from './input.js';
export {DATE_ORDERS, type ImportRequest, importRequest, NEGATIVE_YEARS} from './page-options.js';
export {refusalOf} from './refusals.js';
export {runImport} from './run.js';
export {isRole, ROLES} from './tables/roles.js';
export type * from './types.js';
