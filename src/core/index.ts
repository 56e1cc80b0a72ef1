/** The door of the pure part: runs in any JavaScript, no page needed. */
export * from './claims/index.js';
export * from './dataset/index.js';
export * from './geo/index.js';
export * from './layout/index.js';
export * from './store/index.js';
export type {EventTable, Shown} from './table/index.js';
export * from './time/index.js';
