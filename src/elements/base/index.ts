/** What the elements share. Not public, save the event classes. */
export {CronoElement} from './crono-element.js';
export * from './events.js';
export {
  categoryMark,
  eventDate,
  fill,
  heading,
  placesOf,
  placeWords,
  statusMark,
  statusSign,
  wordFor,
} from './facts.js';
export {breakdownOf, figureStyles, figuresOf, placeName} from './figures.js';
export {TextMeasure} from './measure.js';
export {dateWords, type NoteOptions, noteStyles, sourceEntry, sourceNotes} from './notes.js';
export {PartController} from './part-controller.js';
export {ResizeController} from './resize-controller.js';
export {categoryClass, shapeIcon, shapePath, shapeStyles} from './shapes.js';
export {StoreController} from './store-controller.js';
export {StoryView} from './story-view.js';
export {hostToAsk, inlineText, inlineWords, plainText, safeLink} from './text.js';
export {tokens} from './tokens.js';
export {isWithin, parentOf} from './tree.js';
