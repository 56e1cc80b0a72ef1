import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {PlayerMessages} from './messages.js';

const texts = messagesOnDemand<PlayerMessages>(en, {
  ar: async () => (await import('./ar.js')).ar,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  pt: async () => (await import('./pt.js')).pt,
});

/** The texts of the player in a locale; English until `loadPlayerMessages` has brought others. */
export const playerMessages = texts.in;
export const loadPlayerMessages = texts.load;
