import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {MediaMessages} from './messages.js';

const texts = messagesOnDemand<MediaMessages>(en, {
  ar: async () => (await import('./ar.js')).ar,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  pt: async () => (await import('./pt.js')).pt,
});

/** The texts of media in a locale; English until `loadMediaMessages` has brought others. */
export const mediaMessages = texts.in;
export const loadMediaMessages = texts.load;
