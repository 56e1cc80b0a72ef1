/** Registers every element: the only module of the package with a side effect on import. */
import {CronoStory} from './elements/index.js';

CronoStory.define();
