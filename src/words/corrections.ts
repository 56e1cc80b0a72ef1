import type {Correction} from '../core/dataset/index.js';
import {messages} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {type Reading, textOf} from './text.js';

/** What was corrected and when; `of` names the event, where it does not stand under it. */
export const correctionOf = ({date, text}: Correction, reading: Reading, of?: Words): Words => [
  date && [
    {type: 'lead', children: `${messages(reading.locale).corrected(dateWords(date, reading.locale))}.`},
    ' ',
  ],
  of,
  textOf(text, reading),
];
