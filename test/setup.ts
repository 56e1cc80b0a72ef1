/** Every language is there: what a story fetches of them is held by the example pages in three engines. */
import {loadAllMessages} from '../src/i18n/index.js';

await loadAllMessages();
