/**
 * The story as data: its types, and `parseDataset`, which turns JSON into a frozen dataset and a list of issues.
 * Nothing here throws on bad data.
 */
export {isSafeAddress} from './address.js';
export type {Box, CountryBoxes} from './checks.js';
export {type ParsedJson, parseJson} from './json.js';
export {type Decode, type PackedRows, packIds, unpackRows} from './packed.js';
export {EMPTY_DATASET, originCount, type ParseOptions, parseDataset} from './parse.js';
export {rowIndex} from './rows.js';
export type * from './types.js';
