import type {Comparator} from '../core/dataset/index.js';
import {messages} from './languages.js';
import {formatNumber} from './numbers.js';

/** A value with its comparator in words: "at least 72", "about 6.4 million". Never rounds. */
export function formatFigure(value: number, comparator: Comparator, locale: string): string {
  const size = Math.abs(value);
  const unit = [1e12, 1e9, 1e6].find((least) => size >= least);
  // Use the compact form only when it loses no digit.
  const rounded = unit !== undefined && Number.isInteger(size / (unit / 100));
  const text = formatNumber(
    value,
    locale,
    rounded
      ? {notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2}
      : {maximumFractionDigits: 20},
  );
  return comparator === '=' ? text : messages(locale).comparator[comparator](text);
}
