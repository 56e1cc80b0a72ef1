import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {MediaMessages} from './messages.js';

const texts = messagesOnDemand<MediaMessages>(en, {
  ar: () => import('./ar.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  pt: () => import('./pt.js'),
});

/** The texts of media in a locale; English until `loadMediaMessages` has brought others. */
export const mediaMessages = texts.in;
export const loadMediaMessages = texts.load;
