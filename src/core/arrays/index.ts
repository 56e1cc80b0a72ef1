/** Numbers by the million in typed arrays: read, grown, sorted, searched, and sets of rows as bits. Knows no story. */
export {f64, i32, u8, u16, u32} from './access.js';
export {Bits} from './bits.js';
export {grown, NumberList} from './grow.js';
export {lowerBound, upperBound} from './search.js';
export {orderBy} from './sort.js';
