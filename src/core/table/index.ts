/**
 * Any number of events: columns in time order, windows of time by binary search, sets of rows as bits. No view walks
 * events; it counts columns, and asks for the few events that it draws.
 */
export {BinCounter} from './bins.js';
export {FLAG} from './columns.js';
export {type Facets, facetCounts, largest} from './facets.js';
export {type GridLevel, type GridMark, gridOf} from './grid.js';
export {Lane, type Longer} from './lane.js';
export {Loader} from './loader.js';
export {buffersOf, openDataset, type PackedDataset} from './open.js';
export {foldText, placesWithin, pointsOf, rowsAt, rowsWhere, searchRows} from './rows.js';
export {Shown} from './shown.js';
export {Spans} from './spans.js';
export {EventTable, tableOf} from './table.js';
