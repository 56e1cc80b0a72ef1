/** Registers every element. Importing it is the one side effect of the package. For plain pages it has `addMessages` too. */
import {CronoStory} from './elements/index.js';

export {addMessages, messages} from './elements/index.js';

CronoStory.define();
