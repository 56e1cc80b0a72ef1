/**
 * The event table, for up to millions of events: columns in time order, time ranges by binary search, sets of rows as
 * bitsets. Views compute on columns and read only the events that they draw.
 */
export {adoptColumns} from './adopt.js';
export {BinCounter} from './bins.js';
export {ColumnBuilder, type Columns, FLAG} from './columns.js';
export {type Facets, facetCounts, largest} from './facets.js';
export {figureRowsOf} from './figure-rows.js';
export {gridOf} from './grid.js';
export type {GridLevel, GridMark} from './grid-level.js';
export {Lane, type Longer} from './lane.js';
export {adoptPoints, PointBuilder, type Points, placesWithin, pointsOf} from './points.js';
export {rowsAt, rowsWhere} from './row-sets.js';
export {Shown} from './shown.js';
export {Spans} from './spans.js';
export {EventTable, tableOf} from './table.js';
export {foldText, searchRows} from './text-search.js';
