/**
 * The default layout, the card and the bibliography in one chunk: most stories need all of them at once, and together
 * they compress better.
 */
export * as event from './card/event.js';
export * as entries from './sources/entries.js';
export * as layout from './story/layout.js';
