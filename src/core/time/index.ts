/** Dates with precision: EDTF parsing and formatting, calendar arithmetic, half-open intervals. */
export {civilFromDays, civilOf, daysFromCivil, daysInMonth, instantOf} from './calendar.js';
export {isApproximate, isPartial, isUncertain, parseEdtf} from './edtf.js';
export {formatEdtf} from './format-edtf.js';
export {intervalOf} from './interval.js';
export type * from './types.js';
export {clockOffsets, isOnClocks, isTimeZone, utcFromCivil} from './zone.js';
