/**
 * Big datasets: bytes in as they come, a dataset out whose rows are parsed when they are asked for. The two ends may be
 * on two threads: `Loader` makes a `PackedDataset`, `buffersOf` says what of it is transferred, and `openDataset`
 * makes a dataset of it.
 */
export {Loader} from './loader.js';
export {buffersOf, openDataset, type PackedDataset} from './packed-dataset.js';
