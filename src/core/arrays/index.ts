/**
 * Typed arrays with millions of numbers: access, growth, sorting, binary search, bitsets. Independent of the dataset.
 */
export {f64, i32, u8, u16, u32} from './access.js';
export {Bits} from './bits.js';
export {grown, NumberList} from './grow.js';
export {lowerBound, upperBound} from './search.js';
export {orderBy} from './sort.js';
