import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {StepMessages} from './messages.js';

const texts = messagesOnDemand<StepMessages>(en, {
  ar: async () => (await import('./ar.js')).ar,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  pt: async () => (await import('./pt.js')).pt,
});

/** The texts of steps in a locale; English until `loadStepMessages` has brought others. */
export const stepMessages = texts.in;
export const loadStepMessages = texts.load;
