import {memoizeByKey} from '../core/memo/index.js';

/** The key under which a format of `Intl` is cached, since these are slow to make. */
export const formatKey = (locale: string, options: object): string => `${locale}|${JSON.stringify(options)}`;

const formatOf = memoizeByKey(
  formatKey,
  (locale: string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, {useGrouping: 'always', ...options} as Intl.NumberFormatOptions),
);

/** A number formatted for a locale; always grouped, so that 1.234 and 12.345 look alike in Spanish too. */
export const formatNumber = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  formatOf(locale, options).format(value);

/**
 * A round number, compact enough for an axis: "1,500", "15K", in Spanish "15 mil". It may round, so it is not for
 * claimed figures.
 */
export const formatShort = (value: number, locale: string): string =>
  formatNumber(
    value,
    locale,
    Math.abs(value) < 10_000
      ? {maximumSignificantDigits: 6}
      : {notation: 'compact', maximumSignificantDigits: 3},
  );

/** A distance in metres, formatted in m or km: "800 m", "4.5 km". */
export function formatDistance(metres: number, locale: string): string {
  const km = metres >= 999.5;
  return formatNumber(km ? metres / 1000 : metres, locale, {
    style: 'unit',
    unit: km ? 'kilometer' : 'meter',
    maximumFractionDigits: km && metres < 10_000 ? 1 : 0,
  });
}
