/** Importers: what a newsroom has becomes a dataset, with every loss named. Pure: the same in a browser and in Node. */
export {isGeoJson, isStoryMapJs, isTimelineJs} from './foreign-trees.js';
export {importers} from './importers.js';
export {inputOf} from './input.js';
export {refusalOf} from './refusals.js';
export {isRole, ROLES} from './tables/roles.js';
export type * from './types.js';
