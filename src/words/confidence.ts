import type {Confidence} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import type {Words} from './parts.js';
import type {Reading} from './text.js';

/** The level of confidence; empty when high. */
export const confidenceWord = (confidence: Confidence | undefined, {locale}: Reading): Words =>
  confidence && confidence !== 'high' && messages(locale).confidence[confidence];
