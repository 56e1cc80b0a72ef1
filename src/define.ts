/** Registers every element. Importing it is the one side effect of the package. */
import {CronoStory} from './elements/index.js';

CronoStory.define();
