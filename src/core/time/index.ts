/** Dates as people know them: EDTF text, partial dates, half-open intervals. */
export {civilFromDays, civilOf, daysFromCivil, daysInMonth, instantOf} from './calendar.js';
export {formatEdtf, isApproximate, isPartial, isUncertain, parseEdtf} from './edtf.js';
export {intervalOf, isTimeZone} from './interval.js';
export type * from './types.js';
