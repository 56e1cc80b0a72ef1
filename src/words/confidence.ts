import type {Confidence} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import type {Words} from './parts.js';
import type {Reading} from './text.js';

/** How well something is sourced; of what is well sourced nothing. */
export const confidenceWord = (confidence: Confidence | undefined, {locale}: Reading): Words =>
  confidence && confidence !== 'high' && messages(locale).confidence[confidence];
