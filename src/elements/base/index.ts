/** Code shared by the elements. Only the event classes are public. */
export {hostToAsk, safeLink} from './addresses.js';
export {CronoElement} from './crono-element.js';
export * from './events.js';
export {drawBreakdown, drawDefinitions, drawFigures, figureStyles} from './figures.js';
export {heading} from './heading.js';
export {TextMeasure} from './measure.js';
export {noteStyles} from './notes.js';
export {PartController} from './part-controller.js';
export {ResizeController} from './resize-controller.js';
export {categoryClass, shapeIcon, shapePath, shapeStyles} from './shapes.js';
export {SightController} from './sight-controller.js';
export {StoreController} from './store-controller.js';
export {StoryView} from './story-view.js';
export {tokens} from './tokens.js';
export {isWithin, parentOf} from './tree.js';
export {draw, inlineText, inlineWords, type NoteOptions, statusSign} from './words.js';
