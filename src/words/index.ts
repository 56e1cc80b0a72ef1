/**
 * The texts about a story, as plain data: facts about figures, events, places and sources as `Words`, made of the
 * dataset and the reader's language. Elements, static HTML and accessible names render them; phrasing is decided here,
 * with the messages of `i18n`.
 */

export {aboutOf} from './about.js';
export {annotationWords} from './annotations.js';
export {answersOf} from './answers.js';
export {sourceEntry} from './bibliography.js';
export {claimantCell, claimantMark, claimantShape, claimOf} from './claims.js';
export {correctionOf} from './corrections.js';
export {countCaption, countOf, countText, eventAt, placeSaid} from './counts.js';
export {asOf, dateOf} from './dates.js';
export {eventLine} from './event-line.js';
export {categoryOf, eventName, statusesOf} from './events.js';
export {
  accordingTo,
  claimantOf,
  numberOf,
  sharesOf,
  shortfallOf,
  standingOf,
  statusOf,
  valueWords,
} from './figures.js';
export {timeWithout} from './folded-time.js';
export {groupOf, questionOf} from './inquiries.js';
export {figuresBy, leadWords} from './lead.js';
export {mannerOf} from './manner.js';
export {measureName, whatOf} from './measures.js';
export {overlayDate, overlayFacts, overlayName, overlayWords} from './overlays.js';
export {type Part, plain, type StatusSign, type Words} from './parts.js';
export {pauseWords} from './pauses.js';
export {nearness, nearnessNotes, placeName, placesOf, whereabouts} from './places.js';
export {quotationsBySource} from './quotations.js';
export {definitionsOf, remarksOf} from './remarks.js';
export {scopeOf} from './scope.js';
export {sourceLine, sourceNotes, sourcesOf} from './sources.js';
export {counted, listed, plainText, type Reading, textOf, wordFor} from './text.js';
