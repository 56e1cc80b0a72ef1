/**
 * What a story is read by: its layout, the selected event, its sources. Most stories need all of them at once, and as one
 * file they are smaller.
 */
export * as event from './card/event.js';
export * as entries from './sources/entries.js';
export * as layout from './story/layout.js';
