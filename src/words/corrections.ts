import type {Correction} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {type Reading, textOf} from './text.js';

/** A correction with its date; `of` names the event, when it is not clear from the context. */
export const correctionOf = ({date, text}: Correction, reading: Reading, of?: Words): Words => [
  date && [
    {type: 'lead', children: `${messages(reading.locale).corrected(dateWords(date, reading.locale))}.`},
    ' ',
  ],
  of,
  textOf(text, reading),
];
