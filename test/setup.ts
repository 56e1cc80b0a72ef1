/** Loads every language; lazy loading is tested by the example pages in three engines. */
import {loadAllMessages} from '../src/i18n/index.js';

await loadAllMessages();
