import type {Row} from '../../core/dataset/index.js';
import {formatEdtf, type PartialDate} from '../../core/time/index.js';

const MAX_YEAR = 9999;

/** A date in ISO 8601; undefined for what EDTF alone can say, as a season or about when it was. */
export function isoOf(date: PartialDate): string | undefined {
  const {uncertain, approximate, season, yearUnspecified, monthUnspecified, dayUnspecified} = date;
  const isMarked =
    uncertain || approximate || season || yearUnspecified || monthUnspecified || dayUnspecified;
  const isLong =
    date.exponent !== undefined || date.significantDigits !== undefined || Math.abs(date.year) > MAX_YEAR;
  return isMarked || isLong ? undefined : formatEdtf(date);
}

/** An object without what is not given. */
export const filled = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
