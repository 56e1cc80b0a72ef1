/** Entry point of the pure part, which runs in any JavaScript engine, without a page. */
export * from './claims/index.js';
export * from './dataset/index.js';
export * from './geo/index.js';
export * from './layout/index.js';
export * from './store/index.js';
export type {EventTable, Shown} from './table/index.js';
export * from './time/index.js';
