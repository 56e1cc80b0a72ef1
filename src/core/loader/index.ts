/**
 * Streaming loader of big datasets, whose rows are parsed lazily. The two ends may be on two threads: `Loader` makes a
 * `PackedDataset`, `messagesOf` takes it apart for the way, `buffersOf` lists its transferable buffers, `createJoin` puts it
 * together, and `openDataset` makes a dataset of it.
 */
export {Loader} from './loader.js';
export {buffersOf, openDataset, type PackedDataset} from './packed-dataset.js';
export {createJoin, messagesOf, type TableSlice} from './packed-slices.js';
