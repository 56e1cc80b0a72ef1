import type {EdtfDate, PartialDate} from './types.js';

const pad = (value: number, length = 2) => String(Math.abs(value)).padStart(length, '0');

function formatDate(date: PartialDate | 'open' | 'unknown'): string {
  if (date === 'open') return '..';
  if (date === 'unknown') return '';
  const {year, unit} = date;
  const sign = year < 0 ? '-' : '';
  const size = Math.abs(year);
  let text = sign + pad(year, 4);
  if (date.exponent !== undefined)
    text = `Y${sign}${Math.round(size / 10 ** date.exponent)}E${date.exponent}`;
  else if (size > 9999) text = `Y${sign}${size}`;
  if (date.yearUnspecified) text = text.slice(0, -date.yearUnspecified) + 'X'.repeat(date.yearUnspecified);
  if (date.significantDigits) text += `S${date.significantDigits}`;
  if (unit !== 'year') text += `-${date.season ?? (date.monthUnspecified ? 'XX' : pad(date.month ?? 1))}`;
  if (unit !== 'year' && unit !== 'month' && unit !== 'season')
    text += `-${date.dayUnspecified ? 'XX' : pad(date.day ?? 1)}`;
  if (unit === 'minute' || unit === 'second') {
    text += `T${pad(date.hour ?? 0)}:${pad(date.minute ?? 0)}${unit === 'second' ? `:${pad(date.second ?? 0)}` : ''}${date.fraction === undefined ? '' : `.${date.fraction}`}`;
    if (date.offset === 0) text += 'Z';
    else if (date.offset !== undefined)
      text += `${date.offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(date.offset) / 60))}:${pad(Math.abs(date.offset) % 60)}`;
  }
  return text + (date.uncertain ? (date.approximate ? '%' : '?') : date.approximate ? '~' : '');
}

/** The inverse of `parseEdtf`. */
export const formatEdtf = (value: EdtfDate): string =>
  value.kind === 'date' ? formatDate(value) : `${formatDate(value.start)}/${formatDate(value.end)}`;
