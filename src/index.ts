/**
 * Entry point of cronomapa: element classes, events, and the pure core. It registers no element; import
 * `cronomapa/define` for that, or call `CronoStory.define()`.
 */
export {
  type Action,
  createStore,
  type Dataset,
  type Issue,
  parseDataset,
  type Snapshot,
} from './core/index.js';
export * from './elements/index.js';
