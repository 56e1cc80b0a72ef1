/**
 * Streaming loader of big datasets, whose rows are parsed lazily. The two ends may be on two threads: `Loader` makes a
 * `PackedDataset`, `buffersOf` lists its transferable buffers, and `openDataset` makes a dataset of it.
 */
export {Loader} from './loader.js';
export {buffersOf, openDataset, type PackedDataset} from './packed-dataset.js';
