import {messagesOnDemand} from '../on-demand.js';
import {en} from './en.js';
import type {StepMessages} from './messages.js';

export type {StepMessages} from './messages.js';

const texts = messagesOnDemand<StepMessages>(en, {
  ar: () => import('./ar.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  pt: () => import('./pt.js'),
});

/** The texts of steps in a locale; English until `loadStepMessages` has brought others. */
export const stepMessages = texts.in;
export const loadStepMessages = texts.load;
