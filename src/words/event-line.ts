import type {StoryEvent} from '../core/dataset/index.js';
import {dateOf} from './dates.js';
import {leadWords} from './lead.js';
import type {Words} from './parts.js';
import {sourceNotes} from './sources.js';
import {listed, type Reading, textOf} from './text.js';

/** An event in one line: its date, title and leading figures, and its sources. */
export const eventLine = (event: StoryEvent, reading: Reading): Words => [
  listed([dateOf(event, reading), textOf(event.title, reading), leadWords(event, reading)], reading, ' · '),
  ' ',
  sourceNotes(event.cite, reading),
];
