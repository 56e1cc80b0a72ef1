import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {PlayerMessages} from './messages.js';

const texts = messagesOnDemand<PlayerMessages>(en, {
  ar: () => import('./ar.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  pt: () => import('./pt.js'),
});

/** The texts of the player in a locale; English until `loadPlayerMessages` has brought others. */
export const playerMessages = texts.in;
export const loadPlayerMessages = texts.load;
