import type {Figure, Overlay, StoryEvent} from '../core/dataset/index.js';
import {memoize, memoizeLast} from '../core/memo/index.js';
import {type EdtfDate, parseEdtf} from '../core/time/index.js';
import {formatDate, type Messages, messages} from '../i18n/index.js';
import type {Words} from './parts.js';
import type {Reading} from './text.js';

type Dated = Pick<StoryEvent | Figure | Overlay, 'date' | 'when'>;

/** Formats an EDTF date; verbatim when invalid. */
export function dateWords(date: string, locale: string): string {
  const when = parseEdtf(date);
  return when ? formatDate(when, locale) : date;
}

/** Memoized: a map that moves says its dates in each frame, and formatting is slow. */
const formatOf = memoize((when: EdtfDate) =>
  memoizeLast((locale: string, _: Messages) => formatDate(when, locale)),
);

/** A date at its own precision; one that could not be parsed is quoted verbatim. */
export function dateOf({when, date}: Dated, {locale}: Reading): string {
  const text = messages(locale);
  return when ? formatOf(when)(locale, text) : text.dateUnknown + (date ? ` (${date})` : '');
}

/** The date of a figure, as "as of …". */
export const asOf = (figure: Dated, reading: Reading): string =>
  figure.when ? messages(reading.locale).asOf(dateOf(figure, reading)) : dateOf(figure, reading);

/** The date of a figure; empty when it equals that of the event it is listed under. */
export const ownDate = (figure: Dated, event: StoryEvent | undefined, reading: Reading): Words =>
  !(event && (figure.date === undefined || figure.date === event.date)) && asOf(figure, reading);
