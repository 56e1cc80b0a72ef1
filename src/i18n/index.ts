/** Messages, dates and numbers formatted for readers. Pure functions of a locale. */
export {formatDate, formatInstant, formatRange, formatTick} from './dates.js';
export {describePeriod, describeView} from './describe.js';
export {formatDuration} from './durations.js';
export {formatFigure} from './figure.js';
export {importMessages} from './importing.js';
export {parseInline, plainText, safeUrl} from './inline.js';
export {
  addMessages,
  direction,
  loadAllMessages,
  loadMessages,
  type Messages,
  messages,
  watchMessages,
} from './languages.js';
export {loadMediaMessages, mediaMessages} from './media/index.js';
export {formatDistance, formatNumber, formatShort} from './numbers.js';
export {loadPlayerMessages, playerMessages} from './player/index.js';
export {formatArea, formatExtent} from './sizes.js';
export {loadStepMessages, type StepMessages, stepMessages} from './steps/index.js';
export {chooseText, firstSentence, joinWords} from './text.js';
export {formatLength, scaleUnits, type Units, unitsOf} from './units.js';
